package org.homeward.node.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** A page's language: its words, numbers and dates. Immutable. */
public final class Text {
    private final MessageSource messages;
    private final Locale locale;
    /** For numbers and dates: of the kinds of English, the one whose dates cannot be misread abroad. */
    private final Locale region;
    /** The shortest style that writes the month as a word. */
    private final FormatStyle dates;

    public Text(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.region = locale.getLanguage().equals("en") ? Locale.UK : locale;
        this.dates = locale.getLanguage().equals("ar") ? FormatStyle.LONG : FormatStyle.MEDIUM;
    }

    /**
     * The message of that key.
     *
     * @throws org.springframework.context.NoSuchMessageException when no bundle has it, which is a bug
     */
    public String get(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** The message of that key, or {@code otherwise} for what came in from elsewhere and may have a name we do not know. */
    public String named(String prefix, String name, String otherwise) {
        String found = messages.getMessage(prefix + "." + name, new Object[0], "", locale);
        return found == null || found.isEmpty() ? otherwise : found;
    }

    public String language() {
        return locale.getLanguage();
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return language().equals("ar") ? "rtl" : "ltr";
    }

    /** The languages to choose from, by their codes. */
    public List<String> languages() {
        return Languages.ALL.stream().map(Locale::getLanguage).toList();
    }

    /** A language's own name for itself. */
    public String languageName(String code) {
        Locale l = Locale.of(code);
        String name = l.getDisplayLanguage(l);
        return name.substring(0, 1).toUpperCase(l) + name.substring(1);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(region).format(number);
    }

    /** With one digit after the point and always a sign: evidence for or against. */
    public String signed(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(region);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        // A number that rounds to nothing speaks neither for nor against.
        String digits = format.format(Math.abs(number));
        return digits.equals(format.format(0)) ? digits : (number < 0 ? "\u2212" : "+") + digits;
    }

    /** A share of 1, cut and never rounded up: what is not certain does not read 100 %. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(region);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(java.math.RoundingMode.DOWN);
        return format.format(share);
    }

    /** An estimated probability: of what an engine estimates nothing is certain, however near it comes. */
    public String likely(double probability) {
        return percent(Math.min(probability, 0.999));
    }

    /** Date and time to the minute, in UTC, which all three nodes share. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(dates, FormatStyle.SHORT)
                        .localizedBy(region)
                        .format(instant.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    /** An ISO date in the page's language; any other writing as it stands. */
    public String day(String written) {
        try {
            return DateTimeFormatter.ofLocalizedDate(dates).localizedBy(region).format(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return plain(written);
        }
    }

    /**
     * Text of unknown origin with everything invisible made visible: a character that turns the reading direction or hides
     * another (Unicode TR 36) is shown as its code point, so that a name looks as it is written. Escaping for HTML is the
     * template's.
     */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean joins = c == 0x200C || c == 0x200D;
            if (!joins
                    && (type == Character.FORMAT
                            || type == Character.CONTROL
                            || type == Character.SURROGATE
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR)) {
                out.append(String.format(Locale.ROOT, "[U+%04X]", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** The same, of several lines. */
    public static String prose(String text) {
        return text.replace("\r", "").lines().map(Text::plain).collect(java.util.stream.Collectors.joining("\n"))
                + (text.endsWith("\n") ? "\n" : "");
    }

    /** A digest in groups of eight, as two people read it to one another. */
    public static List<String> groups(String digest) {
        return List.of(digest.split("(?<=\\G.{8})"));
    }
}
