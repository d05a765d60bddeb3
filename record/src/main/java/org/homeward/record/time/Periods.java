package org.homeward.record.time;

import static org.homeward.record.time.PeriodWords.ADVERBS;
import static org.homeward.record.time.PeriodWords.ALWAYS_VAGUE;
import static org.homeward.record.time.PeriodWords.COMING;
import static org.homeward.record.time.PeriodWords.EVERY;
import static org.homeward.record.time.PeriodWords.NEXT_LEADS;
import static org.homeward.record.time.PeriodWords.PAST_LEADS;
import static org.homeward.record.time.PeriodWords.RECENT;
import static org.homeward.record.time.PeriodWords.SEASONS;
import static org.homeward.record.time.PeriodWords.VAGUE;
import static org.homeward.record.time.PeriodWords.VAGUE_LEADS;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.homeward.record.text.Token;
import org.jspecify.annotations.Nullable;

/** Times that are no single day: clock times, parts of a day, seasons, quarters, halves, weekends, sets, and vague lengths. */
final class Periods {
    /** What was read: up to which token, its value in the manner of TIMEX3, and the rule in words. */
    record Read(int end, String value, String rule, TimeExpression.Type type) {}

    private final List<Token> t;
    private final LocalDate day;

    Periods(List<Token> tokens, LocalDate day) {
        this.t = tokens;
        this.day = day;
    }

    private String w(int i) {
        return i < 0 || i >= t.size() ? "" : t.get(i).lower();
    }

    /** What begins at a token, or null. */
    @Nullable
    Read at(int i) {
        Read read = clock(i);
        read = read == null ? partOfDay(i) : read;
        read = read == null ? set(i) : read;
        read = read == null ? season(i) : read;
        read = read == null ? quarter(i) : read;
        read = read == null ? weekend(i) : read;
        return read == null ? vague(i) : read;
    }

    private static Read date(int end, String value, String rule) {
        return new Read(end, value, rule, TimeExpression.Type.DATE);
    }

    /** "9:40 a.m.", "5 p.m. on Tuesday", "в 14:30", "noon". */
    private @Nullable Read clock(int i) {
        if (w(i).equals("noon") || w(i).equals("midday") || w(i).equals("midnight")) {
            boolean night = w(i).equals("midnight");
            return new Read(
                    i + 1,
                    day + (night ? "T24:00" : "T12:00"),
                    "time of the day of publication",
                    TimeExpression.Type.TIME);
        }
        if (t.get(i).kind() != Token.Kind.NUMBER) {
            return null;
        }
        int[] time = hourAndMinute(w(i));
        if (time == null) {
            return null;
        }
        int end = i + 1;
        String half = w(end).replace(".", "");
        if (half.equals("am") || half.equals("pm")) {
            time[0] = time[0] % 12 + (half.equals("pm") ? 12 : 0);
            end++;
        } else if (w(i).indexOf(':') < 0
                || !Set.of("в", "о", "об", "at", "к", "до", "from", "until", "after", "около", "близько")
                        .contains(w(i - 1))) {
            return null;
        }
        LocalDate on = day;
        int weekday = w(end).equals("on") ? end + 1 : end;
        var named = Words.day(w(weekday));
        if (named != null && w(weekday).length() > 4) {
            on = day.with(java.time.temporal.TemporalAdjusters.previousOrSame(named));
            end = weekday + 1;
        }
        return new Read(
                end,
                String.format(Locale.ROOT, "%sT%02d:%02d", on, time[0], time[1]),
                "time of the day of publication or of the weekday named",
                TimeExpression.Type.TIME);
    }

    private static int @Nullable [] hourAndMinute(String word) {
        int colon = word.indexOf(':');
        String hour = colon < 0 ? word : word.substring(0, colon);
        String minute = colon < 0 ? "0" : word.substring(colon + 1);
        if (hour.isEmpty()
                || hour.length() > 2
                || minute.isEmpty()
                || minute.length() > 2
                || colon >= 0 && minute.length() != 2) {
            return null;
        }
        if (!(hour + minute).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int h = Integer.parseInt(hour);
        int m = Integer.parseInt(minute);
        return h > 24 || m > 59 ? null : new int[] {h, m};
    }

    private @Nullable Read partOfDay(int i) {
        String next = w(i + 1);
        return switch (w(i)) {
            case "overnight", "ночью", "вночі", "уночі" ->
                new Read(i + 1, day.minusDays(1) + "TNI", "the night before publication", TimeExpression.Type.TIME);
            case "last" ->
                next.equals("night")
                        ? new Read(
                                i + 2,
                                day.minusDays(1) + "TNI",
                                "the night before publication",
                                TimeExpression.Type.TIME)
                        : next.equals("evening")
                                ? new Read(
                                        i + 2,
                                        day.minusDays(1) + "TEV",
                                        "the evening before publication",
                                        TimeExpression.Type.TIME)
                                : null;
            case "this" -> {
                String part = TimeWords.part(next);
                yield part.isEmpty()
                        ? null
                        : new Read(i + 2, day + part, "part of the day of publication", TimeExpression.Type.TIME);
            }
            case "утром", "вранці", "вечером", "ввечері", "увечері", "днём", "вдень", "удень" ->
                new Read(i + 1, day + TimeWords.part(w(i)), "part of the day of publication", TimeExpression.Type.TIME);
            default -> null;
        };
    }

    /** "every Thursday", "daily", "щочетверга", "по четвергам", "каждый октябрь". */
    private @Nullable Read set(int i) {
        String word = w(i);
        String adverb = ADVERBS.get(word);
        if (adverb != null) {
            return new Read(i + 1, adverb, "again and again", TimeExpression.Type.SET);
        }
        if (word.startsWith("що") && word.length() > 6) {
            var named = Words.day(word.substring(2));
            return named == null
                    ? null
                    : new Read(
                            i + 1,
                            "XXXX-WXX-" + named.getValue(),
                            "a weekday again and again",
                            TimeExpression.Type.SET);
        }
        if (word.endsWith("s") && word.length() > 6 && t.get(i).capital()) {
            var named = Words.day(word.substring(0, word.length() - 1));
            return named == null
                    ? null
                    : new Read(
                            i + 1,
                            "XXXX-WXX-" + named.getValue(),
                            "a weekday again and again",
                            TimeExpression.Type.SET);
        }
        if (!EVERY.contains(word)) {
            return null;
        }
        var named = Words.day(w(i + 1));
        if (named != null) {
            return new Read(
                    i + 2, "XXXX-WXX-" + named.getValue(), "a weekday again and again", TimeExpression.Type.SET);
        }
        int month = Words.month(w(i + 1));
        if (month > 0) {
            return new Read(
                    i + 2,
                    String.format(Locale.ROOT, "XXXX-%02d", month),
                    "a month again and again",
                    TimeExpression.Type.SET);
        }
        int n = Words.number(w(i + 1));
        String unit = Words.unit(w(n > 0 ? i + 2 : i + 1));
        return unit == null
                ? null
                : new Read(
                        n > 0 ? i + 3 : i + 2,
                        Words.length(Math.max(1, n), unit),
                        "again and again",
                        TimeExpression.Type.SET);
    }

    private @Nullable Read season(int i) {
        int at = TimeWords.step(w(i)) != TimeWords.NO_STEP ? i + 1 : i;
        String code = SEASONS.get(w(at));
        if (code == null) {
            return null;
        }
        boolean fall = w(at).equals("fall");
        int end = at + 1;
        int of = w(end).equals("of") ? end + 1 : end;
        if (isYear(w(of))) {
            return date(yearEnd(of), w(of) + "-" + code, "season and year");
        }
        if (fall && at == i || at == i && w(i - 1).isEmpty()) {
            return null; // "fall" is a verb unless something says otherwise.
        }
        int now = seasonYear(code);
        if (at > i) {
            int year = switch (TimeWords.step(w(i))) {
                case -1 -> isPast(code) ? now : now - 1;
                case 1 -> isPast(code) || isNow(code) ? now + 1 : now;
                default -> now;
            };
            return date(end, year + "-" + code, "season counted from publication");
        }
        if (PAST_LEADS.contains(w(i - 1))) {
            return date(end, lastSeason(code) + "-" + code, "the last such season");
        }
        if (NEXT_LEADS.contains(w(i - 1)) || NEXT_LEADS.contains(w(i - 2)) && w(i - 1).equals("the")) {
            return date(end, (isPast(code) ? now + 1 : now) + "-" + code, "the next such season");
        }
        return date(end, now + "-" + code, "season of the year of publication");
    }

    /** A winter is named after the year in which it begins. */
    private int seasonYear(String code) {
        return code.equals("WI") && day.getMonthValue() < 6 ? day.getYear() - 1 : day.getYear();
    }

    private boolean isNow(String code) {
        int m = day.getMonthValue();
        return switch (code) {
            case "SP" -> m >= 3 && m <= 5;
            case "SU" -> m >= 6 && m <= 8;
            case "FA" -> m >= 9 && m <= 11;
            default -> m == 12 || m <= 2;
        };
    }

    private boolean isPast(String code) {
        int m = day.getMonthValue();
        return switch (code) {
            case "SP" -> m > 5;
            case "SU" -> m > 8;
            case "FA" -> m > 11;
            default -> m > 2 && m < 6;
        };
    }

    private int lastSeason(String code) {
        int now = seasonYear(code);
        return isPast(code) || isNow(code) ? now : now - 1;
    }

    /** "the second quarter", "fourth quarter of 2025", "Q3 2025", "первом полугодии", "the first half of 2026". */
    private @Nullable Read quarter(int i) {
        String word = w(i);
        if (word.length() == 2 && word.charAt(0) == 'q' && word.charAt(1) >= '1' && word.charAt(1) <= '4') {
            return quarter(i + 1, word.charAt(1) - '0');
        }
        int step = TimeWords.step(word);
        if (step != TimeWords.NO_STEP && w(i + 1).equals("quarter")) {
            YearMonth m = YearMonth.from(day).plusMonths(3L * step);
            return date(i + 2, m.getYear() + "-Q" + ((m.getMonthValue() + 2) / 3), "quarter counted from publication");
        }
        int n = ordinal(word);
        if (n == 0) {
            return null;
        }
        String next = w(i + 1);
        if (next.equals("quarter") || next.startsWith("квартал")) {
            return n > 4 ? null : quarter(i + 2, n);
        }
        boolean half = next.equals("half")
                || next.startsWith("полугоди")
                || next.startsWith("півріч")
                || next.startsWith("половин");
        if (!half || n > 2) {
            return null;
        }
        int of = w(i + 2).equals("of") ? i + 3 : i + 2;
        if (isYear(w(of))) {
            return date(yearEnd(of), w(of) + "-H" + n, "half of a year");
        }
        boolean year = Words.unit(w(of)) != null && "Y".equals(Words.unit(w(of)))
                || w(of).equals("the") && w(of + 1).equals("year")
                || next.startsWith("полугоди")
                || next.startsWith("півріч");
        return year
                ? date(
                        next.startsWith("пол") && Words.unit(w(of)) == null
                                        || next.startsWith("півріч") && Words.unit(w(of)) == null
                                ? i + 2
                                : w(of).equals("the") ? of + 2 : of + 1,
                        day.getYear() + "-H" + n,
                        "half of the year of publication")
                : null;
    }

    private Read quarter(int end, int n) {
        int of = w(end).equals("of") ? end + 1 : end;
        if (isYear(w(of))) {
            return date(yearEnd(of), w(of) + "-Q" + n, "quarter of a year");
        }
        int best = day.getYear();
        long least = Long.MAX_VALUE;
        for (int y = day.getYear() - 1; y <= day.getYear() + 1; y++) {
            long far = Math.abs(ChronoUnit.DAYS.between(day, LocalDate.of(y, 3 * n - 1, 15)));
            if (far < least) {
                least = far;
                best = y;
            }
        }
        return date(end, best + "-Q" + n, "the quarter nearest to publication");
    }

    private @Nullable Read weekend(int i) {
        int at = TimeWords.step(w(i)) != TimeWords.NO_STEP ? i + 1 : i;
        boolean word =
                Set.of("weekend", "выходные", "выходных", "вихідні", "вихідних").contains(w(at));
        if (!word) {
            return null;
        }
        int step = at > i ? TimeWords.step(w(i)) : day.getDayOfWeek().getValue() >= 6 ? 0 : -1;
        return date(at + 1, TimeFinder.week(day.plusWeeks(step)) + "-WE", "weekend counted from publication");
    }

    /** "months", "several weeks", "recent days", "the coming weeks". */
    private @Nullable Read vague(int i) {
        String always = ALWAYS_VAGUE.get(w(i));
        if (always != null && !COMING.contains(w(i - 1))) {
            return new Read(i + 1, always, "a length that is not told", TimeExpression.Type.DURATION);
        }
        boolean unit =
                VAGUE.containsKey(w(i + 1)) || Words.unit(w(i + 1)) != null || ALWAYS_VAGUE.containsKey(w(i + 1));
        if (RECENT.contains(w(i)) && unit) {
            return date(i + 2, "PAST_REF", "some time before");
        }
        if (COMING.contains(w(i)) && unit && !Words.isSingular(w(i + 1))) {
            return date(i + 2, "FUTURE_REF", "some time after");
        }
        String code = VAGUE.get(w(i));
        boolean led = VAGUE_LEADS.contains(w(i - 1))
                || Set.of("before", "of", "after", "later", "earlier").contains(w(i + 1));
        return code != null && led
                ? new Read(i + 1, code, "a length that is not told", TimeExpression.Type.DURATION)
                : null;
    }

    /** 1 to 4, or 0. */
    static int ordinal(String word) {
        return switch (word) {
            case "first",
                    "i",
                    "первый",
                    "первом",
                    "первого",
                    "первое",
                    "первой",
                    "первую",
                    "первая",
                    "перший",
                    "першому",
                    "першого",
                    "перше",
                    "першій",
                    "перша",
                    "першу",
                    "першої" -> 1;
            case "second",
                    "ii",
                    "второй",
                    "втором",
                    "второго",
                    "второе",
                    "вторая",
                    "вторую",
                    "другий",
                    "другому",
                    "другого",
                    "друге",
                    "другій",
                    "друга",
                    "другу",
                    "другої" -> 2;
            case "third",
                    "iii",
                    "третий",
                    "третьем",
                    "третьего",
                    "третьей",
                    "третья",
                    "третью",
                    "третій",
                    "третьому",
                    "третього",
                    "третя",
                    "третю",
                    "третьої" -> 3;
            case "fourth",
                    "iv",
                    "четвертый",
                    "четвёртый",
                    "четвертом",
                    "четвёртом",
                    "четвертого",
                    "четвертий",
                    "четвертому" -> 4;
            default -> 0;
        };
    }

    static boolean isYear(String word) {
        return word.length() == 4
                && (word.startsWith("19") || word.startsWith("20"))
                && Character.isDigit(word.charAt(2))
                && Character.isDigit(word.charAt(3));
    }

    private int yearEnd(int at) {
        return Set.of("года", "году", "року", "році", "г.", "р.").contains(w(at + 1)) ? at + 2 : at + 1;
    }

    /** The month of that number nearest to a day; as far ahead as back, the one past. */
    static YearMonth nearestMonth(LocalDate day, int month) {
        YearMonth now = YearMonth.from(day);
        YearMonth best = YearMonth.of(day.getYear() - 1, month);
        for (int y = day.getYear(); y <= day.getYear() + 1; y++) {
            YearMonth m = YearMonth.of(y, month);
            if (Math.abs(now.until(m, ChronoUnit.MONTHS)) < Math.abs(now.until(best, ChronoUnit.MONTHS))) {
                best = m;
            }
        }
        return best;
    }
}
