package org.homeward.selection.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * Strictly ordered levels as few 64-bit words: several levels share one word, each with guard bits, so that sums of keys compare
 * level by level and none overflows into the one before. Exact integers; a single packed word would lose what it cannot hold.
 */
final class Words {
    private static final int WIDTH = 62;

    final int count;
    /** Value of one unit in the reserved fields, all in word 0; index 0 is the most important. */
    final long[] reserved;

    private final Program program;
    private final int[][] levels;
    private final int[][] shifts;

    private Words(Program program, long[] reserved, int[][] levels, int[][] shifts) {
        this.program = program;
        this.reserved = reserved;
        this.levels = levels;
        this.shifts = shifts;
        count = levels.length;
    }

    /**
     * @param terms the most keys that are ever added or subtracted in one sum
     * @param reserve number of fields above all levels
     * @param signed whether keys are also subtracted, and one may be counted more than once
     */
    static Words of(Program program, long terms, int reserve, boolean signed) {
        List<List<Integer>> level = new ArrayList<>(List.of(new ArrayList<>()));
        List<List<Integer>> width = new ArrayList<>(List.of(new ArrayList<>()));
        int used = 0;
        for (int l = -reserve; l < program.keys.length; l++) {
            long greatest = l < 0 ? 1 : program.greatest[l];
            long sum = Math.multiplyExact(greatest, terms);
            // Where nothing is subtracted, no variable is counted twice either.
            int bits = signed ? Order.bits(sum) + 1 : Order.bits(l < 0 ? sum : Math.min(sum, program.total[l]));
            if (bits > WIDTH) {
                throw new IllegalArgumentException("a level's sum does not fit into 64 bits");
            }
            if (l >= 0 && program.greatest[l] == 0) {
                continue;
            }
            if (used + bits > WIDTH) {
                level.add(new ArrayList<>());
                width.add(new ArrayList<>());
                used = 0;
            }
            level.getLast().add(l);
            width.getLast().add(bits);
            used += bits;
        }
        int[][] levels = new int[level.size()][];
        int[][] shifts = new int[level.size()][];
        long[] reserved = new long[reserve];
        for (int w = 0; w < levels.length; w++) {
            List<Integer> of = new ArrayList<>();
            List<Integer> by = new ArrayList<>();
            int shift = width.get(w).stream().mapToInt(b -> b).sum();
            for (int i = 0; i < level.get(w).size(); i++) {
                shift -= width.get(w).get(i);
                int l = level.get(w).get(i);
                if (l < 0) {
                    reserved[l + reserve] = 1L << shift;
                } else {
                    of.add(l);
                    by.add(shift);
                }
            }
            levels[w] = of.stream().mapToInt(l -> l).toArray();
            shifts[w] = by.stream().mapToInt(s -> s).toArray();
        }
        return new Words(program, reserved, levels, shifts);
    }

    long value(int word, int variable) {
        long value = 0;
        int[] of = levels[word];
        for (int i = 0; i < of.length; i++) {
            value += program.keys[of[i]][variable] << shifts[word][i];
        }
        return value;
    }

    /** The values of the first variables of a list, [word][place]. */
    long[][] values(int[] variables, int n) {
        long[][] values = new long[count][n];
        for (int w = 0; w < count; w++) {
            long[] of = values[w];
            for (int i = 0; i < levels[w].length; i++) {
                long[] key = program.keys[levels[w][i]];
                int shift = shifts[w][i];
                for (int k = 0; k < n; k++) {
                    of[k] += key[variables[k]] << shift;
                }
            }
        }
        return values;
    }
}
