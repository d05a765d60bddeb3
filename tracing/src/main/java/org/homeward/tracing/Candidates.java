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
    }

    @Override
    public void pair(int heldRow, int soughtRow) {
        seen++;
        long pattern = features.pattern(held, heldRow, sought, soughtRow);
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
