package org.homeward.names;

/** A hash table from a long to a float with open addressing: read by many threads once filled by one. */
final class LongFloatTable {
    private final long[] keys;
    private final float[] values;
    private final int mask;

    /** Room for {@code size} entries at half load. */
    LongFloatTable(int size) {
        int slots = Integer.highestOneBit(Math.max(8, size * 2)) << 1;
        keys = new long[slots];
        values = new float[slots];
        mask = slots - 1;
    }

    void put(long key, float value) {
        int slot = slot(key);
        keys[slot] = key + 1;
        values[slot] = value;
    }

    float get(long key, float otherwise) {
        int slot = slot(key);
        return keys[slot] == 0 ? otherwise : values[slot];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key + 1) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
