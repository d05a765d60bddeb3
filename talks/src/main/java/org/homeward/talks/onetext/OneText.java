package org.homeward.talks.onetext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.homeward.talks.front.Front;

/**
 * A single text and the questions asked about it. Each question is a text put to both sides at once; each tells the mediator alone
 * whether it is better, the same or worse. The text moves only when it is worse for neither, and that is all that either side ever
 * learns of the other. Immutable; the same seed asks the same questions.
 *
 * @param text by issue, the number of the option
 */
public record OneText(Orders a, Orders b, List<Integer> text, List<Asked> asked, long seed) {
    private static final int SAMPLES = 120;
    private static final int FRONTS = 60;
    private static final double WHOLE = 1L << 40;
    /** Gains below it are sampling noise. */
    private static final double LEAST_GAIN = 1e-5;
    /** A question that both would hardly say yes to is not worth the delegations' time. */
    private static final double LEAST_HOPE = 0.01;

    /** A question, the text it was put beside, and what the two sides said. */
    public record Asked(List<Integer> proposal, List<Integer> beside, Answer a, Answer b) {
        public Asked {
            proposal = List.copyOf(proposal);
            beside = List.copyOf(beside);
        }
    }

    /**
     * The next question.
     *
     * @param proposal the text to put to both sides
     * @param hope how likely it is that neither finds it worse, from 0 to 1
     */
    public record Question(List<Integer> proposal, double hope) {
        public Question {
            proposal = List.copyOf(proposal);
        }
    }

    /** @throws IllegalArgumentException when orders and text are not over the same issues */
    public OneText {
        text = List.copyOf(text);
        asked = List.copyOf(asked);
        int[] sizes = a.sizes();
        if (!a.fits(b) || text.size() != sizes.length) {
            throw new IllegalArgumentException("orders and text are over different issues");
        }
        for (int i = 0; i < sizes.length; i++) {
            if (text.get(i) < 0 || text.get(i) >= sizes[i]) {
                throw new IllegalArgumentException("the text has an option that is not there");
            }
        }
    }

    /** A text on the table about which nothing was asked yet. */
    public static OneText start(Orders a, Orders b, List<Integer> text, long seed) {
        return new OneText(a, b, text, List.of(), seed);
    }

    /** After the answers to a question: the text moves if it is worse for neither side and better for one. */
    public OneText answered(List<Integer> proposal, Answer byA, Answer byB) {
        List<Asked> all = new ArrayList<>(asked);
        all.add(new Asked(proposal, text, byA, byB));
        boolean moves = byA != Answer.WORSE && byB != Answer.WORSE && (byA == Answer.BETTER || byB == Answer.BETTER);
        return new OneText(a, b, moves ? proposal : text, all, seed);
    }

    /**
     * The question most worth asking; empty when nothing that the sides may want, given all they said, leaves a joint gain that has
     * a chance. Thompson sampling: the best joint gain of sampled wishes is proposed, and the proposals are weighed by all samples.
     */
    public Optional<Question> next() {
        SplittableRandom random = new SplittableRandom(seed * 31 + asked.size());
        int[] now = ints(text);
        List<double[][]> likingsA = samples(a, true, random);
        List<double[][]> likingsB = samples(b, false, random);
        Map<List<Integer>, Double> worth = new LinkedHashMap<>();
        for (int f = 0; f < FRONTS; f++) {
            best(likingsA.get(f * SAMPLES / FRONTS), likingsB.get(f * SAMPLES / FRONTS), now)
                    .ifPresent(proposal -> worth.put(proposal, 0.0));
        }
        asked.forEach(earlier -> worth.remove(earlier.proposal()));
        Question best = null;
        double most = 0;
        for (List<Integer> proposal : worth.keySet()) {
            double[] ofA = weigh(likingsA, ints(proposal), now);
            double[] ofB = weigh(likingsB, ints(proposal), now);
            double hope = ofA[0] * ofB[0];
            double value = hope * (ofA[1] + ofB[1]);
            if (hope >= LEAST_HOPE && value > most) {
                most = value;
                best = new Question(proposal, hope);
            }
        }
        return Optional.ofNullable(best);
    }

    private List<double[][]> samples(Orders orders, boolean first, SplittableRandom random) {
        Likings likings = new Likings(orders);
        asked.forEach(earlier ->
                likings.learn(ints(earlier.proposal()), ints(earlier.beside()), first ? earlier.a() : earlier.b()));
        return likings.samples(SAMPLES, random);
    }

    /** The text of the largest product of gains over the present one, if the two utilities leave any. */
    private static Optional<List<Integer>> best(double[][] a, double[][] b, int[] now) {
        double nowA = worth(a, now);
        double nowB = worth(b, now);
        Front front = Front.ofWhole(whole(a), whole(b));
        int best = -1;
        double most = 0;
        for (int p = 0; p < front.points().size(); p++) {
            double gainA = front.points().get(p).a().numerator().doubleValue() / WHOLE - nowA;
            double gainB = front.points().get(p).b().numerator().doubleValue() / WHOLE - nowB;
            if (gainA > -1e-9 && gainB > -1e-9 && gainA + gainB > LEAST_GAIN) {
                double product = (gainA + LEAST_GAIN) * (gainB + LEAST_GAIN);
                if (product > most) {
                    most = product;
                    best = p;
                }
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(Arrays.stream(front.outcome(best)).boxed().toList());
    }

    /** How often the proposal is not worse, and the mean gain when it is not. */
    private static double[] weigh(List<double[][]> likings, int[] proposal, int[] now) {
        int notWorse = 0;
        double gain = 0;
        for (double[][] liking : likings) {
            double difference = worth(liking, proposal) - worth(liking, now);
            if (difference >= -1e-12) {
                notWorse++;
                gain += difference;
            }
        }
        return new double[] {(double) notWorse / likings.size(), notWorse == 0 ? 0 : gain / notWorse};
    }

    private static double worth(double[][] liking, int[] text) {
        double sum = 0;
        for (int i = 0; i < text.length; i++) {
            sum += liking[i][text[i]];
        }
        return sum;
    }

    private static long[][] whole(double[][] liking) {
        return Arrays.stream(liking)
                .map(options -> Arrays.stream(options)
                        .mapToLong(u -> Math.round(u * WHOLE))
                        .toArray())
                .toArray(long[][]::new);
    }

    private static int[] ints(List<Integer> text) {
        return text.stream().mapToInt(Integer::intValue).toArray();
    }
}
