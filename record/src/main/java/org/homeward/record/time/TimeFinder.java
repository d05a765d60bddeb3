package org.homeward.record.time;

import static org.homeward.record.time.TimeWords.AGO;
import static org.homeward.record.time.TimeWords.AHEAD;
import static org.homeward.record.time.TimeWords.BACK;
import static org.homeward.record.time.TimeWords.DAYS;
import static org.homeward.record.time.TimeWords.DECADE;
import static org.homeward.record.time.TimeWords.ISO;
import static org.homeward.record.time.TimeWords.LAST;
import static org.homeward.record.time.TimeWords.MONTH_LEADS;
import static org.homeward.record.time.TimeWords.NEXT;
import static org.homeward.record.time.TimeWords.POINTS;
import static org.homeward.record.time.TimeWords.THIS;

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
    private final Page page;
    private final Article article;
    private final List<Token> t;
    private final LocalDate day;
    private final MonthParts parts;
    private final Periods periods;
    private final List<TimeExpression> found = new ArrayList<>();

    private TimeFinder(Page page) {
        this.page = page;
        this.article = page.article();
        this.t = page.tokens();
        this.day = article.published();
        this.parts = new MonthParts(t, day);
        this.periods = new Periods(t, day);
    }

    /** The week of a day: {@code 2026-W06}. */
    static String week(LocalDate d) {
        return String.format(
                Locale.ROOT, "%d-W%02d", d.get(IsoFields.WEEK_BASED_YEAR), d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
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
        Periods.Read read = parts.at(i);
        read = read == null ? periods.at(i) : read;
        if (read != null && read.end() <= t.size()) {
            found.add(new TimeExpression(
                    article.span(t.get(i).begin(), t.get(read.end() - 1).end()),
                    read.type(),
                    read.value(),
                    read.rule()));
            return read.end();
        }
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
        if (ISO.matcher(word).matches() && date(word) != null) {
            return add(i, i + 1, word, "written in full");
        }
        if (POINTS.matcher(word).matches()) {
            String[] p = word.split("\\.");
            LocalDate d = date(Integer.parseInt(p[2]), Integer.parseInt(p[1]), Integer.parseInt(p[0]));
            return d == null ? i : add(i, i + 1, d.toString(), "day, month, year");
        }
        int month = Words.month(word);
        if (month > 0 && t.get(i).kind() == Token.Kind.WORD) {
            return monthFirst(i, month);
        }
        if (DAYS.matcher(word).matches()
                && Words.month(w(i + 1)) > 0
                && !(w(i + 1).equals("may") && !t.get(i + 1).capital())) {
            return dayFirst(i);
        }
        if (DECADE.matcher(word).matches()) {
            return add(i, i + 1, word.substring(0, 3), "decade");
        }
        boolean year = Periods.isYear(word);
        boolean lead = Set.of(
                                        "in", "since", "by", "of", "until", "from", "to", "early", "late", "before",
                                        "after", "and", "than", "through", "during", "for", "за", "к", "до", "в", "у",
                                        "с", "з", "із", "від")
                                .contains(w(i - 1))
                        && !isMoney(i)
                || isMark(i + 1) && isMark(i - 1)
                || Words.unit(w(i + 1)) != null && "году року года році".contains(w(i + 1)) && !w(i + 1).isEmpty();
        return year && lead
                ? add(
                        i,
                        Set.of("году", "года", "року", "році", "рік", "год").contains(w(i + 1)) ? i + 2 : i + 1,
                        word,
                        "year")
                : i;
    }

    private boolean isMark(int i) {
        return i < 0 || i >= t.size() || Set.of(",", ".", ")", "(", ";").contains(w(i));
    }

    /** "for 2000 dollars", "about 2000 people": a number of something else. */
    private boolean isMoney(int i) {
        return i + 1 < t.size()
                && t.get(i + 1).isWord()
                && !t.get(i + 1).capital()
                && Set.of("for", "than", "за", "до", "before", "after", "and", "by", "to", "from")
                        .contains(w(i - 1))
                && Words.unit(w(i + 1)) == null
                && w(i + 1).length() > 3
                && !w(i + 1).endsWith("ed");
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
        boolean ahead = NEXT.contains(w(i - 1)) || AHEAD.contains(w(i - 1));
        boolean back = LAST.contains(w(i - 1)) || BACK.contains(w(i - 1));
        YearMonth m = MonthParts.nearest(day, month, ahead, back);
        if (NEXT.contains(w(i - 1)) && m.equals(YearMonth.from(day))) {
            m = m.plusYears(1);
        }
        return add(i, i + 1, m.toString(), "month, the nearest" + (ahead ? " ahead" : back ? " past" : ""));
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
        if (year == 0 && AHEAD.contains(w(from - 1)) && first.isBefore(day.minusDays(45))) {
            first = first.plusYears(1);
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
            case "позавчера", "позавчора" -> {
                return add(i, i + 1, day.minusDays(2).toString(), "two days before publication");
            }
            case "послезавтра", "післязавтра" -> {
                return add(i, i + 1, day.plusDays(2).toString(), "two days after publication");
            }
            case "торік" -> {
                return add(i, i + 1, Integer.toString(day.getYear() - 1), "the year before publication");
            }
            case "цьогоріч" -> {
                return add(i, i + 1, Integer.toString(day.getYear()), "the year of publication");
            }
            case "полгода", "півроку" -> {
                return add(i, i + 1, "P6M", "length");
            }
            case "сутки" -> {
                return add(i, i + 1, "P1D", "length");
            }
            case "yesterday", "вчера", "вчора", "учора", "накануне", "напередодні" -> {
                return add(i, i + 1, day.minusDays(1).toString(), "the day before publication");
            }
            case "tomorrow", "завтра" -> {
                return add(i, i + 1, day.plusDays(1).toString(), "the day after publication");
            }
            case "now", "currently", "nowadays", "теперь", "тепер", "сейчас", "зараз" -> {
                return add(i, i + 1, "PRESENT_REF", "the time of the report");
            }
            case "recently", "lately", "недавно", "нещодавно", "earlier" -> {
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
            LocalDate d = THIS.contains(w(i)) && at > i
                    ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .with(TemporalAdjusters.nextOrSame(named))
                    : next
                            ? day.with(TemporalAdjusters.next(named))
                            : day.with(
                                    last ? TemporalAdjusters.previous(named) : TemporalAdjusters.previousOrSame(named));
            String part = TimeWords.part(w(at + 1));
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
        boolean over = w(at - 1).equals("by")
                && TimeWords.IS_PAST.matcher(w(at + 1) + " " + w(at + 2)).find();
        if (over) {
            return false; // "By Sunday he was gone."
        }
        if (AHEAD.contains(w(at - 1)) && !w(at - 1).equals("на")
                || AHEAD.contains(w(at - 2)) && w(at - 1).equals("the")) {
            return true;
        }
        for (int k = at - 1; k >= 0 && at - k < 14; k--) {
            String word = w(k);
            if (TimeWords.FUTURE.matcher(word).matches()) {
                return true;
            }
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

    /** "five months", "two weeks ago", "the past three days", "four-year". */
    private int length(int i) {
        int at = LAST.contains(w(i)) || NEXT.contains(w(i)) ? i + 1 : i;
        int hyphen = w(i).indexOf('-');
        if (hyphen > 0) {
            int n = Words.number(w(i).substring(0, hyphen));
            String unit = Words.unit(w(i).substring(hyphen + 1));
            return n > 0 && unit != null ? add(i, i + 1, Words.length(n, unit), "length") : i;
        }
        if (at == i
                && Words.unit(w(i)) != null
                && Set.of("назад", "тому").contains(w(i + 1))
                && !w(i + 2).equals("що")) {
            return ago(i, i + 2, 1, String.valueOf(Words.unit(w(i))));
        }
        if (w(i).equals("half") && Set.of("a", "an").contains(w(i + 1))) {
            String halved = switch (w(i + 2)) {
                case "hour" -> "PT30M";
                case "year" -> "P6M";
                case "day" -> "PT12H";
                case "century" -> "P50Y";
                case "decade" -> "P5Y";
                default -> "";
            };
            return halved.isEmpty() ? i : add(i, i + 3, halved, "length");
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
            return ago(i, end + 1, n, unit);
        }
        return add(i, end, Words.length(n, unit), "length");
    }

    private int ago(int i, int end, int n, String unit) {
        if (unit.startsWith("T")) {
            return add(i, end, Words.length(n, unit), "length before the report");
        }
        LocalDate d = minus(n, unit);
        String value = switch (unit) {
            case "Y", "E" -> Integer.toString(d.getYear());
            case "M" -> YearMonth.from(d).toString();
            case "W", "F" -> week(d);
            default -> d.toString();
        };
        return add(i, end, value, "counted back from publication");
    }

    private LocalDate minus(int n, String unit) {
        return switch (unit) {
            case "E" -> day.minusYears(10L * n);
            case "Y" -> day.minusYears(n);
            case "M" -> day.minusMonths(n);
            case "W" -> day.minusWeeks(n);
            case "F" -> day.minusWeeks(2L * n);
            default -> day.minusDays(n);
        };
    }

    private int add(int from, int to, String value, String rule) {
        TimeExpression.Type type = value.startsWith("P") && !value.endsWith("REF")
                ? TimeExpression.Type.DURATION
                : value.indexOf('T') > 0 ? TimeExpression.Type.TIME : TimeExpression.Type.DATE;
        found.add(new TimeExpression(
                page.article().span(t.get(from).begin(), t.get(to - 1).end()), type, value, rule));
        return to;
    }
}
