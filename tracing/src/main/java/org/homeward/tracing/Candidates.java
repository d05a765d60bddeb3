package org.homeward.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The candidate pairs of a run: all counted by pattern, and those kept that could yet be a match.
 *
 * <p>They are kept in chunks, so that nothing is copied while they grow and each chunk can be let go once it is scored.
 */
final class Candidates implements Blocking.Sink {
    /** Below it, by the beliefs a model starts with, no rarity of names and no training makes a match of a pair. */
    private static final double HOPELESS = -14;

    private static final int CHUNK = 1 << 17;
    /** What one dossier's candidates take. */
    private static final int FIRST_CHUNK = 1 << 12;

    private final Features features;
    private final Model model;
    private final int[] held;
    private final int[] sought;
    final Patterns patterns = new Patterns();
    /** What a surname can add at most, by the beliefs. */
    private final double mostOfSurname;

    private boolean[] hopeless = new boolean[1 << 10];
    private boolean[] judged = new boolean[1 << 10];
    private final List<Chunk> full = new ArrayList<>();
    private Chunk last = new Chunk(FIRST_CHUNK);
    long seen;

    /** Some of the pairs, in the order they came, with the numbers of their patterns. */
    static final class Chunk {
        long[] pairs;
        int[] patternOf;
        int size;

        private Chunk(int room) {
            pairs = new long[room];
            patternOf = new int[room];
        }
    }

    Candidates(Features features, Model untrained, int[] held, int[] sought) {
        this.features = features;
        this.model = untrained;
        this.held = held;
        this.sought = sought;
        mostOfSurname = features.surname < 0
                ? 0
                : Math.max(
                        0,
                        Arrays.stream(untrained.matchBits)
                                .flatMapToDouble(bits -> Arrays.stream(bits[features.surname]))
                                .max()
                                .orElse(0));
    }

    /** For another thread. */
    Candidates fork() {
        return new Candidates(features.fork(), model, held, sought);
    }

    /** Takes over what another has. */
    void add(Candidates other) {
        int[] to = new int[other.patterns.size];
        for (int p = 0; p < to.length; p++) {
            to[p] = patterns.add(other.patterns.patterns[p], other.patterns.counts[p]);
        }
        full.add(last);
        for (Chunk chunk : other.full) {
            renumber(chunk, to);
            full.add(chunk);
        }
        renumber(other.last, to);
        last = other.last;
        seen += other.seen;
    }

    private static void renumber(Chunk chunk, int[] to) {
        for (int i = 0; i < chunk.size; i++) {
            chunk.patternOf[i] = to[chunk.patternOf[i]];
        }
    }

    /** All chunks, in order; this has none of them any more. */
    Chunk[] take() {
        full.add(last);
        Chunk[] all = full.toArray(Chunk[]::new);
        full.clear();
        last = new Chunk(1);
        return all;
    }

    @Override
    public void pair(int heldRow, int soughtRow) {
        seen++;
        long cheap = features.surname < 0 ? -1 : features.cheapPattern(held, heldRow, sought, soughtRow);
        if (cheap >= 0 && model.prior() + model.matchBits(cheap) + mostOfSurname < HOPELESS) {
            return;
        }
        keep(
                heldRow,
                soughtRow,
                cheap >= 0
                        ? features.withSurname(cheap, held, heldRow, sought, soughtRow)
                        : features.pattern(held, heldRow, sought, soughtRow));
    }

    private void makeRoom() {
        if (last.size < CHUNK) {
            last.pairs = Arrays.copyOf(last.pairs, last.size * 2);
            last.patternOf = Arrays.copyOf(last.patternOf, last.size * 2);
        } else {
            full.add(last);
            last = new Chunk(CHUNK);
        }
    }

    private void keep(int heldRow, int soughtRow, long pattern) {
        int at = patterns.add(pattern, 1);
        if (at >= judged.length) {
            judged = Arrays.copyOf(judged, patterns.patterns.length);
            hopeless = Arrays.copyOf(hopeless, patterns.patterns.length);
        }
        if (!judged[at]) {
            judged[at] = true;
            hopeless[at] = model.prior() + model.matchBits(pattern) < HOPELESS;
        }
        if (!hopeless[at]) {
            if (last.size == last.pairs.length) {
                makeRoom();
            }
            last.pairs[last.size] = (long) heldRow << 32 | soughtRow;
            last.patternOf[last.size++] = at;
        }
    }
}
