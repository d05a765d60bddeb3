package org.homeward.tracing;

import java.util.Arrays;

/** From a pair of numbers to a small count or level: open addressing on plain arrays. Keys are not negative. */
final class PairCache {
    private long[] keys = new long[1 << 12];
    private byte[] values = new byte[1 << 12];
    private int size;

    PairCache() {
        Arrays.fill(keys, -1);
    }

    int get(long key) {
        int mask = keys.length - 1;
        for (int at = slot(key, mask); keys[at] >= 0; at = at + 1 & mask) {
            if (keys[at] == key) {
                return values[at];
            }
        }
        return -1;
    }

    void put(long key, int value) {
        if (size * 2 >= keys.length) {
            long[] oldKeys = keys;
            byte[] oldValues = values;
            keys = new long[oldKeys.length * 2];
            values = new byte[oldKeys.length * 2];
            Arrays.fill(keys, -1);
            size = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] >= 0) {
                    put(oldKeys[i], oldValues[i]);
                }
            }
        }
        int mask = keys.length - 1;
        int at = slot(key, mask);
        while (keys[at] >= 0) {
            at = at + 1 & mask;
        }
        keys[at] = key;
        values[at] = (byte) value;
        size++;
    }

    private static int slot(long key, int mask) {
        return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 33) & mask;
    }
}
