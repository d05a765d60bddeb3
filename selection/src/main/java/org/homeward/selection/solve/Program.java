package org.homeward.selection.solve;

import java.util.List;

/**
 * Rows over yes-or-no variables, and keys to maximise level by level: a later level never costs an earlier one anything. There are
 * no weights between levels. The last level is the lottery, which makes the best choice unique.
 */
public final class Program {
    final int size;
    final List<Row> rows;
    /** [level][variable], none negative. */
    final long[][] keys;

    final long[] greatest;
    /** The sum of each level over all variables. */
    final long[] total;

    /** @param keys by level, then variable; none negative, each sum over a level less than 2^62 */
    public Program(int size, List<Row> rows, long[][] keys) {
        this.size = size;
        this.rows = List.copyOf(rows);
        this.keys = keys;
        greatest = new long[keys.length];
        total = new long[keys.length];
        for (int level = 0; level < keys.length; level++) {
            for (long key : keys[level]) {
                if (key < 0) {
                    throw new IllegalArgumentException("a key is negative");
                }
                greatest[level] = Math.max(greatest[level], key);
                total[level] += key;
            }
        }
    }

    public int size() {
        return size;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The key of a variable on a level. */
    public long key(int level, int variable) {
        return keys[level][variable];
    }

    /** The sum of each level over a choice. */
    public long[] values(boolean[] chosen) {
        long[] values = new long[keys.length];
        for (int level = 0; level < keys.length; level++) {
            for (int i = 0; i < chosen.length; i++) {
                values[level] += chosen[i] ? keys[level][i] : 0;
            }
        }
        return values;
    }

    /** Whether every row holds. */
    public boolean feasible(boolean[] chosen) {
        return rows.stream().allMatch(row -> row.holds(chosen));
    }

    /** The same variables and levels without one clause. */
    Program without(String clause) {
        return new Program(
                size, rows.stream().filter(r -> !r.clause.equals(clause)).toList(), keys);
    }
}
