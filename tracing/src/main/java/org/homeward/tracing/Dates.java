package org.homeward.tracing;

/**
 * Dates of birth as registers write them, whole or in part, in one int: {@code estimated << 30 | year << 14 | month << 7 | day}; 0 is
 * none. Months and days of a damaged date are kept as written, out of range or not, since their digits still tell.
 */
final class Dates {
    private static final int ESTIMATED = 1 << 30;
    /** So far off is a year that somebody was told, or reckoned from an age. */
    private static final int NEAR_YEARS = 3;

    private Dates() {}

    /** Reads {@code 1990-02-01}, {@code 01.02.1990}, {@code 19900201}, {@code 02.1990}, {@code 1990}, and a year marked as about. */
    static int parse(String text) {
        int[] runs = new int[3];
        int[] lengths = new int[3];
        int count = 0;
        boolean words = false;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                words |= Character.isLetter(c) || c == '~' || c == '?';
                i++;
                continue;
            }
            int from = i;
            int value = 0;
            while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                if (i - from < 8) {
                    value = value * 10 + text.charAt(i) - '0';
                }
                i++;
            }
            if (count < 3) {
                runs[count] = value;
                lengths[count++] = i - from;
            }
        }
        if (count == 0) {
            return 0;
        }
        if (lengths[0] == 8) {
            return pack(runs[0] / 10_000, runs[0] / 100 % 100, runs[0] % 100);
        }
        if (lengths[0] == 4) {
            int whole = pack(runs[0], count > 1 ? runs[1] : 0, count > 2 ? runs[2] : 0);
            return words && count == 1 ? whole | ESTIMATED : whole;
        }
        if (count == 2 && lengths[1] == 4) {
            return pack(runs[1], runs[0], 0);
        }
        if (count == 3 && lengths[2] == 4) {
            return runs[1] > 12 && runs[0] <= 12 ? pack(runs[2], runs[0], runs[1]) : pack(runs[2], runs[1], runs[0]);
        }
        return 0;
    }

    private static int pack(int year, int month, int day) {
        return (year & 0xffff) << 14 | (month & 127) << 7 | (day & 127);
    }

    static int year(int date) {
        return date >> 14 & 0xffff;
    }

    static int month(int date) {
        return date >> 7 & 127;
    }

    static int day(int date) {
        return date & 127;
    }

    static boolean isWhole(int date) {
        return month(date) != 0 && day(date) != 0;
    }

    static Level compare(int a, int b) {
        return Step.level(step(a, b));
    }

    static int step(int a, int b) {
        if (a == 0 || b == 0) {
            return Level.MISSING.ordinal();
        }
        int years = Math.abs(year(a) - year(b));
        int otherwise = years <= NEAR_YEARS ? Step.NOT_FAR : Level.DIFFERENT.ordinal();
        if (((a | b) & ESTIMATED) != 0) {
            return years <= 2 ? Step.LESS_LOOSE : otherwise;
        }
        if (month(a) == 0 || month(b) == 0) {
            return years == 0 ? Level.PART.ordinal() : years == 1 ? Step.LESS_LOOSE : otherwise;
        }
        if (day(a) == 0 || day(b) == 0) {
            boolean sameMonth = month(a) == month(b);
            return years == 0
                    ? (sameMonth ? Level.EQUIVALENT : Level.LOOSE).ordinal()
                    : sameMonth && years == 1 ? Level.LOOSE.ordinal() : otherwise;
        }
        if (a == b) {
            return Level.EXACT.ordinal();
        }
        if (years == 0 && month(a) == day(b) && day(a) == month(b)) {
            return Level.ALIKE.ordinal();
        }
        int same = (years == 0 ? 1 : 0) + (month(a) == month(b) ? 1 : 0) + (day(a) == day(b) ? 1 : 0);
        boolean exchangedYearOff = years <= NEAR_YEARS && month(a) == day(b) && day(a) == month(b);
        int days = Math.abs(days(a) - days(b));
        if (same == 0) {
            // Nearly all pairs of strangers.
            return days == 1
                    ? Level.NEAR.ordinal()
                    : days <= 15 || exchangedYearOff ? Level.LOOSE.ordinal() : otherwise;
        }
        int digits = digits(year(a), year(b)) + digits(month(a), month(b)) + digits(day(a), day(b));
        if (years != 0 && same == 2 && years <= NEAR_YEARS) {
            return Level.CLOSE.ordinal();
        }
        boolean slip = same == 2
                && (digits == 1
                        || Math.abs(month(a) - month(b)) == 1
                        || transposed(year(a), year(b))
                        || transposed(month(a), month(b))
                        || transposed(day(a), day(b)));
        if (slip || days == 1) {
            return Level.NEAR.ordinal();
        }
        boolean formsDefault = (month(a) == 1 && day(a) == 1) || (month(b) == 1 && day(b) == 1);
        if (years == 0 && formsDefault) {
            return Level.PART.ordinal();
        }
        // Day and month may agree by chance, and years this far apart are no slip.
        boolean yearsClash = years > 3 && digits(year(a), year(b)) > 1;
        return !yearsClash && (same == 2 || (same == 1 && digits == 2) || days <= 15 || exchangedYearOff)
                ? Level.LOOSE.ordinal()
                : otherwise;
    }

    /** Days since an arbitrary day, by the civil calendar; impossible days give a number too. */
    private static int days(int date) {
        int year = month(date) > 2 ? year(date) : year(date) - 1;
        int month = (month(date) + 9) % 12;
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day(date);
    }

    private static int digits(int a, int b) {
        int different = 0;
        while (a != 0 || b != 0) {
            different += a % 10 == b % 10 ? 0 : 1;
            a /= 10;
            b /= 10;
        }
        return different;
    }

    private static boolean transposed(int a, int b) {
        return a != b && a % 10 == b / 10 % 10 && a / 10 % 10 == b % 10 && a / 100 == b / 100;
    }
}
