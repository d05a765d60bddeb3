package org.homeward.bench.talks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.homeward.talks.front.Fraction;
import org.homeward.talks.front.Profile;

/** Made-up profiles that look like those of public negotiation domains: weights that sum to 1, evaluations over their largest. */
final class PairMaker {
    /** Two profiles over the same issues. */
    record Pair(Profile a, Profile b, long outcomes) {}

    private PairMaker() {}

    /**
     * A pair of at most {@code most} outcomes, their number spread evenly on the log scale from 10.
     *
     * @param long17 whether weights have all the digits of a double, as many files do, or two
     */
    static Pair pair(Random random, double most, boolean long17) {
        double target = Math.pow(10, 1 + random.nextDouble() * (Math.log10(most) - 1));
        List<Integer> sizes = new ArrayList<>();
        double outcomes = 1;
        while (true) {
            int size = 2 + random.nextInt(9);
            if (outcomes * size > target && !sizes.isEmpty()) {
                break;
            }
            sizes.add(size);
            outcomes *= size;
        }
        return new Pair(profile(random, sizes, long17), profile(random, sizes, long17), (long) outcomes);
    }

    private static Profile profile(Random random, List<Integer> sizes, boolean long17) {
        double[] weights =
                sizes.stream().mapToDouble(s -> .1 + random.nextDouble()).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        List<List<Fraction>> worth = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            String text = long17
                    ? Double.toString(weights[i] / sum)
                    : BigDecimal.valueOf(Math.round(100 * weights[i] / sum), 2).toString();
            int most = random.nextBoolean() ? 10 : 100;
            int[] evaluations = random.ints(sizes.get(i), 0, most + 1).toArray();
            int largest = Math.max(1, Arrays.stream(evaluations).max().orElse(1));
            List<Fraction> options = new ArrayList<>();
            for (int evaluation : evaluations) {
                options.add(Fraction.parse(text)
                        .times(new Fraction(BigInteger.valueOf(evaluation), BigInteger.valueOf(largest))));
            }
            worth.add(options);
        }
        return new Profile("made up", worth, Fraction.ZERO, Fraction.ONE, List.of());
    }
}
