package org.homeward.record.time;

import static org.homeward.record.time.TimeWords.AHEAD;
import static org.homeward.record.time.TimeWords.BACK;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.homeward.record.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a month or a year: "the first half of March", "на початку 2026 року", "в третьей декаде мая", "late March". The value is
 * that of the whole; which part is meant is said by the rule, from which {@link TimeExpression#mod()} is derived.
 */
final class MonthParts {
    /** A part: its words in a rule, whether a year has it too, and where the words of the whole begin. */
    private record Part(String words, boolean ofYears, int whole) {}

    /** What has the part. */
    private record Whole(int end, String value, String words, boolean year) {}

    private static final Map<String, String> EARLY_LATE =
            Map.of("early", "the beginning", "mid", "the middle", "late", "the end");
    private static final Set<String> TEN_DAYS = Set.of("декаде", "декаду", "декады", "декада", "декаді", "декади");
    private static final List<String> TENTHS = List.of(
            "the first ten days of a month: days 1 to 10, ",
            "the middle ten days of a month: days 11 to 20, ",
            "the last ten days of a month: from day 21, ");

    private final List<Token> t;
    private final LocalDate day;

    MonthParts(List<Token> tokens, LocalDate day) {
        this.t = tokens;
        this.day = day;
    }

    private String w(int i) {
        return i < 0 || i >= t.size() ? "" : t.get(i).lower();
    }

    /** What begins at a token, or null. */
    Periods.@Nullable Read at(int i) {
        String word = w(i);
        if (word.startsWith("mid-")) {
            return middle(i, word.substring(4));
        }
        Part part = part(i);
        Whole whole = part == null ? null : whole(i, part.whole());
        return part == null || whole == null || whole.year() && !part.ofYears()
                ? null
                : read(whole.end(), whole.value(), part.words() + whole.words());
    }

    private static Periods.Read read(int end, String value, String rule) {
        return new Periods.Read(end, value, rule, TimeExpression.Type.DATE);
    }

    private @Nullable Part part(int i) {
        String word = w(i);
        String next = w(i + 1);
        String plain = EARLY_LATE.get(word);
        if (plain != null) {
            // "Early this month", "late in March"; "early" alone says nothing, and what follows decides.
            return new Part(plain + " of ", true, next.equals("in") ? i + 2 : i + 1);
        }
        if (TimeWords.PARTS.contains(word)) {
            boolean english = word.charAt(0) < 0x0250;
            return english && !next.equals("of")
                    ? null
                    : new Part(TimeWords.partOf(word) + " of ", true, english ? i + 2 : i + 1);
        }
        int n = word.equals("latter") ? 2 : Periods.ordinal(word);
        if (n == 0 || n > 3) {
            return null;
        }
        if (n < 3 && (next.equals("half") || next.startsWith("половин"))) {
            String days =
                    n == 1 ? "the first half of a month: days 1 to 15, " : "the second half of a month: from day 16, ";
            return new Part(days, false, w(i + 2).equals("of") ? i + 3 : i + 2);
        }
        if (TEN_DAYS.contains(next)) {
            return new Part(TENTHS.get(n - 1), false, i + 2);
        }
        boolean ten = next.equals("ten") || next.equals("10");
        return n == 1 && ten && w(i + 2).equals("days") && w(i + 3).equals("of")
                ? new Part(TENTHS.getFirst(), false, i + 4)
                : null;
    }

    /** "mid-January", "mid-January 2025", "mid-2024". */
    private Periods.@Nullable Read middle(int i, String rest) {
        int month = Words.month(rest);
        if (month > 0) {
            Whole named = month(i, i, month);
            return read(named.end(), named.value(), "the middle of " + named.words());
        }
        return Periods.isYear(rest) ? read(i + 1, rest, "the middle of a year") : null;
    }

    /** @param from where the part begins: the word before it may lead back or ahead */
    private @Nullable Whole whole(int from, int at) {
        int month = Words.month(w(at));
        if (month > 0) {
            boolean english = w(at).charAt(0) < 0x0250;
            return english && !t.get(at).capital() ? null : month(from, at, month);
        }
        if (Periods.isYear(w(at))) {
            boolean word = Words.unit(w(at + 1)) != null && w(at + 1).charAt(0) > 0x0250;
            return new Whole(word ? at + 2 : at + 1, w(at), "a year", true);
        }
        int unit = w(at).equals("the") ? at + 1 : at;
        int step = TimeWords.step(w(unit));
        unit = step == TimeWords.NO_STEP ? unit : unit + 1;
        String code = Words.unit(w(unit));
        boolean bare = unit > at || at < t.size() && w(at).charAt(0) > 0x0250;
        if (!bare || !"M".equals(code) && !"Y".equals(code) || isMany(w(unit))) {
            return null;
        }
        int by = step == TimeWords.NO_STEP ? 0 : step;
        String counted = by == 0 ? " of publication" : " counted from publication";
        return "M".equals(code)
                ? new Whole(unit + 1, YearMonth.from(day).plusMonths(by).toString(), "the month" + counted, false)
                : new Whole(unit + 1, Integer.toString(day.getYear() + by), "the year" + counted, true);
    }

    private static boolean isMany(String unit) {
        return Set.of("months", "years", "месяцев", "лет", "місяців", "років").contains(unit);
    }

    private Whole month(int from, int at, int month) {
        int of = w(at + 1).equals("of") && Periods.isYear(w(at + 2)) ? at + 2 : at + 1;
        if (Periods.isYear(w(of))) {
            boolean word = Words.unit(w(of + 1)) != null && w(of + 1).charAt(0) > 0x0250;
            String value = w(of) + String.format(Locale.ROOT, "-%02d", month);
            return new Whole(word ? of + 2 : of + 1, value, "the month and year named", false);
        }
        String lead = w(w(from - 1).equals("the") ? from - 2 : from - 1);
        // "На початку" and "на начало" say where, not how far.
        boolean ahead = AHEAD.contains(lead) && !lead.equals("на");
        boolean back = BACK.contains(lead);
        return new Whole(
                at + 1,
                nearest(day, month, ahead, back).toString(),
                "the nearest such month" + (ahead ? " ahead" : back ? " past" : ""),
                false);
    }

    /** The month of that number: the next one from publication, the last one, or the one nearer. */
    static YearMonth nearest(LocalDate day, int month, boolean ahead, boolean back) {
        YearMonth now = YearMonth.from(day);
        YearMonth m = YearMonth.of(day.getYear(), month);
        if (ahead) {
            return m.isBefore(now) ? m.plusYears(1) : m;
        }
        if (back) {
            return m.isAfter(now) ? m.minusYears(1) : m;
        }
        return Periods.nearestMonth(day, month);
    }
}
