package org.homeward.tracing;

import java.util.Arrays;

/**
 * The rows of a register by one blocking key, to be asked for one person's. A block of too many rows is divided by further parts of keys, as in a run of
 * two registers: rows without the part leave it, and so do all where no part is left.
 */
final class Blocks {
    /** By how often a block was divided: {@code hash << 32 | row}, ascending, of blocks that are small enough. */
    private final long[][] entries = new long[Keys.REFINEMENTS.length + 1][];
    /** The hashes of the blocks that were divided, ascending. */
    private final int[][] divided = new int[Keys.REFINEMENTS.length + 1][];

    /** Some rows, the lower half of the entries. */
    record Block(long[] entries, int from, int to) {
        private static final Block NONE = new Block(new long[0], 0, 0);

        int size() {
            return to - from;
        }
    }

    /**
     * @param cells the register's encoded rows
     * @param ascending {@code hash << 32 | row} for each row that has the key
     * @param most rows of a block that is not divided
     */
    Blocks(Keys keys, int[] cells, long[] ascending, int most) {
        long[] rest = ascending;
        for (int depth = 0; depth < entries.length; depth++) {
            long[] small = new long[rest.length];
            long[] large = new long[rest.length];
            int[] hashes = new int[rest.length / most];
            int smalls = 0;
            int larges = 0;
            int blocks = 0;
            for (int from = 0, to; from < rest.length; from = to) {
                to = end(rest, from);
                if (to - from <= most) {
                    System.arraycopy(rest, from, small, smalls, to - from);
                    smalls += to - from;
                } else {
                    hashes[blocks++] = (int) (rest[from] >> 32);
                    larges = depth == Keys.REFINEMENTS.length
                            ? larges
                            : divide(keys, cells, rest, from, to, Keys.REFINEMENTS[depth], large, larges);
                }
            }
            entries[depth] = Arrays.copyOf(small, smalls);
            divided[depth] = Arrays.copyOf(hashes, blocks);
            rest = HashOrder.ascending(large, larges);
        }
    }

    private static int end(long[] entries, int from) {
        int to = from + 1;
        while (to < entries.length && entries[to] >> 32 == entries[from] >> 32) {
            to++;
        }
        return to;
    }

    private static int divide(Keys keys, int[] cells, long[] rows, int from, int to, int part, long[] into, int size) {
        int at = size;
        for (int i = from; i < to; i++) {
            int value = keys.part(cells, (int) rows[i], part);
            if (value != 0) {
                into[at++] = (long) Keys.mix((int) (rows[i] >> 32), value) << 32 | rows[i] & 0xFFFFFFFFL;
            }
        }
        return at;
    }

    /** The block of a row with this hash: the first of these cells. */
    Block of(Keys keys, int[] cells, int hash) {
        int finer = hash;
        for (int depth = 0; depth < entries.length && finer != 0; depth++) {
            if (Arrays.binarySearch(divided[depth], finer) < 0) {
                int from = lower(entries[depth], (long) finer << 32);
                return new Block(entries[depth], from, lower(entries[depth], ((long) finer << 32) + (1L << 32)));
            }
            int value = depth == Keys.REFINEMENTS.length ? 0 : keys.part(cells, 0, Keys.REFINEMENTS[depth]);
            finer = value == 0 ? 0 : Keys.mix(finer, value);
        }
        return Block.NONE;
    }

    private static int lower(long[] entries, long least) {
        int at = Arrays.binarySearch(entries, least);
        return at < 0 ? -at - 1 : at;
    }
}
