package org.homeward.names;

import java.util.Arrays;

/** The units that {@link EditModelTrainer} weighs: for each a probability and a count, found by key without boxing. */
final class UnitTable {
    private long[] keys = new long[1 << 12];
    private int[] places = new int[1 << 12];
    private long[] units = new long[1 << 10];
    double[] probability = new double[1 << 10];
    double[] count = new double[1 << 10];
    private int size;

    int size() {
        return size;
    }

    long unit(int place) {
        return units[place];
    }

    /** The place of a unit, or -1. */
    int find(long unit) {
        int slot = slot(unit);
        return keys[slot] == 0 ? -1 : places[slot];
    }

    /** The place of a unit, made if it is new. */
    int place(long unit) {
        int slot = slot(unit);
        if (keys[slot] != 0) {
            return places[slot];
        }
        if (size == units.length) {
            units = Arrays.copyOf(units, size * 2);
            probability = Arrays.copyOf(probability, size * 2);
            count = Arrays.copyOf(count, size * 2);
        }
        units[size] = unit;
        keys[slot] = unit + 1;
        places[slot] = size++;
        if (size * 2 > keys.length) {
            keys = new long[keys.length * 2];
            places = new int[keys.length];
            for (int p = 0; p < size; p++) {
                int free = slot(units[p]);
                keys[free] = units[p] + 1;
                places[free] = p;
            }
        }
        return size - 1;
    }

    private int slot(long unit) {
        int mask = keys.length - 1;
        int slot = (int) (unit * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != unit + 1) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
