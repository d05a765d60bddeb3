package org.homeward.tracing;

import java.util.Arrays;
import java.util.List;
import org.homeward.register.Field;
import org.jspecify.annotations.Nullable;

/** Finds the pairs worth comparing: those that share a key made of two fields (or of one that is nearly unique). */
final class Blocking {
    private final List<FieldColumn> columns;
    private final int cap;
    private long[] pairs = new long[1 << 12];
    private int size;
    private long leftOut;

    Blocking(List<FieldColumn> columns, int cap) {
        this.columns = columns;
        this.cap = cap;
    }

    long leftOut() {
        return leftOut;
    }

    /** Candidates as {@code heldRow << 32 | soughtRow}, ascending and distinct: eight bytes a pair. */
    long[] candidates() {
        for (int i = 0; i < columns.size(); i++) {
            FieldColumn first = columns.get(i);
            if (first.field == Field.SERVICE_NUMBER
                    || first.field == Field.BIRTH_DATE
                    || first.field == Field.FULL_NAME) {
                join(first, null);
            }
            for (int j = i + 1; j < columns.size(); j++) {
                join(first, columns.get(j));
            }
        }
        Arrays.sort(pairs, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[distinct++] = pairs[i];
            }
        }
        return Arrays.copyOf(pairs, distinct);
    }

    private void join(FieldColumn first, @Nullable FieldColumn second) {
        long[] held = keys(true, first, second);
        long[] sought = keys(false, first, second);
        int h = 0;
        int s = 0;
        while (h < held.length && s < sought.length) {
            long left = held[h] >> 32;
            long right = sought[s] >> 32;
            if (left < right) {
                h++;
            } else if (left > right) {
                s++;
            } else {
                int heldEnd = end(held, h);
                int soughtEnd = end(sought, s);
                if ((long) (heldEnd - h) * (soughtEnd - s) > cap) {
                    leftOut++;
                } else {
                    for (int a = h; a < heldEnd; a++) {
                        for (int b = s; b < soughtEnd; b++) {
                            add((held[a] << 32) | (sought[b] & 0xffff_ffffL));
                        }
                    }
                }
                h = heldEnd;
                s = soughtEnd;
            }
        }
    }

    private void add(long pair) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size++] = pair;
    }

    private static int end(long[] keys, int from) {
        int to = from;
        while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
            to++;
        }
        return to;
    }

    private static long[] keys(boolean ofHeld, FieldColumn first, @Nullable FieldColumn second) {
        int rows = ofHeld ? first.held.length : first.sought.length;
        long[] keys = new long[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            String left = first.key(ofHeld, row);
            String right = second == null ? "" : second.key(ofHeld, row);
            if (left == null || right == null) {
                continue;
            }
            // A name may stand in the other name's column, so the two are joined in either order.
            boolean swapped = second != null && isName(first) && isName(second) && left.compareTo(right) > 0;
            int hash = (swapped ? right + "|" + left : left + "|" + right).hashCode();
            keys[count++] = ((long) hash << 32) | row;
        }
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static boolean isName(FieldColumn column) {
        return column.field == Field.SURNAME || column.field == Field.GIVEN_NAME;
    }
}
