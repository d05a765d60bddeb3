package org.homeward.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One register: people that a side holds, or seeks.
 *
 * @param language that its headers and most of its rows are written in
 * @param held true for people held, false for people sought
 * @param oneNameColumn whether the name stands whole in one column
 */
public record SampleRegister(Language language, boolean held, boolean oneNameColumn, List<SampleRow> rows) {
    public SampleRegister {
        rows = List.copyOf(rows);
    }

    /** The columns after the id, in the order of the file. */
    public List<SampleColumn> columns() {
        return Arrays.stream(SampleColumn.values())
                .filter(c -> held || !c.onlyHeld())
                .filter(c -> switch (c) {
                    case FULL_NAME -> oneNameColumn;
                    case SURNAME, GIVEN_NAME, PATRONYMIC -> !oneNameColumn;
                    default -> true;
                })
                .toList();
    }

    /** The file's records: the header, then one record a row; blank cells are empty. */
    public List<List<String>> table() {
        List<SampleColumn> columns = columns();
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>();
        header.add("ID");
        columns.forEach(c -> header.add(c.header(language)));
        table.add(header);
        for (SampleRow row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(row.id());
            for (SampleColumn column : columns) {
                String cell = row.cell(column);
                cells.add(cell == null ? "" : cell);
            }
            table.add(cells);
        }
        return table;
    }
}
