package org.homeward.register;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A register's header: the first of the first {@value #WITHIN} lines that has two or more cells with a meaning, so that help above it
 * does no harm.
 *
 * @param line its number in the file
 */
record Header(long line, List<Column> columns) {
    static final int WITHIN = 20;
    private static final int LEAST_KNOWN = 2;

    Header {
        columns = List.copyOf(columns);
    }

    /** Takes lines until the header; null where there is none. */
    static @Nullable Header find(Iterator<Line> lines, Map<String, Field> map) {
        for (int i = 0; i < WITHIN && lines.hasNext(); i++) {
            Line line = lines.next();
            List<Column> columns = new ArrayList<>();
            for (String cell : line.cells()) {
                String header = cell.strip();
                columns.add(new Column(header, map.getOrDefault(header, Headers.meaning(header))));
            }
            while (!columns.isEmpty() && columns.getLast().header().isEmpty()) {
                columns.removeLast();
            }
            Header header = new Header(line.number(), columns);
            if (header.known() >= LEAST_KNOWN) {
                return header;
            }
        }
        return null;
    }

    /** Columns with a meaning. */
    long known() {
        return columns.stream().filter(c -> c.field() != Field.OTHER).count();
    }
}
