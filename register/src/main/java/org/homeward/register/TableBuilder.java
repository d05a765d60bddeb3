package org.homeward.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.register.ReadOutcome.Code;
import org.homeward.register.ReadOutcome.Read;
import org.homeward.register.ReadOutcome.Refused;
import org.homeward.register.ReadOutcome.RowVerdict;
import org.homeward.register.ReadOutcome.Seen;
import org.homeward.register.ReadOutcome.Verdict;
import org.jspecify.annotations.Nullable;

/** Makes a table of the lines below a header, whatever kind of file they come from. One use. */
final class TableBuilder {
    /** Longest cell, in UTF-16 units; nothing that a register says of a person is longer. */
    static final int MAX_CELL = 32 * 1024;

    private final String name;
    private final List<Column> columns;
    private final int idColumn;
    private final List<String> ids = new ArrayList<>();
    private final List<@Nullable String[]> rows = new ArrayList<>();
    private final Set<String> seenIds = new HashSet<>();
    private final List<RowVerdict> verdicts = new ArrayList<>();
    private int shortRows;
    private int longCells;

    TableBuilder(String name, Header header) {
        this.name = name;
        this.columns = header.columns();
        this.idColumn = columns.stream().map(Column::field).toList().indexOf(Field.ID);
    }

    /** Why no line below this header can be read, or null. */
    static @Nullable Refused flaw(String name, Header header, Map<String, Field> map) {
        Set<String> unused = new HashSet<>(map.keySet());
        header.columns().forEach(c -> unused.remove(c.header()));
        if (!unused.isEmpty()) {
            return new Refused(
                    Code.BAD_MAP,
                    "The map names a column that " + name + " does not have: compare it with the header.");
        }
        return header.columns().size() <= RegisterReader.MAX_COLUMNS
                ? null
                : new Refused(
                        Code.TOO_MANY_COLUMNS,
                        "%s has %d columns; at most %d are read."
                                .formatted(name, header.columns().size(), RegisterReader.MAX_COLUMNS));
    }

    /** Reads all lines; the first that cannot be a row refuses the file. */
    ReadOutcome build(Iterator<Line> lines, String encoding, char separator) {
        while (lines.hasNext()) {
            Refused refused = add(lines.next());
            if (refused != null) {
                return refused;
            }
        }
        if (rows.isEmpty()) {
            return new Refused(Code.NO_ROWS, name + " has a header and no rows.");
        }
        return new Read(
                new RegisterTable(columns, ids, rows),
                new Seen(encoding, separator, rows.size(), shortRows, longCells, 0, verdicts));
    }

    private @Nullable Refused add(Line line) {
        if (rows.size() == RegisterReader.MAX_ROWS) {
            return new Refused(
                    Code.TOO_MANY_ROWS, "%s has more than %d rows: split it.".formatted(name, RegisterReader.MAX_ROWS));
        }
        int cells = line.cells().size();
        if (cells > columns.size()
                && !line.cells().subList(columns.size(), cells).stream().allMatch(String::isBlank)) {
            return new Refused(
                    Code.BROKEN_ROW,
                    "%s has %d cells in line %d, but %d columns: a separator stands inside a cell without quotes."
                            .formatted(name, cells, line.number(), columns.size()));
        }
        if (cells < columns.size()) {
            shortRows++;
            note(line, Verdict.SHORT_ROW);
        }
        @Nullable String[] row = new String[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = i < cells ? cell(line, i) : null;
        }
        String id = idColumn < 0 ? null : row[idColumn];
        if (id == null) {
            id = "row " + (rows.size() + 1);
        }
        if (!seenIds.add(id)) {
            return new Refused(
                    Code.DUPLICATE_ID,
                    "%s gives the id in line %d twice: each row needs an id of its own."
                            .formatted(name, line.number()));
        }
        ids.add(id);
        rows.add(row);
        return null;
    }

    private @Nullable String cell(Line line, int column) {
        String cell = line.cells().get(column).strip();
        if (cell.length() > MAX_CELL) {
            longCells++;
            note(line, Verdict.CELL_TOO_LONG);
            return null;
        }
        return cell.isEmpty() ? null : cell;
    }

    private void note(Line line, Verdict verdict) {
        if (verdicts.size() < Seen.MAX_VERDICTS) {
            verdicts.add(new RowVerdict(line.number(), verdict));
        }
    }
}
