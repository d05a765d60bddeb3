package org.homeward.tracing;

/**
 * How usual each value is in the two registers, and how likely two people agree on a field by accident.
 *
 * <p>A value is counted in the register where it is more usual, less the one occurrence that a true pair itself brings. Values too rare to count
 * get half an occurrence: their chance is not known to be smaller.
 */
final class Frequencies {
    private static final double BELIEF_ROWS = 100;
    private static final double UNKNOWN_ROWS = 20;
    private static final double BELIEF_PAIRS = 5_000;

    private final Features features;
    private final int[][] held;
    private final int[][] sought;
    private final int[] heldGiven;
    private final int[] soughtGiven;
    private final double[] agreeing;

    Frequencies(Features features, int[] heldCells, int[] soughtCells) {
        this.features = features;
        held = new int[features.count][];
        sought = new int[features.count][];
        heldGiven = new int[features.count];
        soughtGiven = new int[features.count];
        agreeing = new double[features.count];
        for (int f = 0; f < features.count; f++) {
            held[f] = counts(heldCells, f);
            sought[f] = counts(soughtCells, f);
            heldGiven[f] = sum(held[f]);
            soughtGiven[f] = sum(sought[f]);
            for (int g = 0; g < held[f].length; g++) {
                agreeing[f] += (double) held[f][g] * sought[f][g];
            }
        }
    }

    private int[] counts(int[] cells, int f) {
        Lexicon lexicon = features.all.get(f).lexicon();
        int[] counts = new int[lexicon.groups()];
        for (int at = f; at < cells.length; at += features.count) {
            if (cells[at] >= 0) {
                counts[lexicon.group(cells[at])]++;
            }
        }
        return counts;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /**
     * The chance that two people who are not one agree on a field.
     *
     * @param matching how many pairs are believed to be one person and agree
     */
    double accident(int f, double matching) {
        double belief = features.all.get(f).kind().accident;
        double pairs = (double) heldGiven[f] * soughtGiven[f];
        double others = Math.max(0, agreeing[f] - matching);
        return Math.min(.98, (others + BELIEF_PAIRS * belief) / (pairs + BELIEF_PAIRS));
    }

    /** The share of people with the value of a group, in the register where it is more usual. */
    double of(int f, int group) {
        return Math.max(of(f, group, held[f], heldGiven[f]), of(f, group, sought[f], soughtGiven[f]));
    }

    private double of(int f, int group, int[] counts, int given) {
        double belief = features.all.get(f).kind().accident;
        int count = group < counts.length ? counts[group] : 0;
        double counted = (Math.max(0, count - 1) + BELIEF_ROWS * belief) / (given + BELIEF_ROWS);
        // In a few rows no name is rare: any may be one of the usual ones.
        double unknown = UNKNOWN_ROWS * features.all.get(f).kind().usual() / (given + UNKNOWN_ROWS);
        return Math.max(Math.max(counted, unknown), .5 / (given + 1 / belief));
    }
}
