package org.homeward.selection.solve;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Variables best first: by the levels, and by index should all be equal. Where the levels fit into one word the order is a bucket
 * sort whose buckets are sorted only when somebody reaches them: a greedy that stops early never pays for the rest.
 */
final class Order {
    private static final int MOST_BUCKET_BITS = 16;

    private final int size;
    private final long[] packed;
    private final int indexBits;
    /** Sorted up to here. */
    private int ready;

    private final int[] ends;
    private int bucket;

    private Order(int size, long[] packed, int indexBits, int[] ends, int ready) {
        this.size = size;
        this.packed = packed;
        this.indexBits = indexBits;
        this.ends = ends;
        this.ready = ready;
    }

    static Order of(Program program) {
        int n = program.size;
        int bits = 0;
        for (long greatest : program.greatest) {
            bits += bits(greatest);
        }
        int indexBits = bits(Math.max(1, n - 1));
        int top = Math.min(Math.min(MOST_BUCKET_BITS, bits), Math.max(4, bits(n) - 1));
        int rest = bits - top;
        if (bits > 62 || rest + indexBits > 62) {
            return compared(program, indexBits);
        }
        long[] word = new long[n];
        for (int level = 0; level < program.keys.length; level++) {
            int shift = bits(program.greatest[level]);
            if (shift > 0) {
                long[] key = program.keys[level];
                for (int i = 0; i < n; i++) {
                    word[i] = word[i] << shift | key[i];
                }
            }
        }
        int[] ends = new int[1 << top];
        long mask = (1L << bits) - 1;
        for (int i = 0; i < n; i++) {
            word[i] = mask - word[i];
            ends[(int) (word[i] >>> rest)]++;
        }
        for (int b = 0, sum = 0; b < ends.length; b++) {
            int count = ends[b];
            ends[b] = sum;
            sum += count;
        }
        long[] packed = new long[n];
        long low = (1L << rest) - 1;
        for (int i = 0; i < n; i++) {
            packed[ends[(int) (word[i] >>> rest)]++] = (word[i] & low) << indexBits | i;
        }
        return new Order(n, packed, indexBits, ends, 0);
    }

    private static Order compared(Program program, int indexBits) {
        Integer[] boxed = new Integer[program.size];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, best(program));
        long[] packed = new long[boxed.length];
        Arrays.setAll(packed, i -> boxed[i]);
        return new Order(packed.length, packed, indexBits, new int[0], packed.length);
    }

    static Comparator<Integer> best(Program program) {
        return (a, b) -> {
            for (long[] key : program.keys) {
                int c = Long.compare(key[b], key[a]);
                if (c != 0) {
                    return c;
                }
            }
            return Integer.compare(a, b);
        };
    }

    /** The variable at a place, 0 the best. Places must be asked in ascending order the first time. */
    int at(int place) {
        while (place >= ready) {
            int end = ends[bucket++];
            if (end - ready > 1) {
                Arrays.sort(packed, ready, end);
            }
            ready = end;
        }
        return (int) (packed[place] & ((1L << indexBits) - 1));
    }

    int size() {
        return size;
    }

    /** For each variable its place. */
    int[] ranks() {
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[at(i)] = i;
        }
        return ranks;
    }

    static int bits(long greatest) {
        return 64 - Long.numberOfLeadingZeros(greatest);
    }
}
