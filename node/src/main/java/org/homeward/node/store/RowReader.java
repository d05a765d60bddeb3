package org.homeward.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.ledger.vault.Opening;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Registers.Row;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Opens rows as the store keeps them; of an erased person none of the cells. */
final class RowReader {
    /** What {@link #row} reads, to be followed by a condition. */
    static final String ROW = "select r.batch_id, r.ordinal, r.row_key, b.columns_json, r.cells_json, r.kind"
            + " from register_row r join batch b on b.id = r.batch_id";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectReader CELLS = JSON.readerFor(String[].class);

    private final PersonKeys keys;

    RowReader(PersonKeys keys) {
        this.keys = keys;
    }

    Row row(ResultSet rs) throws SQLException {
        Kind kind = Kind.valueOf(rs.getString(6));
        return row(rs, columns(rs.getString(4)), keys.find(kind, rs.getString(3)));
    }

    /** The same where columns and key were read before. */
    Row row(ResultSet rs, List<Column> columns, byte @Nullable [] key) throws SQLException {
        Kind kind = Kind.valueOf(rs.getString(6));
        String person = rs.getString(3);
        @Nullable String[] cells = opened(kind, person, rs.getLong(1), rs.getString(5), key, columns.size());
        Map<Column, String> filled = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell != null) {
                filled.put(columns.get(i), cell);
            }
        }
        return new Row(rs.getLong(1), rs.getInt(2), person, filled);
    }

    /**
     * The cells of a row; none of them where its person was erased.
     *
     * @param known his key as it was read before, or null; where it does not open the row, another may have been made since
     */
    @Nullable
    String[] opened(Kind kind, String person, long batch, String text, byte @Nullable [] known, int columns) {
        if (SealedCells.isPlain(text)) {
            return CELLS.readValue(text);
        }
        Opening opening = known == null ? null : SealedCells.open(known, kind, person, batch, text);
        if (opening == null) {
            byte[] key = keys.find(kind, person);
            if (key == null) {
                return new @Nullable String[columns];
            }
            opening = SealedCells.open(key, kind, person, batch, text);
        }
        if (opening == null) {
            throw new UncheckedIOException(new IOException("A row of batch " + batch
                    + " in the store was changed, or its person's key belongs to another copy of it:"
                    + " run 'homeward node audit', and restore the backup."));
        }
        return CELLS.readValue(opening.content());
    }

    static String columns(RegisterTable table) {
        List<List<String>> columns = table.columns().stream()
                .map(c -> List.of(c.header(), c.field().name()))
                .toList();
        return JSON.writeValueAsString(columns);
    }

    static List<Column> columns(String json) {
        List<Column> columns = new ArrayList<>();
        for (String[] column : JSON.readValue(json, String[][].class)) {
            columns.add(new Column(column[0], Field.valueOf(column[1])));
        }
        return columns;
    }

    static String cells(RegisterTable table, int row) {
        @Nullable String[] cells = new @Nullable String[table.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = table.value(row, i);
        }
        return JSON.writeValueAsString(cells);
    }
}
