package org.homeward.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a register tells it: a day, a month of a year, or a year, perhaps guessed.
 *
 * <p>Read are {@code 1990-02-03}, {@code 1990-02}, {@code 1990}, {@code 19900203}, {@code 03.02.1990}, {@code 3/2/1990}, {@code 02.1990},
 * with words before that say a guess ({@code близько}, {@code около}, {@code about}, {@code ~} and their like) and the words for year or
 * year of birth after. The day stands first; where a slash leaves no other reading ({@code 2/25/1990}), the month does. A year of two
 * digits is not read: its century would be a guess.
 *
 * @param year 1850 to 2100
 * @param month 1 to 12, or 0 where the text has none
 * @param day 1 to 31, or 0 where the text has none
 * @param about whether the text says that the date is a guess
 * @param orderUnsure whether day and month are told apart by custom only, as in {@code 3/2/1990}
 */
public record PartialDate(int year, int month, int day, boolean about, boolean orderUnsure) {
    /** How much of a date is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    private static final int LONGEST = 60;
    private static final Pattern GUESS = Pattern.compile(
            "^(?:близько|біля|приблизно|прибл\\.?|около|примерно|ок\\.|about|approximately|approx\\.?|circa|ca?\\.|~|≈)\\s*");
    private static final Pattern YEAR_WORD =
            Pattern.compile("\\s*(?:р\\.\\s*н\\.?|г\\.\\s*р\\.?|рік|року|год|года|р\\.?|г\\.?)$");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-./](\\d{1,2})(?:[-./](\\d{1,2}))?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s?([-./])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[-./](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    public PartialDate {
        if (year < 1850 || year > 2100 || month < 0 || month > 12 || (month == 0 && day != 0)) {
            throw new IllegalArgumentException("no such date");
        }
        if (day != 0) {
            LocalDate.of(year, month, day);
        }
    }

    /** The date that a cell tells; empty where it tells none, or one that the calendar does not have. */
    public static Optional<PartialDate> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = asciiDigits(text).strip().toLowerCase(Locale.ROOT);
        Matcher guess = GUESS.matcher(plain);
        boolean about = guess.find() || plain.endsWith("?");
        plain = guess.replaceFirst("");
        if (plain.endsWith("?")) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        plain = YEAR_WORD.matcher(plain).replaceFirst("");
        try {
            return read(plain, about);
        } catch (DateTimeException | IllegalArgumentException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static Optional<PartialDate> read(String text, boolean about) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            int day = iso.group(3) == null ? 0 : number(iso, 3);
            return Optional.of(known(number(iso, 1), number(iso, 2), day, about, false));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return Optional.of(known(number(compact, 1), number(compact, 2), number(compact, 3), about, false));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            int first = number(dayFirst, 1);
            int second = number(dayFirst, 3);
            int year = number(dayFirst, 4);
            boolean slash = dayFirst.group(2).equals("/");
            return Optional.of(
                    slash && second > 12
                            ? known(year, first, second, about, false)
                            : known(year, second, first, about, slash && first <= 12 && first != second));
        }
        Matcher month = MONTH_YEAR.matcher(text);
        if (month.matches()) {
            return Optional.of(known(number(month, 2), number(month, 1), 0, about, false));
        }
        return YEAR.matcher(text).matches()
                ? Optional.of(new PartialDate(Integer.parseInt(text), 0, 0, about, false))
                : Optional.empty();
    }

    /** A zero that the text writes, as in {@code 00.02.1990}, says unknown; a day of an unknown month says nothing. */
    private static PartialDate known(int year, int month, int day, boolean about, boolean orderUnsure) {
        return new PartialDate(year, month, month == 0 ? 0 : day, about, orderUnsure);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Arabic-Indic and full-width digits as ASCII ones. */
    private static String asciiDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            out.append(digit < 0 ? text.charAt(i) : (char) ('0' + digit));
        }
        return out.toString();
    }

    public Precision precision() {
        return day != 0 ? Precision.DAY : month != 0 ? Precision.MONTH : Precision.YEAR;
    }

    /** The first day that the date may mean, taking a guess at its word. */
    public LocalDate first() {
        return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
    }

    /** The last day that the date may mean, taking a guess at its word. */
    public LocalDate last() {
        return day != 0 ? first() : month != 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, 12, 31);
    }

    /** The date with day and month exchanged, where that is another date: a common slip of the pen. */
    public Optional<PartialDate> swapped() {
        return day == 0 || day > 12 || day == month
                ? Optional.empty()
                : Optional.of(new PartialDate(year, day, month, about, orderUnsure));
    }
}
