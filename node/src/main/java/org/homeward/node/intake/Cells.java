package org.homeward.node.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.register.Answered;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row. */
public final class Cells {
    private Cells() {}

    /** The first cell of that meaning, or null. */
    public static @Nullable String first(Map<Column, String> cells, Field field) {
        return cells.entrySet().stream()
                .filter(e -> e.getKey().field() == field)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The whole name in the order of the register; blank where the row has none, as that of a person who was wiped. */
    public static String name(Map<Column, String> cells) {
        String whole = first(cells, Field.FULL_NAME);
        if (whole != null) {
            return whole;
        }
        List<String> parts = new ArrayList<>();
        for (Field field : List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC)) {
            String part = first(cells, field);
            // A refusal is an answer and no name.
            if (part != null && Answered.of(part) == Answered.GIVEN) {
                parts.add(part);
            }
        }
        return String.join(" ", parts);
    }
}
