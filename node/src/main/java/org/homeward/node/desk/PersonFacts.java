package org.homeward.node.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.protocol.exchange.Kind;
import org.homeward.register.Field;
import org.homeward.register.PartialDate;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** Reads one row of a register as facts about a person; a fact that is not there, or not understood, is null. */
public final class PersonFacts {
    private static final Pattern ANNEX = Pattern.compile("(I{1,3})[-. ]?([AB]?)[-. ]?(\\d{1,2})\\b.*");

    private PersonFacts() {}

    /** The cell of that field, or null. */
    public static @Nullable String value(RegisterTable table, int row, Field field) {
        int column = table.column(field);
        return column < 0 ? null : table.value(row, column);
    }

    /** The whole name, in the order of the register. */
    public static String name(RegisterTable table, int row) {
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
    public static Kind kind(@Nullable String text) {
        String word = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return word.startsWith("civil") || word.startsWith("цив") || word.startsWith("гражданск")
                ? Kind.CIVILIAN
                : Kind.SOLDIER;
    }

    /**
     * The code of a seriously wounded or sick person, or null for everybody else. What a doctor wrote stays at home.
     *
     * @return the Annex I code where there is one, otherwise {@code SERIOUS}
     */
    public static @Nullable String serious(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher code = ANNEX.matcher(text);
        if (code.matches()) {
            String letter = code.group(2).isEmpty() ? "" : "-" + code.group(2);
            return code.group(1) + letter + "-" + code.group(3);
        }
        String word = text.toLowerCase(Locale.ROOT);
        boolean said = word.startsWith("serious")
                || word.startsWith("тяжк")
                || word.startsWith("тяжел")
                || word.startsWith("тяжёл");
        return said ? "SERIOUS" : null;
    }

    /** The first day of what the register tells of a date: a year alone is the first of January. */
    public static @Nullable LocalDate firstDay(@Nullable String text) {
        return text == null
                ? null
                : PartialDate.parse(text).map(PartialDate::first).orElse(null);
    }
}
