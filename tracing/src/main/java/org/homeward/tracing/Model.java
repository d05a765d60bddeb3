package org.homeward.tracing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fellegi and Sunter's model (1969) with EM on the counts of distinct patterns of levels.
 *
 * <p>u comes from random pairs of the whole registers; a pair that is no candidate counts as no match, so lambda is a share of
 * all pairs. A missing field takes no part. A value's own frequency moves the bits of every level of agreement.
 */
final class Model {
    private static final int LEVELS = Level.values().length;
    private static final int SAMPLE = 40_000;
    private final List<FieldColumn> columns;
    private final double all;
    final double[][] m;
    final double[][] u;
    private final double[] meanFrequency;
    double lambda;

    Model(List<FieldColumn> columns, int heldRows, int soughtRows) {
        this.columns = columns;
        all = Math.max(1, (double) heldRows * soughtRows);
        m = new double[columns.size()][];
        u = new double[columns.size()][LEVELS];
        meanFrequency = new double[columns.size()];
        Random random = new Random(1949);
        for (int f = 0; f < m.length; f++) {
            m[f] = new double[] {0, .80, .08, .06, .03, .03};
            FieldColumn column = columns.get(f);
            double[] counts = {0, .05, .05, .1, .5, 1};
            for (int i = 0; i < SAMPLE; i++) {
                counts[
                        column.level(random.nextInt(heldRows), random.nextInt(soughtRows))
                                .ordinal()]++;
            }
            u[f] = shares(counts);
            double sum = 0;
            int given = 0;
            for (int id : column.sought) {
                if (id >= 0) {
                    sum += column.frequency(id);
                    given++;
                }
            }
            meanFrequency[f] = given == 0 ? 1 : sum / given;
            // Random pairs of a small sample rarely agree; the chance of agreeing by accident is known from the counts.
            u[f][Level.EXACT.ordinal()] = Math.max(u[f][Level.EXACT.ordinal()], Math.min(.5, meanFrequency[f]));
        }
        lambda = Math.min(heldRows, soughtRows) * 0.3 / all;
    }

    private static double[] shares(double[] counts) {
        double sum = 0;
        for (int l = 1; l < LEVELS; l++) {
            sum += counts[l];
        }
        double[] shares = new double[LEVELS];
        for (int l = 1; l < LEVELS; l++) {
            shares[l] = counts[l] / sum;
        }
        return shares;
    }

    void train(long[] candidates) {
        Map<Long, Integer> patterns = new HashMap<>();
        for (long pair : candidates) {
            long pattern = 0;
            for (int f = 0; f < m.length; f++) {
                pattern |= (long) columns.get(f)
                                .level((int) (pair >> 32), (int) pair)
                                .ordinal()
                        << (3 * f);
            }
            patterns.merge(pattern, 1, Integer::sum);
        }
        for (int round = 0; round < 40; round++) {
            double[][] counts = new double[m.length][LEVELS];
            for (double[] count : counts) {
                java.util.Arrays.fill(count, 1, LEVELS, 0.5);
            }
            double total = 0;
            for (Map.Entry<Long, Integer> entry : patterns.entrySet()) {
                double bits = prior();
                for (int f = 0; f < m.length; f++) {
                    bits += weight(f, (int) (entry.getKey() >> (3 * f)) & 7);
                }
                double expected = probability(bits) * entry.getValue();
                total += expected;
                for (int f = 0; f < m.length; f++) {
                    counts[f][(int) (entry.getKey() >> (3 * f)) & 7] += expected;
                }
            }
            for (int f = 0; f < m.length; f++) {
                m[f] = shares(counts[f]);
            }
            lambda = Math.max(0.5, total) / all;
        }
    }

    double prior() {
        return Math.log(lambda / (1 - Math.min(.5, lambda))) / Math.log(2);
    }

    private double weight(int f, int level) {
        return level == 0 ? 0 : Math.log(m[f][level] / u[f][level]) / Math.log(2);
    }

    /** The bits of one field of one pair, with the frequency of its value. */
    double bits(int f, int heldRow, int soughtRow) {
        FieldColumn column = columns.get(f);
        Level level = column.level(heldRow, soughtRow);
        double bits = weight(f, level.ordinal());
        double share = switch (level) {
            case EXACT, ALIKE -> 1;
            case NEAR -> .5;
            case LOOSE -> .25;
            case MISSING, DIFFERENT -> 0;
        };
        if (share == 0) {
            return bits;
        }
        double frequency = Math.max(column.frequency(column.held[heldRow]), column.frequency(column.sought[soughtRow]));
        return bits + share * Math.log(meanFrequency[f] / frequency) / Math.log(2);
    }

    double bits(long pair) {
        double bits = prior();
        for (int f = 0; f < m.length; f++) {
            bits += bits(f, (int) (pair >> 32), (int) pair);
        }
        return bits;
    }

    static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }
}
