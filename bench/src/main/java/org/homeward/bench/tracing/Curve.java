package org.homeward.bench.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Scored pairs against the truth: recall where precision is still so high, and whether a probability means what it says. */
public final class Curve {
    /** A pair ({@code heldRow << 32 | soughtRow}) and its score; for {@link #reliability} a probability. */
    public record Scored(long pair, double score) {}

    /** Pairs of a range of probabilities: how many, what was said of them and what came true. */
    public record Bin(double from, double to, int pairs, double said, double right) {}

    private final List<Scored> descending;
    private final Set<Long> truth;
    private final int possible;

    /** @param possible how many of the true pairs such a list can have */
    public Curve(List<Scored> pairs, Set<Long> truth, int possible) {
        descending = new ArrayList<>(pairs);
        descending.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::pair));
        this.truth = truth;
        this.possible = possible;
    }

    /** The greatest recall of a cut whose precision is at least this; pairs of one score stand or fall together. */
    public double recallAtPrecision(double precision) {
        int right = 0;
        double best = 0;
        for (int i = 0; i < descending.size(); i++) {
            right += truth.contains(descending.get(i).pair()) ? 1 : 0;
            boolean cut = i + 1 == descending.size()
                    || descending.get(i + 1).score() < descending.get(i).score();
            if (cut && right >= precision * (i + 1)) {
                best = Math.max(best, right / (double) possible);
            }
        }
        return best;
    }

    /** The greatest harmonic mean of precision and recall of any cut. */
    public double bestF1() {
        int right = 0;
        double best = 0;
        for (int i = 0; i < descending.size(); i++) {
            right += truth.contains(descending.get(i).pair()) ? 1 : 0;
            best = Math.max(best, 2.0 * right / (i + 1 + possible));
        }
        return best;
    }

    /** Precision and recall of the pairs from a score on. */
    public double[] at(double score) {
        int given = 0;
        int right = 0;
        for (Scored scored : descending) {
            if (scored.score() >= score) {
                given++;
                right += truth.contains(scored.pair()) ? 1 : 0;
            }
        }
        return new double[] {given == 0 ? 1 : right / (double) given, right / (double) possible};
    }

    public List<Bin> reliability(double... bounds) {
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b + 1 < bounds.length; b++) {
            double from = bounds[b];
            double to = bounds[b + 1];
            boolean isLast = b + 2 == bounds.length;
            List<Scored> in = descending.stream()
                    .filter(s -> s.score() >= from && (s.score() < to || isLast))
                    .toList();
            bins.add(new Bin(
                    from,
                    to,
                    in.size(),
                    in.stream().mapToDouble(Scored::score).average().orElse(0),
                    in.stream().filter(s -> truth.contains(s.pair())).count() / Math.max(1.0, in.size())));
        }
        return bins;
    }
}
