package org.homeward.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;

/** Small registers for examples: "-" is a blank cell. */
final class Rows {
    static final List<Field> PERSON =
            List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC, Field.BIRTH_DATE, Field.BIRTH_PLACE);

    private Rows() {}

    /** Rows of {@link #PERSON}'s fields, one text a row, cells apart by a bar. */
    static RegisterTable persons(String... rows) {
        return table(PERSON, rows);
    }

    static RegisterTable table(List<Field> fields, String... rows) {
        List<Column> columns = fields.stream().map(f -> new Column(f.name(), f)).toList();
        List<String> ids = new ArrayList<>();
        List<String[]> cells = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            ids.add("r" + i);
            cells.add(Arrays.stream(rows[i].split("\\|"))
                    .map(String::strip)
                    .map(c -> c.equals("-") ? null : c)
                    .toArray(String[]::new));
        }
        return new RegisterTable(columns, ids, cells);
    }
}
