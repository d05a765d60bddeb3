package org.homeward.tracing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The probability of each pair where a row is one person, so that its candidates share its chances, and a candidate that fits another row better hardly
 * counts.
 *
 * <p>The posterior over all partial one-to-one matchings whose weight is the product of their pairs' odds is the monomer-dimer model; its marginals come
 * from belief propagation, exact where candidates form a tree (Bayati and Nair, A rigorous proof of the cavity method for counting matchings, 2006).
 * Pairs of rows that are one person, repeated, do not compete. Time is rounds times the sum of squared numbers of candidates.
 */
final class Competition {
    private static final int ROUNDS = 40;
    /** Odds beyond it tell no more. */
    private static final double MOST_BITS = 40;
    /** A rival row under it, a chance of about one in 17, takes next to nothing, whether it repeats the person or not. */
    private static final double RIVAL = -4;

    private final long[] pairs;
    private final double[] odds;
    private final int[] firstOfHeld;
    private final int[] firstOfSought;
    private final int[] bySought;
    /** For each pair the pairs of its held row, then of its sought row, whose other row is the same person. */
    private final int[][] alliesOfHeld;

    private final int[][] alliesOfSought;

    private static final int[] NONE = {};

    /** Whether two rows of one register are the same person. */
    interface Repeats {
        /** @param fit the lesser bits of the two rows' pairs with one row of the other register */
        boolean isOneHeld(int a, int b, double fit);

        /** The same for rows of the sought register. */
        boolean isOneSought(int a, int b, double fit);
    }

    /**
     * @param pairs {@code heldRow << 32 | soughtRow}, ascending
     * @param firstOfHeld for each held row, and one more, the place of its first pair
     * @param bySought the places of pairs in the order of sought rows
     * @param firstOfSought for each sought row, and one more, its first place in {@code bySought}
     */
    Competition(long[] pairs, double[] bits, int[] firstOfHeld, int[] bySought, int[] firstOfSought, Repeats repeats) {
        this.pairs = pairs;
        odds = Arrays.stream(bits).map(b -> Math.pow(2, Math.min(MOST_BITS, b))).toArray();
        this.firstOfHeld = firstOfHeld;
        this.firstOfSought = firstOfSought;
        this.bySought = bySought;
        alliesOfHeld = new int[pairs.length][];
        alliesOfSought = new int[pairs.length][];
        Arrays.fill(alliesOfHeld, NONE);
        Arrays.fill(alliesOfSought, NONE);
        for (int i = 0; i < pairs.length; i++) {
            int h = (int) (pairs[i] >> 32);
            int s = (int) pairs[i];
            if (bits[i] <= RIVAL) {
                continue;
            }
            for (int j = firstOfHeld[h]; j < firstOfHeld[h + 1]; j++) {
                if (j < i && bits[j] > RIVAL && repeats.isOneSought(s, (int) pairs[j], Math.min(bits[i], bits[j]))) {
                    ally(alliesOfHeld, i, j);
                }
            }
            for (int at = firstOfSought[s]; at < firstOfSought[s + 1]; at++) {
                int j = bySought[at];
                if (j < i
                        && bits[j] > RIVAL
                        && repeats.isOneHeld(h, (int) (pairs[j] >> 32), Math.min(bits[i], bits[j]))) {
                    ally(alliesOfSought, i, j);
                }
            }
        }
    }

    private static void ally(int[][] allies, int i, int j) {
        allies[i] = Arrays.copyOf(allies[i], allies[i].length + 1);
        allies[i][allies[i].length - 1] = j;
        allies[j] = Arrays.copyOf(allies[j], allies[j].length + 1);
        allies[j][allies[j].length - 1] = i;
    }

    /** The probability of each pair. */
    double[] probabilities() {
        // What a row tells each of its pairs: the chance that it is free, as far as its other pairs go.
        double[] heldFree = new double[pairs.length];
        double[] soughtFree = new double[pairs.length];
        Arrays.fill(heldFree, 1);
        Arrays.fill(soughtFree, 1);
        int[] contestedHeld = contested(firstOfHeld);
        int[] contestedSought = contested(firstOfSought);
        for (int round = 0; round < ROUNDS; round++) {
            Arrays.stream(contestedHeld).parallel().forEach(h -> {
                for (int i = firstOfHeld[h]; i < firstOfHeld[h + 1]; i++) {
                    double rivals = 0;
                    for (int j = firstOfHeld[h]; j < firstOfHeld[h + 1]; j++) {
                        rivals += j == i || isIn(alliesOfHeld[i], j) ? 0 : odds[j] * soughtFree[j];
                    }
                    // Half a step in the logarithm, since odds this high swing from all to nothing and back.
                    heldFree[i] = Math.sqrt(heldFree[i] / (1 + rivals));
                }
            });
            Arrays.stream(contestedSought).parallel().forEach(s -> {
                for (int a = firstOfSought[s]; a < firstOfSought[s + 1]; a++) {
                    int i = bySought[a];
                    double rivals = 0;
                    for (int b = firstOfSought[s]; b < firstOfSought[s + 1]; b++) {
                        int j = bySought[b];
                        rivals += j == i || isIn(alliesOfSought[i], j) ? 0 : odds[j] * heldFree[j];
                    }
                    soughtFree[i] = Math.sqrt(soughtFree[i] / (1 + rivals));
                }
            });
        }
        double[] probabilities = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            double own = odds[i] * heldFree[i] * soughtFree[i];
            probabilities[i] = own / (1 + own);
        }
        return probabilities;
    }

    /** Rows of more than one pair: the others have nobody to share their chances with, and tell the same in every round. */
    private static int[] contested(int[] firsts) {
        return IntStream.range(0, firsts.length - 1)
                .filter(row -> firsts[row + 1] - firsts[row] > 1)
                .toArray();
    }

    private static boolean isIn(int[] few, int j) {
        for (int ally : few) {
            if (ally == j) {
                return true;
            }
        }
        return false;
    }
}
