package org.homeward.tracing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Gives every pair of rows that share a key, once: under the first key they share, so that no set of pairs is kept.
 *
 * <p>A block of more pairs than the cap is divided by further parts of keys. Rows without the further part leave that block; what no part can divide is
 * left out and counted.
 */
final class Blocking {
    /** Takes a pair. */
    interface Sink {
        void pair(int heldRow, int soughtRow);
    }

    private final Keys keys;
    /** The same keys; each has read one register. */
    private final Keys keysOfSought;

    private final int[] held;
    private final int[] sought;
    private int[] heldKeys;
    private int[] soughtKeys;
    /** Keys a row in the two arrays: all of them, and after {@link #done} those that {@link #completeness} asks for. */
    private int width;

    private final int cap;
    private final AtomicLong refined = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();
    /** How many keys, from the first, were joined without a block divided. */
    private int undivided;

    /** @param held the encoded rows of a register, as {@link Features#encode} gives them */
    Blocking(Keys keys, int[] held, int[] sought, int cap) {
        this.keys = keys;
        this.held = held;
        this.sought = sought;
        keysOfSought = keys.fork();
        CompletableFuture<int[]> ofSought = CompletableFuture.supplyAsync(() -> keysOfSought.keys(sought));
        heldKeys = keys.keys(held);
        soughtKeys = ofSought.join();
        this.cap = cap;
        width = keys.count;
    }

    /** Blocks that were over the cap and divided. */
    long refined() {
        return refined.get();
    }

    /** Blocks that were left out, since nothing divides them. */
    long leftOut() {
        return leftOut.get();
    }

    /**
     * The estimated share of true pairs that some key joins: links that names alone would have found and dates alone not, and the other
     * way round, as a capture and a recapture; less those that only keys of both have found. It supposes that slips in names and in dates are independent, so it
     * is somewhat high. For after {@link #done}.
     */
    double completeness(List<Integer> links, long[] pairs) {
        int byName = 0;
        int byDate = 0;
        int byBoth = 0;
        for (int i : links) {
            int h = (int) (pairs[i] >> 32) * width;
            int s = (int) pairs[i] * width;
            boolean name = shares(0, Keys.OF_NAMES.length, h, s);
            boolean date = shares(Keys.OF_NAMES.length, width, h, s);
            byName += name ? 1 : 0;
            byDate += date ? 1 : 0;
            byBoth += name && date ? 1 : 0;
        }
        if (byName == 0 || byDate == 0) {
            return 1;
        }
        double neither = (byName - byBoth) * (double) (byDate - byBoth) / Math.max(1, byBoth);
        double found = links.size();
        double foundOtherwise = found - byName - byDate + byBoth;
        return found / (found + Math.max(0, neither - foundOtherwise));
    }

    private boolean shares(int from, int to, int h, int s) {
        for (int k = from; k < to; k++) {
            if (heldKeys[h + k] != 0 && heldKeys[h + k] == soughtKeys[s + k]) {
                return true;
            }
        }
        return false;
    }

    /** Lets go of what only joining needs, once that is done. */
    void done() {
        int[] kept = IntStream.concat(Arrays.stream(Keys.OF_NAMES), IntStream.of(Keys.OF_DATE))
                .toArray();
        heldKeys = columns(heldKeys, kept);
        soughtKeys = columns(soughtKeys, kept);
        width = kept.length;
    }

    private int[] columns(int[] all, int[] kept) {
        int[] few = new int[all.length / width * kept.length];
        int to = 0;
        for (int from = 0; from < all.length; from += width) {
            for (int k : kept) {
                few[to++] = all[from + k];
            }
        }
        return few;
    }

    void join(Sink sink) {
        for (int key = 0; key < keys.count; key++) {
            if (joinsNothingNew(key)) {
                continue;
            }
            long[] ofHeld = sorted(heldKeys, keys.count, key);
            long[] ofSought = sorted(soughtKeys, keys.count, key);
            join(key, ofHeld, 0, ofHeld.length, ofSought, 0, ofSought.length, 0, sink);
            undivided += refined.get() == 0 ? 1 : 0;
        }
    }

    private boolean joinsNothingNew(int key) {
        return key > Keys.OF_DATE && key <= Keys.LAST_OF_DATE && undivided > Keys.OF_DATE;
    }

    /**
     * The same with two threads: one has the keys whose hash is negative. A row has one hash a key, so neither sees what the other writes; a key
     * begins when both are done with the one before.
     */
    void join(Sink first, Sink second) {
        for (int k = 0; k < keys.count; k++) {
            int key = k;
            if (joinsNothingNew(key)) {
                continue;
            }
            CompletableFuture<long[]> sorting = CompletableFuture.supplyAsync(() -> sorted(heldKeys, keys.count, key));
            long[] ofSought = sorted(soughtKeys, keys.count, key);
            long[] ofHeld = sorting.join();
            int h = firstNotNegative(ofHeld);
            int s = firstNotNegative(ofSought);
            CompletableFuture<Void> joining =
                    CompletableFuture.runAsync(() -> join(key, ofHeld, 0, h, ofSought, 0, s, 0, first));
            join(key, ofHeld, h, ofHeld.length, ofSought, s, ofSought.length, 0, second);
            joining.join();
            undivided += refined.get() == 0 ? 1 : 0;
        }
    }

    private static int firstNotNegative(long[] ascending) {
        int at = Arrays.binarySearch(ascending, 0);
        return at < 0 ? -at - 1 : at;
    }

    /** {@code hash << 32 | row}, ascending; the sign of the hash orders both sides alike. */
    static long[] sorted(int[] hashes, int width, int at) {
        int rows = hashes.length / width;
        long[] entries = new long[rows];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            int hash = hashes[row * width + at];
            if (hash != 0) {
                entries[size++] = (long) hash << 32 | row;
            }
        }
        return HashOrder.ascending(entries, size);
    }

    /** Joins the blocks of two parts of sorted entries. */
    private void join(
            int key, long[] held, int h, int heldTo, long[] sought, int s, int soughtTo, int depth, Sink sink) {
        int most = key >= Keys.FIRST_WIDE && key <= Keys.LAST_WIDE ? Math.max(1, cap / 4) : cap;
        while (h < heldTo && s < soughtTo) {
            long left = held[h] >> 32;
            long right = sought[s] >> 32;
            if (left < right) {
                h++;
            } else if (left > right) {
                s++;
            } else {
                int heldEnd = end(held, h, heldTo);
                int soughtEnd = end(sought, s, soughtTo);
                if ((long) (heldEnd - h) * (soughtEnd - s) > most) {
                    divide(
                            key,
                            Arrays.copyOfRange(held, h, heldEnd),
                            Arrays.copyOfRange(sought, s, soughtEnd),
                            depth,
                            sink);
                } else {
                    block(key, held, h, heldEnd, sought, s, soughtEnd, sink);
                }
                h = heldEnd;
                s = soughtEnd;
            }
        }
    }

    private void block(int key, long[] held, int h, int heldEnd, long[] sought, int s, int soughtEnd, Sink sink) {
        for (int a = h; a < heldEnd; a++) {
            int heldRow = (int) held[a];
            for (int b = s; b < soughtEnd; b++) {
                int soughtRow = (int) sought[b];
                if (!sharedBefore(key, heldRow, soughtRow)) {
                    sink.pair(heldRow, soughtRow);
                }
            }
        }
    }

    private boolean sharedBefore(int key, int heldRow, int soughtRow) {
        int a = heldRow * keys.count;
        int b = soughtRow * keys.count;
        for (int k = 0; k < key; k++) {
            int hash = heldKeys[a + k];
            if (hash != 0 && hash == soughtKeys[b + k]) {
                return true;
            }
        }
        return false;
    }

    private void divide(int key, long[] held, long[] sought, int depth, Sink sink) {
        if (depth == Keys.REFINEMENTS.length) {
            leftOut.incrementAndGet();
            drop(heldKeys, held, key);
            drop(soughtKeys, sought, key);
            return;
        }
        refined.incrementAndGet();
        int part = Keys.REFINEMENTS[depth];
        long[] finerHeld = refine(keys, heldKeys, this.held, held, key, part);
        long[] finerSought = refine(keysOfSought, soughtKeys, this.sought, sought, key, part);
        join(key, finerHeld, 0, finerHeld.length, finerSought, 0, finerSought.length, depth + 1, sink);
    }

    private void drop(int[] hashes, long[] rows, int key) {
        for (long entry : rows) {
            hashes[(int) entry * keys.count + key] = 0;
        }
    }

    /** Writes the finer hash back, so that {@link #sharedBefore} sees what was really joined. */
    private static long[] refine(Keys keys, int[] hashes, int[] cells, long[] rows, int key, int part) {
        long[] finer = new long[rows.length];
        int size = 0;
        for (long entry : rows) {
            int row = (int) entry;
            int value = keys.part(cells, row, part);
            int hash = value == 0 ? 0 : Keys.mix((int) (entry >> 32), value);
            hashes[row * keys.count + key] = hash;
            if (hash != 0) {
                finer[size++] = (long) hash << 32 | row;
            }
        }
        return HashOrder.ascending(finer, size);
    }

    private static int end(long[] entries, int from, int most) {
        int to = from;
        while (to < most && entries[to] >> 32 == entries[from] >> 32) {
            to++;
        }
        return to;
    }
}
