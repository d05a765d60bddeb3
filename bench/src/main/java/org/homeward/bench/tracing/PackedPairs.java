package org.homeward.bench.tracing;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;

/** A set of pairs of rows in one sorted array: eight bytes a pair, so that the truth of ten million rows does not fill the memory that the engine is measured in. */
final class PackedPairs extends AbstractSet<Long> {
    private final long[] ascending;

    /** @param pairs each once, {@code heldRow << 32 | soughtRow}; taken over and sorted */
    PackedPairs(long[] pairs) {
        ascending = pairs;
        Arrays.sort(ascending);
    }

    @Override
    public boolean contains(Object pair) {
        return pair instanceof Long of && Arrays.binarySearch(ascending, of) >= 0;
    }

    @Override
    public Iterator<Long> iterator() {
        return Arrays.stream(ascending).iterator();
    }

    @Override
    public int size() {
        return ascending.length;
    }
}
