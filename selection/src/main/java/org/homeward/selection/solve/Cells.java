package org.homeward.selection.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Variables with the same coefficient in every row, taken together. Inside a cell only the levels tell two of them apart, so that
 * the best are always taken first; all questions about rows need only cells.
 */
final class Cells {
    final int count;
    final int[] of;
    final int[] weight;
    /** For each cell the rows it is in, ascending, and its coefficient in each. */
    final int[][] rows;

    final long[][] coefs;

    private Cells(int[] of, int[] weight, int[][] rows, long[][] coefs) {
        this.count = weight.length;
        this.of = of;
        this.weight = weight;
        this.rows = rows;
        this.coefs = coefs;
    }

    static Cells of(int size, List<Row> rows) {
        int[] start = new int[size + 1];
        for (Row row : rows) {
            for (int v : row.vars) {
                start[v + 1]++;
            }
        }
        for (int i = 0; i < size; i++) {
            start[i + 1] += start[i];
        }
        int[] in = new int[start[size]];
        long[] with = new long[start[size]];
        int[] fill = Arrays.copyOf(start, size);
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            for (int i = 0; i < row.vars.length; i++) {
                int at = fill[row.vars[i]]++;
                in[at] = r;
                with[at] = row.coef(i);
            }
        }
        int[] of = new int[size];
        int[] table = new int[Integer.highestOneBit(Math.max(8, size)) * 4];
        List<Integer> first = new ArrayList<>();
        int[] weight = new int[size];
        for (int i = 0; i < size; i++) {
            long hash = 1;
            for (int at = start[i]; at < start[i + 1]; at++) {
                hash = (hash * 31 + in[at]) * 1_000_003 + with[at];
            }
            int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 33) & (table.length - 1);
            while (table[slot] != 0 && !same(start, in, with, i, first.get(table[slot] - 1))) {
                slot = (slot + 1) & (table.length - 1);
            }
            if (table[slot] == 0) {
                first.add(i);
                table[slot] = first.size();
            }
            of[i] = table[slot] - 1;
            weight[of[i]]++;
        }
        int[][] cellRows = new int[first.size()][];
        long[][] cellCoefs = new long[first.size()][];
        for (int c = 0; c < cellRows.length; c++) {
            int i = first.get(c);
            cellRows[c] = Arrays.copyOfRange(in, start[i], start[i + 1]);
            cellCoefs[c] = Arrays.copyOfRange(with, start[i], start[i + 1]);
        }
        return new Cells(of, Arrays.copyOf(weight, cellRows.length), cellRows, cellCoefs);
    }

    private static boolean same(int[] start, int[] in, long[] with, int a, int b) {
        return Arrays.equals(in, start[a], start[a + 1], in, start[b], start[b + 1])
                && Arrays.equals(with, start[a], start[a + 1], with, start[b], start[b + 1]);
    }

    /** Variables grouped by cell, in the order given: those of cell c are at {@code starts[c]} up to {@code starts[c + 1]}. */
    int[] starts() {
        int[] starts = new int[count + 1];
        for (int c = 0; c < count; c++) {
            starts[c + 1] = starts[c] + weight[c];
        }
        return starts;
    }

    int[] members(Order order) {
        int[] at = starts();
        int[] members = new int[of.length];
        for (int i = 0; i < of.length; i++) {
            int v = order.at(i);
            members[at[of[v]]++] = v;
        }
        return members;
    }
}
