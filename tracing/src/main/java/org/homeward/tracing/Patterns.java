package org.homeward.tracing;

import java.util.Arrays;

/** Counts of distinct patterns of levels: what EM runs on, however many pairs there are (the trick of fastLink). */
final class Patterns {
    private long[] slots = new long[1 << 12];
    private int[] at = new int[1 << 12];
    long[] patterns = new long[1 << 10];
    long[] counts = new long[1 << 10];
    int size;

    Patterns() {
        Arrays.fill(at, -1);
    }

    /** The number of a pattern, counted {@code times} more. */
    int add(long pattern, long times) {
        int mask = slots.length - 1;
        int slot = slot(pattern, mask);
        while (at[slot] >= 0) {
            if (slots[slot] == pattern) {
                counts[at[slot]] += times;
                return at[slot];
            }
            slot = slot + 1 & mask;
        }
        if (size == patterns.length) {
            patterns = Arrays.copyOf(patterns, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        patterns[size] = pattern;
        counts[size] = times;
        slots[slot] = pattern;
        at[slot] = size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new long[slots.length * 2];
        at = new int[slots.length];
        Arrays.fill(at, -1);
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = slot(patterns[i], mask);
            while (at[slot] >= 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = patterns[i];
            at[slot] = i;
        }
    }

    private static int slot(long key, int mask) {
        return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 32) & mask;
    }
}
