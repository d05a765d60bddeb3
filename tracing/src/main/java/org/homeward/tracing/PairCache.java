package org.homeward.tracing;

import java.util.Arrays;

/**
 * From a pair of numbers to a level: one word a slot, and a new pair takes the slot of an old one. What is forgotten is compared again, so that the memory
 * is bounded and a look costs one access, however many pairs a run has.
 */
final class PairCache {
    /** What stays in a core's own memory: a slot further away takes as long to look at as most pairs to compare. */
    private static final int LARGEST = 1 << 14;
    /** Numbers of values take 29 bits each, the level the rest. */
    private static final int BITS = 29;

    private long[] slots = new long[1 << 12];
    private int puts;

    PairCache() {
        Arrays.fill(slots, -1);
    }

    /** The level of two numbers, or -1 where it is not known. */
    int get(int left, int right) {
        long key = (long) left << BITS | right;
        long found = slots[slot(key)];
        return (found & (1L << 2 * BITS) - 1) == key && found >= 0 ? (int) (found >>> 2 * BITS) : -1;
    }

    void put(int left, int right, int level) {
        if (puts++ == slots.length / 2 && slots.length < LARGEST) {
            slots = new long[slots.length * 4];
            Arrays.fill(slots, -1);
            puts = 0;
        }
        long key = (long) left << BITS | right;
        slots[slot(key)] = (long) level << 2 * BITS | key;
    }

    private int slot(long key) {
        return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 33) & slots.length - 1;
    }
}
