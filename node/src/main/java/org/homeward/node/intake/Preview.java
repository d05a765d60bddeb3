package org.homeward.node.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.store.Registers;
import org.homeward.register.Column;
import org.homeward.register.ReadOutcome.Seen;
import org.homeward.register.ReadOutcome.Verdict;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/**
 * What a waiting file would do to its register.
 *
 * @param sample its first rows, cell by cell; blank cells are empty
 * @param added rows whose key the register does not have
 * @param changed rows whose key it has, with other cells
 * @param same rows that it has as they are
 * @param verdicts how often each verdict was given, in the order of the verdicts
 * @param there the batch that this very file is already, or empty
 */
public record Preview(
        Waiting waiting,
        Seen seen,
        List<Column> columns,
        List<List<String>> sample,
        int added,
        int changed,
        int same,
        Map<Verdict, Integer> verdicts,
        Optional<Registers.Batch> there) {
    static final int SAMPLE = 12;

    static Preview of(
            Waiting waiting, RegisterTable table, Seen seen, RegisterTable now, List<Registers.Batch> batches) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int row = 0; row < now.size(); row++) {
            rows.put(now.id(row), row);
        }
        int added = 0;
        int changed = 0;
        for (int row = 0; row < table.size(); row++) {
            Integer before = rows.get(table.id(row));
            if (before == null) {
                added++;
            } else if (!cells(table, row).equals(cells(now, before))) {
                changed++;
            }
        }
        List<List<String>> sample = new ArrayList<>();
        for (int row = 0; row < Math.min(SAMPLE, table.size()); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                cells.add(text(table.value(row, column)));
            }
            sample.add(cells);
        }
        Map<Verdict, Integer> counts = new java.util.EnumMap<>(Verdict.class);
        seen.verdicts().forEach(v -> counts.merge(v.verdict(), 1, Integer::sum));
        return new Preview(
                waiting,
                seen,
                table.columns(),
                sample,
                added,
                changed,
                table.size() - added - changed,
                counts,
                batches.stream()
                        .filter(b -> b.sha256().equals(waiting.sha256()))
                        .findFirst());
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    /** The cells that say something: a column that one of two files lacks is no difference. */
    private static Map<Column, String> cells(RegisterTable table, int row) {
        Map<Column, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String value = table.value(row, column);
            if (value != null) {
                cells.put(table.columns().get(column), value);
            }
        }
        return cells;
    }
}
