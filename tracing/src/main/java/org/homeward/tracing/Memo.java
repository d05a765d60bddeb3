package org.homeward.tracing;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A function of a lexicon's numbers, worked out once for each. Not thread-safe. */
final class Memo {
    private final IntUnaryOperator function;
    private int[] values = new int[1024];
    private boolean[] known = new boolean[1024];

    Memo(IntUnaryOperator function) {
        this.function = function;
    }

    /** The function's value, or 0 for a number below 0. */
    int at(int id) {
        if (id < 0) {
            return 0;
        }
        if (id >= values.length) {
            int length = Math.max(id + 1, values.length * 2);
            values = Arrays.copyOf(values, length);
            known = Arrays.copyOf(known, length);
        }
        if (!known[id]) {
            values[id] = function.applyAsInt(id);
            known[id] = true;
        }
        return values[id];
    }
}
