package org.homeward.talks.onetext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a side may want, given its orders and its answers: samples from all additive utilities that agree with both. A utility is
 * the steps between neighbours in each order, none below zero, in sum one; so the worst outcome is worth 0 and the best 1, and each
 * answer is a half space. Sampled by hit-and-run between pairs of steps (Smith, Operations Research 32, 1984).
 */
final class Likings {
    private static final int REPAIRS = 4_000;

    private final int[][] places;
    private final int[] first;
    private final int steps;
    /** Each is at least zero on the utilities that agree with the answers. */
    private final List<double[]> halfSpaces = new ArrayList<>();

    Likings(Orders orders) {
        places = orders.places();
        first = new int[places.length];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            first[i] = next;
            next += places[i].length - 1;
        }
        steps = next;
    }

    /** Takes an answer about a text beside another; "same" says little and is left out. */
    void learn(int[] proposal, int[] beside, Answer answer) {
        if (answer == Answer.SAME) {
            return;
        }
        double[] difference = new double[steps];
        count(proposal, difference, 1);
        count(beside, difference, -1);
        if (answer == Answer.WORSE) {
            Arrays.setAll(difference, s -> -difference[s]);
        }
        halfSpaces.add(difference);
    }

    /** A text has all steps below its option in the order. */
    private void count(int[] text, double[] into, double by) {
        for (int i = 0; i < places.length; i++) {
            for (int s = places[i][text[i]]; s < places[i].length - 1; s++) {
                into[first[i] + s] += by;
            }
        }
    }

    /** Utilities that agree with everything said, by issue and option. */
    List<double[][]> samples(int count, RandomGenerator random) {
        double[] at = new double[Math.max(1, steps)];
        Arrays.fill(at, 1.0 / at.length);
        repair(at);
        double[] slack = new double[halfSpaces.size()];
        for (int h = 0; h < slack.length; h++) {
            slack[h] = dot(halfSpaces.get(h), at);
        }
        List<double[][]> samples = new ArrayList<>();
        int between = 3 * steps + 10;
        for (int i = 0; i < between * 4; i++) {
            move(at, slack, random);
        }
        for (int n = 0; n < count; n++) {
            for (int i = 0; i < between; i++) {
                move(at, slack, random);
            }
            samples.add(utility(at));
        }
        return samples;
    }

    /** Moves mass from one step to another by as much as every half space allows, evenly between the ends. */
    private void move(double[] at, double[] slack, RandomGenerator random) {
        if (steps < 2) {
            return;
        }
        int to = random.nextInt(steps);
        int from = random.nextInt(steps - 1);
        from += from >= to ? 1 : 0;
        double low = -at[to];
        double high = at[from];
        for (int h = 0; h < slack.length; h++) {
            double slope = halfSpaces.get(h)[to] - halfSpaces.get(h)[from];
            if (slope > 0) {
                low = Math.max(low, -slack[h] / slope);
            } else if (slope < 0) {
                high = Math.min(high, slack[h] / -slope);
            }
        }
        if (high <= low) {
            return;
        }
        double by = low + random.nextDouble() * (high - low);
        at[to] = Math.max(0, at[to] + by);
        at[from] = Math.max(0, at[from] - by);
        for (int h = 0; h < slack.length; h++) {
            slack[h] += by * (halfSpaces.get(h)[to] - halfSpaces.get(h)[from]);
        }
    }

    /** Walks to a point inside all half spaces; answers that contradict each other leave it as near as it came. */
    private void repair(double[] at) {
        for (int i = 0; i < REPAIRS; i++) {
            double[] worst = null;
            double lack = 1e-4;
            for (double[] half : halfSpaces) {
                double value = dot(half, at);
                if (value < lack) {
                    lack = value;
                    worst = half;
                }
            }
            if (worst == null) {
                return;
            }
            int to = 0;
            int from = -1;
            for (int s = 0; s < steps; s++) {
                to = worst[s] > worst[to] ? s : to;
                if (at[s] > 1e-9 && (from < 0 || worst[s] < worst[from])) {
                    from = s;
                }
            }
            if (from < 0 || worst[to] <= worst[from]) {
                return;
            }
            double by = Math.min(at[from] / 2, (2e-4 - lack) / (worst[to] - worst[from]));
            at[to] += by;
            at[from] -= by;
        }
    }

    private static double dot(double[] half, double[] at) {
        double sum = 0;
        for (int s = 0; s < half.length; s++) {
            sum += half[s] * at[s];
        }
        return sum;
    }

    private double[][] utility(double[] at) {
        double[][] utility = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            int options = places[i].length;
            double[] byPlace = new double[options];
            for (int place = options - 2; place >= 0; place--) {
                byPlace[place] = byPlace[place + 1] + at[first[i] + place];
            }
            utility[i] = new double[options];
            for (int option = 0; option < options; option++) {
                utility[i][option] = byPlace[places[i][option]];
            }
        }
        return utility;
    }
}
