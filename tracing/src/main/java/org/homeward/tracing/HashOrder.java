package org.homeward.tracing;

import java.util.Arrays;

/**
 * Rows in the order of their hashes, {@code hash << 32 | row}: by digits, which is several times faster than by comparisons, and in a short run less for
 * the JVM to compile.
 */
final class HashOrder {
    private static final int BITS = 8;
    private static final int DIGITS = Integer.SIZE / BITS;
    private static final int MASK = (1 << BITS) - 1;
    /** Below it the counts of digits cost more than comparisons. */
    private static final int FEW = 200;

    private HashOrder() {}

    /**
     * The first {@code size} entries, ascending.
     *
     * @param entries with their rows ascending, so that only hashes need sorting; may be written over
     */
    static long[] ascending(long[] entries, int size) {
        long[] from = size == entries.length ? entries : Arrays.copyOf(entries, size);
        if (size < FEW) {
            Arrays.sort(from);
            return from;
        }
        int[] places = places(from);
        long[] to = new long[size];
        for (int digit = 0; digit < DIGITS; digit++) {
            scatter(from, to, places, digit);
            long[] spare = from;
            from = to;
            to = spare;
        }
        return from;
    }

    /** For each digit of each weight, where its first entry goes. */
    private static int[] places(long[] entries) {
        int[] places = new int[DIGITS << BITS];
        for (long entry : entries) {
            for (int digit = 0; digit < DIGITS; digit++) {
                places[place(entry, digit)]++;
            }
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            int sum = 0;
            for (int at = digit << BITS; at < digit + 1 << BITS; at++) {
                int count = places[at];
                places[at] = sum;
                sum += count;
            }
        }
        return places;
    }

    private static void scatter(long[] from, long[] to, int[] places, int digit) {
        for (long entry : from) {
            to[places[place(entry, digit)]++] = entry;
        }
    }

    /** The sign turned, so that hashes below 0 come first. */
    private static int place(long entry, int digit) {
        return digit << BITS | (int) ((entry ^ Long.MIN_VALUE) >>> Integer.SIZE + digit * BITS) & MASK;
    }
}
