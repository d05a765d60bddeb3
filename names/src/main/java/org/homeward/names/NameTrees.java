package org.homeward.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Learns trees one after the other, each for what those before it leave unexplained (gradient boosting, Friedman 2001, with Newton steps). A part that
 * agrees better never makes two names less likely to be one: a question to a feature that rises is only asked where the answers rise with it, and what
 * follows keeps between them. Nothing is random: the same pairs give the same trees.
 */
final class NameTrees {
    private static final int ROUNDS = 400;
    private static final double RATE = 0.15;
    /** How strongly answers are pulled to nothing, and how much there must be to answer from. */
    private static final double PULL = 5;

    private static final double LEAST = 3;
    private static final double LEAST_GAIN = 1e-3;
    private static final double MOST_NATS = 9;

    private final int[][] rows;
    /** Pairs of one name and of two that have these features. */
    private final double[] same;

    private final double[] different;
    private final double[] slopes;
    private final double[] curves;

    private NameTrees(Map<Long, double[]> counts) {
        int n = counts.size();
        rows = new int[n][];
        same = new double[n];
        different = new double[n];
        slopes = new double[n];
        curves = new double[n];
        int i = 0;
        for (Map.Entry<Long, double[]> entry : counts.entrySet()) {
            rows[i] = NameFeatures.row(entry.getKey());
            same[i] = entry.getValue()[0];
            different[i++] = entry.getValue()[1];
        }
    }

    /** The trees for keys with how many pairs of one name and of two have each, in the order of the map; they add to {@code start}. */
    static List<NameTree> learn(Map<Long, double[]> counts, double start) {
        return new NameTrees(counts).learn(start);
    }

    private List<NameTree> learn(double start) {
        double[] sums = new double[rows.length];
        Arrays.fill(sums, start);
        List<NameTree> trees = new ArrayList<>();
        int[] all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < sums.length; i++) {
                double p = NameWeights.probability(sums[i]);
                slopes[i] = same[i] * (1 - p) - different[i] * p;
                curves[i] = (same[i] + different[i]) * p * (1 - p);
            }
            NameTree tree = NameTree.empty();
            grow(tree, 1, all, NameTree.DEPTH, -MOST_NATS, MOST_NATS);
            trees.add(tree);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += tree.at(rows[i]);
            }
        }
        return trees;
    }

    private record Question(int feature, int limit, double gain, double below, double above) {}

    private void grow(NameTree tree, int node, int[] some, int depth, double low, double high) {
        double slope = 0;
        double curve = 0;
        for (int i : some) {
            slope += slopes[i];
            curve += curves[i];
        }
        Question best = new Question(-1, 0, LEAST_GAIN, 0, 0);
        for (int feature = 0; feature < NameFeatures.SIZE && depth > 0; feature++) {
            best = better(best, feature, some, slope, curve, low, high);
        }
        if (best.feature() < 0) {
            tree.add(node, RATE * step(slope, curve, low, high));
            return;
        }
        int feature = best.feature();
        int limit = best.limit();
        tree.ask(node, feature, limit);
        double middle = (best.below() + best.above()) / 2;
        boolean rises = NameFeatures.rises(feature);
        int[] below = Arrays.stream(some).filter(i -> rows[i][feature] < limit).toArray();
        int[] above = Arrays.stream(some).filter(i -> rows[i][feature] >= limit).toArray();
        grow(tree, 2 * node, below, depth - 1, low, rises ? middle : high);
        grow(tree, 2 * node + 1, above, depth - 1, rises ? middle : low, high);
    }

    private Question better(
            Question best, int feature, int[] some, double slope, double curve, double low, double high) {
        double[] slopesOf = new double[NameFeatures.VALUES];
        double[] curvesOf = new double[NameFeatures.VALUES];
        for (int i : some) {
            slopesOf[rows[i][feature]] += slopes[i];
            curvesOf[rows[i][feature]] += curves[i];
        }
        double asOne = gain(slope, curve, step(slope, curve, low, high));
        double s = 0;
        double c = 0;
        Question found = best;
        for (int value = 0; value < NameFeatures.VALUES - 1; value++) {
            s += slopesOf[value];
            c += curvesOf[value];
            if (c < LEAST || curve - c < LEAST) {
                continue;
            }
            double below = step(s, c, low, high);
            double above = step(slope - s, curve - c, low, high);
            double gain = gain(s, c, below) + gain(slope - s, curve - c, above) - asOne;
            if (gain > found.gain() && (below <= above || !NameFeatures.rises(feature))) {
                found = new Question(feature, value + 1, gain, below, above);
            }
        }
        return found;
    }

    private static double step(double slope, double curve, double low, double high) {
        return Math.clamp(slope / (curve + PULL), low, high);
    }

    private static double gain(double slope, double curve, double step) {
        return slope * step - (curve + PULL) / 2 * step * step;
    }
}
