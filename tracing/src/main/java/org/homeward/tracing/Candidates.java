package org.homeward.tracing;

import java.util.Arrays;

/** The candidate pairs of a run: all counted by pattern, and those kept, as two plain arrays, that could yet be a match. */
final class Candidates implements Blocking.Sink {
    /** Below it, by the beliefs a model starts with, no rarity of names and no training makes a match of a pair. */
    private static final double HOPELESS = -14;

    private final Features features;
    private final Model model;
    private final int[] held;
    private final int[] sought;
    final Patterns patterns = new Patterns();
    /** What a surname can add at most, by the beliefs. */
    private final double mostOfSurname;

    private boolean[] hopeless = new boolean[1 << 10];
    private boolean[] judged = new boolean[1 << 10];
    long[] pairs = new long[1 << 12];
    int[] patternOf = new int[1 << 12];
    int size;
    long seen;

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
        pairs = Arrays.copyOf(pairs, Math.max(1, size + other.size));
        patternOf = Arrays.copyOf(patternOf, pairs.length);
        for (int i = 0; i < other.size; i++) {
            pairs[size] = other.pairs[i];
            patternOf[size++] = to[other.patternOf[i]];
        }
        seen += other.seen;
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
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
                patternOf = Arrays.copyOf(patternOf, size * 2);
            }
            pairs[size] = (long) heldRow << 32 | soughtRow;
            patternOf[size++] = at;
        }
    }
}
