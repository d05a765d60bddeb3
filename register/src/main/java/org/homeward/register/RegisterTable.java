package org.homeward.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A register in memory: named columns, and rows of text as their file gives them.
 *
 * <p>Immutable. A cell that is absent or blank is {@code null}: an unknown value, never an empty name.
 */
public final class RegisterTable {
    private final List<Column> columns;
    private final List<String> ids;
    private final List<@Nullable String[]> rows;

    /**
     * @param columns the columns, in file order
     * @param ids one key per row, unique, as the file gives it (or the row number where the file has none)
     * @param rows one array per row, as long as {@code columns}; taken over, not copied
     */
    public RegisterTable(List<Column> columns, List<String> ids, List<@Nullable String[]> rows) {
        if (ids.size() != rows.size()) {
            throw new IllegalArgumentException("ids (" + ids.size() + ") and rows (" + rows.size() + ") differ");
        }
        this.columns = List.copyOf(columns);
        this.ids = List.copyOf(ids);
        this.rows = List.copyOf(rows);
    }

    public List<Column> columns() {
        return columns;
    }

    public int size() {
        return rows.size();
    }

    public String id(int row) {
        return ids.get(row);
    }

    /** The cell as the file has it, trimmed; {@code null} where it is blank. */
    public @Nullable String value(int row, int column) {
        return rows.get(row)[column];
    }

    /** The first column of that meaning, or -1. */
    public int column(Field field) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).field() == field) {
                return i;
            }
        }
        return -1;
    }
}
