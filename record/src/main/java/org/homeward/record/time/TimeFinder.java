package org.homeward.record.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.homeward.record.Article;
import org.homeward.record.text.Page;
import org.homeward.record.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds words for times and resolves them against the day of publication; what cannot be resolved is left out. */
public final class TimeFinder {
    private static final Set<String> LAST = Set.of(
            "last",
            "past",
            "previous",
            "прошлый",
            "прошлую",
            "прошлой",
            "прошлом",
            "прошлого",
            "минулий",
            "минулого",
            "минулому",
            "минулої",
            "минулу");
    private static final Set<String> NEXT = Set.of(
            "next",
            "coming",
            "следующий",
            "следующую",
            "следующей",
            "следующем",
            "следующего",
            "наступного",
            "наступному",
            "наступної",
            "наступну");
    private static final Set<String> THIS =
            Set.of("this", "этот", "эту", "этой", "этом", "этого", "цього", "цьому", "цієї", "цю");
    private static final Set<String> AGO = Set.of("ago", "earlier", "назад", "тому", "раньше");
    private static final Set<String> MONTH_LEADS = Set.of(
            "in", "since", "until", "by", "of", "last", "next", "this", "early", "late", "mid", "в", "у", "с", "до",
            "на", "з");

    private final Page page;
    private final Article article;
    private final List<Token> t;
    private final LocalDate day;
    private final List<TimeExpression> found = new ArrayList<>();

    private TimeFinder(Page page) {
        this.page = page;
        this.article = page.article();
        this.t = page.tokens();
        this.day = article.published();
    }

    /** Every expression in the order of the text; linear in its length. */
    public static List<TimeExpression> find(Page page) {
        TimeFinder finder = new TimeFinder(page);
        int i = 0;
        while (i < finder.t.size()) {
            int next = finder.at(i);
            i = next > i ? next : i + 1;
        }
        return List.copyOf(finder.found);
    }

    private String w(int i) {
        return i < 0 || i >= t.size() ? "" : t.get(i).lower();
    }

    /** The place after an expression that begins here, or {@code i}. */
    private int at(int i) {
        int next = exact(i);
        if (next == i) {
            next = relative(i);
        }
        if (next == i) {
            next = length(i);
        }
        return next;
    }

    private int exact(int i) {
        String word = w(i);
        if (t.get(i).kind() != Token.Kind.NUMBER && Words.month(word) == 0) {
            return i;
        }
        if (word.matches("\\d{4}-\\d{2}-\\d{2}") && date(word) != null) {
            return add(i, i + 1, word, "written in full");
        }
        if (word.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")) {
            String[] p = word.split("\\.");
            LocalDate d = date(Integer.parseInt(p[2]), Integer.parseInt(p[1]), Integer.parseInt(p[0]));
            return d == null ? i : add(i, i + 1, d.toString(), "day, month, year");
        }
        int month = Words.month(word);
        if (month > 0 && t.get(i).kind() == Token.Kind.WORD) {
            return monthFirst(i, month);
        }
        if (word.matches("\\d{1,2}(?:st|nd|rd|th|-го)?(?:-\\d{1,2})?")
                && Words.month(w(i + 1)) > 0
                && !(w(i + 1).equals("may") && !t.get(i + 1).capital())) {
            return dayFirst(i);
        }
        if (word.matches("(?:19|20)\\d\\ds")) {
            return add(i, i + 1, word.substring(0, 3), "decade");
        }
        boolean year = word.matches("(?:19|20)\\d\\d");
        boolean lead = Set.of("in", "since", "by", "of", "until", "from", "to", "early", "late", "в", "у", "с", "з")
                        .contains(w(i - 1))
                || Words.unit(w(i + 1)) != null && "году року года році".contains(w(i + 1)) && !w(i + 1).isEmpty();
        return year && lead ? add(i, i + 1, word, "year") : i;
    }

    private int monthFirst(int i, int month) {
        String next = w(i + 1);
        if (next.matches("\\d{1,2}(?:st|nd|rd|th)?(?:-\\d{1,2})?")) {
            int end = i + 2;
            int year = 0;
            if (w(end).equals(",") && w(end + 1).matches("(?:19|20)\\d\\d")) {
                year = Integer.parseInt(w(end + 1));
                end += 2;
            } else if (w(end).matches("(?:19|20)\\d\\d")) {
                year = Integer.parseInt(w(end));
                end++;
            }
            return dayOf(i, end, next, month, year);
        }
        if (next.matches("(?:19|20)\\d\\d")) {
            return add(i, i + 2, YearMonth.of(Integer.parseInt(next), month).toString(), "month and year");
        }
        boolean english = w(i).charAt(0) < 0x0250;
        if (english
                && (!t.get(i).capital()
                        || w(i).length() == 3 && !w(i).equals("may")
                        || !MONTH_LEADS.contains(w(i - 1)))) {
            return i;
        }
        if (!english && !MONTH_LEADS.contains(w(i - 1)) && !LAST.contains(w(i - 1))) {
            return i;
        }
        boolean ahead = NEXT.contains(w(i - 1));
        YearMonth now = YearMonth.from(day);
        YearMonth m = YearMonth.of(day.getYear(), month);
        if (ahead && !m.isAfter(now)) {
            m = m.plusYears(1);
        } else if (!ahead && m.isAfter(now) && !w(i - 1).equals("until") && !w(i - 1).equals("by")) {
            m = m.minusYears(1);
        }
        return add(i, i + 1, m.toString(), "month, the nearest " + (ahead ? "ahead" : "past"));
    }

    private int dayFirst(int i) {
        int end = i + 2;
        int year = 0;
        if (w(end).matches("(?:19|20)\\d\\d")) {
            year = Integer.parseInt(w(end));
            end++;
            if (Set.of("года", "року", "г.").contains(w(end))) {
                end++;
            }
        }
        return dayOf(i, end, w(i), Words.month(w(i + 1)), year);
    }

    private int dayOf(int from, int end, String days, int month, int year) {
        String[] parts = days.replaceAll("(?:st|nd|rd|th|-го)", "").split("-");
        LocalDate first = nearest(year, month, Integer.parseInt(parts[0]));
        if (first == null) {
            return from;
        }
        String rule = year > 0 ? "day, month and year" : "day and month, the year nearest to publication";
        if (parts.length < 2) {
            return add(from, end, first.toString(), rule);
        }
        LocalDate last = nearest(first.getYear(), month, Integer.parseInt(parts[1]));
        if (last == null || last.isBefore(first)) {
            return from;
        }
        found.add(new TimeExpression(
                article.span(t.get(from).begin(), t.get(end - 1).end()),
                TimeExpression.Type.RANGE,
                first + "/" + last,
                rule));
        return end;
    }

    private @Nullable LocalDate nearest(int year, int month, int dayOfMonth) {
        if (year > 0) {
            return date(year, month, dayOfMonth);
        }
        LocalDate best = null;
        for (int y = day.getYear() - 1; y <= day.getYear() + 1; y++) {
            LocalDate d = date(y, month, dayOfMonth);
            if (d != null
                    && (best == null
                            || Math.abs(ChronoUnit.DAYS.between(day, d))
                                    < Math.abs(ChronoUnit.DAYS.between(day, best)))) {
                best = d;
            }
        }
        return best;
    }

    private static @Nullable LocalDate date(int year, int month, int dayOfMonth) {
        try {
            return LocalDate.of(year, month, dayOfMonth);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String iso) {
        return date(
                Integer.parseInt(iso.substring(0, 4)),
                Integer.parseInt(iso.substring(5, 7)),
                Integer.parseInt(iso.substring(8)));
    }

    private int relative(int i) {
        String word = w(i);
        switch (word) {
            case "today", "сегодня", "сьогодні", "tonight" -> {
                return add(i, i + 1, day + (word.equals("tonight") ? "TNI" : ""), "the day of publication");
            }
            case "yesterday", "вчера", "вчора", "учора", "накануне", "напередодні" -> {
                return add(i, i + 1, day.minusDays(1).toString(), "the day before publication");
            }
            case "tomorrow", "завтра" -> {
                return add(i, i + 1, day.plusDays(1).toString(), "the day after publication");
            }
            case "now", "currently", "сейчас", "зараз" -> {
                return add(i, i + 1, "PRESENT_REF", "the time of the report");
            }
            case "recently", "недавно", "нещодавно", "earlier" -> {
                return word.equals("earlier") ? i : add(i, i + 1, "PAST_REF", "some time before");
            }
            default -> {
                return weekday(i);
            }
        }
    }

    private int weekday(int i) {
        int at = LAST.contains(w(i)) || NEXT.contains(w(i)) || THIS.contains(w(i)) ? i + 1 : i;
        DayOfWeek named = Words.day(w(at));
        boolean latin = named != null && w(at).charAt(0) < 0x0250;
        if (named != null && (!latin || t.get(at).capital() && w(at).length() > 4)) {
            boolean next = NEXT.contains(w(i)) || at == i && willBe(at);
            boolean last = LAST.contains(w(i));
            LocalDate d = next
                    ? day.with(TemporalAdjusters.next(named))
                    : day.with(last ? TemporalAdjusters.previous(named) : TemporalAdjusters.previousOrSame(named));
            String part = part(w(at + 1));
            return add(
                    i,
                    part.isEmpty() ? at + 1 : at + 2,
                    d + part,
                    next ? "the weekday after publication" : "the weekday on or before publication");
        }
        String unit = at > i ? Words.unit(w(at)) : null;
        if (unit == null) {
            return i;
        }
        int step = LAST.contains(w(i)) ? -1 : NEXT.contains(w(i)) ? 1 : 0;
        return switch (unit) {
            case "Y" -> add(i, at + 1, Integer.toString(day.getYear() + step), "year counted from publication");
            case "M" ->
                add(i, at + 1, YearMonth.from(day).plusMonths(step).toString(), "month counted from publication");
            case "W" -> {
                LocalDate d = day.plusWeeks(step);
                yield add(
                        i,
                        at + 1,
                        String.format(
                                Locale.ROOT,
                                "%d-W%02d",
                                d.get(IsoFields.WEEK_BASED_YEAR),
                                d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        "week counted from publication");
            }
            default -> i;
        };
    }

    /** "will meet on Friday": a future verb shortly before turns the weekday ahead. */
    private boolean willBe(int at) {
        for (int k = at - 1; k >= 0 && at - k < 14; k--) {
            String word = w(k);
            if (Set.of(".", "!", "?", "said", "says", "told", "заявил", "сказал", "заявив", "сказав")
                    .contains(word)) {
                return false;
            }
            if (Set.of(
                            "will",
                            "scheduled",
                            "due",
                            "slated",
                            "planned",
                            "состоится",
                            "состоятся",
                            "пройдут",
                            "пройдет",
                            "пройдёт",
                            "запланирован",
                            "відбудеться",
                            "відбудуться",
                            "заплановано")
                    .contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String part(String word) {
        return switch (word) {
            case "morning", "утром", "вранці" -> "TMO";
            case "afternoon", "днем", "днём", "вдень" -> "TAF";
            case "evening", "вечером", "ввечері", "увечері" -> "TEV";
            case "night", "ночью", "вночі" -> "TNI";
            default -> "";
        };
    }

    /** "five months", "two weeks ago", "the past three days", "four-year". */
    private int length(int i) {
        int at = LAST.contains(w(i)) || NEXT.contains(w(i)) ? i + 1 : i;
        int hyphen = w(i).indexOf('-');
        if (hyphen > 0) {
            int n = Words.number(w(i).substring(0, hyphen));
            String unit = Words.unit(w(i).substring(hyphen + 1));
            return n > 0 && unit != null ? add(i, i + 1, "P" + n + unit, "length") : i;
        }
        int n = Words.number(w(at));
        String unit = Words.unit(w(at + 1));
        if (n < 1
                || unit == null
                || Set.of(
                                "first", "second", "third", "один", "fourth", "fifth", "первый", "второй", "третий",
                                "перший", "другий")
                        .contains(w(at))) {
            return i;
        }
        int end = at + 2;
        if (AGO.contains(w(end)) && at == i) {
            LocalDate d = minus(n, unit);
            String value = switch (unit) {
                case "Y" -> Integer.toString(d.getYear());
                case "M" -> YearMonth.from(d).toString();
                case "W" ->
                    String.format(
                            Locale.ROOT,
                            "%d-W%02d",
                            d.get(IsoFields.WEEK_BASED_YEAR),
                            d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                default -> d.toString();
            };
            return add(i, end + 1, value, "counted back from publication");
        }
        return add(i, end, "P" + n + unit, "length");
    }

    private LocalDate minus(int n, String unit) {
        return switch (unit) {
            case "Y" -> day.minusYears(n);
            case "M" -> day.minusMonths(n);
            case "W" -> day.minusWeeks(n);
            default -> day.minusDays(n);
        };
    }

    private int add(int from, int to, String value, String rule) {
        TimeExpression.Type type = value.startsWith("P") && !value.endsWith("REF")
                ? TimeExpression.Type.DURATION
                : TimeExpression.Type.DATE;
        found.add(new TimeExpression(
                page.article().span(t.get(from).begin(), t.get(to - 1).end()), type, value, rule));
        return to;
    }
}
