package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Probabilities of pairs that share rows, against the sum over all ways of pairing. */
final class CompetitionTest {
    private static final Competition.Repeats NOBODY = repeats(false);

    private record Pair(int held, int sought, double bits) {}

    private static Competition.Repeats repeats(boolean heldRowsAreOne) {
        return new Competition.Repeats() {
            @Override
            public boolean isOneHeld(int a, int b, double fit) {
                return a == b || heldRowsAreOne;
            }

            @Override
            public boolean isOneSought(int a, int b, double fit) {
                return a == b;
            }
        };
    }

    private static double[] probabilities(List<Pair> given, int rows, Competition.Repeats repeats) {
        List<Pair> ascending = new ArrayList<>(given);
        ascending.sort((a, b) -> a.held != b.held ? a.held - b.held : a.sought - b.sought);
        int n = ascending.size();
        long[] pairs = new long[n];
        double[] bits = new double[n];
        int[] firstOfHeld = new int[rows + 1];
        int[] firstOfSought = new int[rows + 1];
        for (int i = 0; i < n; i++) {
            pairs[i] = (long) ascending.get(i).held << 32 | ascending.get(i).sought;
            bits[i] = ascending.get(i).bits;
            firstOfHeld[ascending.get(i).held + 1]++;
            firstOfSought[ascending.get(i).sought + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            firstOfHeld[row + 1] += firstOfHeld[row];
            firstOfSought[row + 1] += firstOfSought[row];
        }
        int[] bySought = new int[n];
        int[] at = firstOfSought.clone();
        for (int i = 0; i < n; i++) {
            bySought[at[ascending.get(i).sought]++] = i;
        }
        return new Competition(pairs, bits, firstOfHeld, bySought, firstOfSought, repeats).probabilities();
    }

    /** The same by adding up the weights of every partial matching; pairs in ascending order. */
    private static double[] exact(List<Pair> pairs) {
        double[] with = new double[pairs.size()];
        double all = 0;
        for (int set = 0; set < 1 << pairs.size(); set++) {
            double weight = 1;
            int held = 0;
            int sought = 0;
            for (int i = 0; i < pairs.size() && weight > 0; i++) {
                if ((set >> i & 1) != 0) {
                    Pair pair = pairs.get(i);
                    weight = (held >> pair.held & 1) + (sought >> pair.sought & 1) > 0
                            ? 0
                            : weight * Math.pow(2, pair.bits);
                    held |= 1 << pair.held;
                    sought |= 1 << pair.sought;
                }
            }
            all += weight;
            for (int i = 0; i < pairs.size(); i++) {
                with[i] += (set >> i & 1) != 0 ? weight : 0;
            }
        }
        double total = all;
        return Arrays.stream(with).map(w -> w / total).toArray();
    }

    @Test
    void aPairWithoutRivalsHasItsOwnOdds() {
        assertThat(probabilities(List.of(new Pair(0, 0, 3)), 1, NOBODY)[0]).isCloseTo(8 / 9.0, within(1e-12));
    }

    @Test
    void twoRowsThatFitTwoRowsEquallyWellAreEvenChances() {
        double[] p = probabilities(
                List.of(new Pair(0, 0, 30), new Pair(0, 1, 30), new Pair(1, 0, 30), new Pair(1, 1, 30)), 2, NOBODY);
        assertThat(p).containsOnly(p[0]);
        assertThat(p[0]).isCloseTo(.5, within(.001));
    }

    @Test
    void aRivalThatBelongsToAnotherRowTakesNothing() {
        double[] p = probabilities(List.of(new Pair(0, 0, 5), new Pair(0, 1, 6), new Pair(1, 1, 20)), 2, NOBODY);
        assertThat(p[0]).isGreaterThan(.96);
        assertThat(p[1]).isLessThan(.001);
        assertThat(p[2]).isGreaterThan(.999);
    }

    @Test
    void rowsThatAreOnePersonDoNotCompete() {
        List<Pair> twice = List.of(new Pair(0, 0, 20), new Pair(1, 0, 4));
        assertThat(probabilities(twice, 2, NOBODY)[1]).isLessThan(.001);
        assertThat(probabilities(twice, 2, repeats(true))[1]).isCloseTo(16 / 17.0, within(1e-9));
    }

    @Test
    void isTheSumOverAllMatchingsWherePairsFormATreeAndNearItElsewhere() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<Pair> tree = new ArrayList<>();
            // Each new row hangs on one that is there.
            int held = 1;
            int sought = 0;
            while (tree.size() < 9) {
                boolean addsHeld = sought > 0 && random.nextBoolean();
                tree.add(
                        addsHeld
                                ? new Pair(held++, random.nextInt(sought), random.nextInt(30) - 8)
                                : new Pair(random.nextInt(held), sought++, random.nextInt(30) - 8));
            }
            assertThat(error(tree)).as(tree.toString()).isLessThan(1e-4);
        }
        double sum = 0;
        for (int round = 0; round < 200; round++) {
            List<Pair> dense = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                if (random.nextInt(4) > 0) {
                    dense.add(new Pair(i / 4, i % 4, random.nextInt(20) - 8));
                }
            }
            sum += error(dense);
        }
        assertThat(sum / 200).isLessThan(.1);
    }

    /** The greatest difference from the exact probability. */
    private static double error(List<Pair> pairs) {
        List<Pair> ascending = new ArrayList<>(pairs);
        ascending.sort((a, b) -> a.held != b.held ? a.held - b.held : a.sought - b.sought);
        double[] exact = exact(ascending);
        double[] p = probabilities(pairs, 12, NOBODY);
        double error = 0;
        for (int i = 0; i < p.length; i++) {
            error = Math.max(error, Math.abs(p[i] - exact[i]));
        }
        return error;
    }
}
