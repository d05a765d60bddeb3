package org.homeward.selection.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counting rows that nest: each row hangs below the smallest that holds it, each cell below the smallest row that holds it. Nodes
 * are in ascending order of size, so that a child comes before its parent.
 */
final class Forest {
    final int[] row;
    final int[] parent;
    final int[] home;
    final long[] low;
    final long[] high;

    private Forest(List<Row> rows, int[] row, int[] parent, int[] home) {
        this.row = row;
        this.parent = parent;
        this.home = home;
        low = new long[row.length];
        high = new long[row.length];
        for (int v = 0; v < row.length; v++) {
            low[v] = rows.get(row[v]).low;
            high[v] = rows.get(row[v]).high;
        }
    }

    /** A forest, or the first row that crosses another. */
    record Read(@Nullable Forest forest, int crossing) {}

    /** @param which the rows to nest, as indices into {@code rows} */
    static Read of(List<Row> rows, Cells cells, int[] which) {
        int[] size = new int[rows.size()];
        int[][] inside = inside(rows.size(), cells);
        for (int r : which) {
            size[r] = rows.get(r).vars.length;
        }
        int[] sorted = Arrays.stream(which)
                .boxed()
                // Of rows over the same persons the one with a fixed number is outermost: entry sizes are told in it.
                .sorted(Comparator.<Integer>comparingInt(r -> size[r])
                        .thenComparing(r -> rows.get(r).low == rows.get(r).high))
                .mapToInt(r -> r)
                .toArray();
        int[] parent = new int[sorted.length];
        int[] home = new int[cells.count];
        int[] last = new int[cells.count];
        Arrays.fill(parent, -1);
        Arrays.fill(home, -1);
        Arrays.fill(last, -1);
        for (int v = 0; v < sorted.length; v++) {
            long covered = 0;
            for (int cell : inside[sorted[v]]) {
                int below = last[cell];
                if (below < 0) {
                    home[cell] = v;
                    covered += cells.weight[cell];
                } else if (parent[below] < 0) {
                    parent[below] = v;
                    covered += size[sorted[below]];
                } else if (parent[below] != v) {
                    return new Read(null, sorted[v]);
                }
                last[cell] = v;
            }
            // A row that holds only a part of a smaller one counts more below it than it has.
            if (covered != size[sorted[v]]) {
                return new Read(null, sorted[v]);
            }
        }
        return new Read(new Forest(rows, sorted, parent, home), -1);
    }

    /** For each row its cells. */
    static int[][] inside(int rows, Cells cells) {
        int[] count = new int[rows];
        for (int[] in : cells.rows) {
            for (int r : in) {
                count[r]++;
            }
        }
        int[][] inside = new int[rows][];
        for (int r = 0; r < rows; r++) {
            inside[r] = new int[count[r]];
        }
        for (int c = cells.count - 1; c >= 0; c--) {
            for (int r : cells.rows[c]) {
                inside[r][--count[r]] = c;
            }
        }
        return inside;
    }

    int nodes() {
        return row.length;
    }
}
