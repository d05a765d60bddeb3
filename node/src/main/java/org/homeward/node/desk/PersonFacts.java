package org.homeward.node.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.protocol.exchange.Kind;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** Reads one row of a register as facts about a person; a fact that is not there, or not understood, is null. */
final class PersonFacts {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:(\\d{1,2})\\.)?(\\d{1,2})\\.)?(\\d{4})");
    private static final Pattern ANNEX = Pattern.compile("(?i)\\bI+[-. ]?[AB]?[-. ]?\\d{0,2}\\b");

    private PersonFacts() {}

    static @Nullable String value(RegisterTable table, int row, Field field) {
        int column = table.column(field);
        return column < 0 ? null : table.value(row, column);
    }

    /** The whole name, in the order of the register. */
    static String name(RegisterTable table, int row) {
        String whole = value(table, row, Field.FULL_NAME);
        if (whole != null) {
            return whole;
        }
        List<String> parts = new ArrayList<>();
        for (Field field : List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC)) {
            String part = value(table, row, field);
            if (part != null) {
                parts.add(part);
            }
        }
        return String.join(" ", parts);
    }

    /** A civilian where the register says so in one of its languages; everybody else is a soldier. */
    static Kind kind(@Nullable String text) {
        String word = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return word.startsWith("civil") || word.startsWith("цив") || word.startsWith("гражданск")
                ? Kind.CIVILIAN
                : Kind.SOLDIER;
    }

    /**
     * What a register says of a seriously wounded or sick person, or null for everybody else.
     *
     * @return the Annex I code where there is one, otherwise the register's own words
     */
    static @Nullable String serious(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String word = text.toLowerCase(Locale.ROOT);
        boolean said =
                word.startsWith("serious") || word.contains("тяжк") || word.contains("тяжел") || word.contains("тяжёл");
        Matcher annex = ANNEX.matcher(text);
        return said || annex.lookingAt() ? text : null;
    }

    /** The first day of what the register tells of a date: a year alone is the first of January. */
    static @Nullable LocalDate firstDay(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher iso = DATE.matcher(text.trim());
        Matcher dotted = DOTTED.matcher(text.trim());
        try {
            if (iso.matches()) {
                return LocalDate.of(number(iso.group(1), 1), number(iso.group(2), 1), number(iso.group(3), 1));
            }
            if (dotted.matches()) {
                return LocalDate.of(number(dotted.group(3), 1), number(dotted.group(2), 1), number(dotted.group(1), 1));
            }
        } catch (java.time.DateTimeException notADay) {
            return null;
        }
        return null;
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
