package org.homeward.tracing;

import java.util.Random;

/**
 * Fellegi and Sunter's model (1969) with EM on the counts of patterns, and with brothers and sisters as a third sort of pair.
 *
 * <p>A pair is one person's (m), two siblings' (s) or two strangers' (u). Siblings share surname, patronymic and places as one
 * person's rows do, and differ in given name and, unless they are twins, in date of birth. u is counted from all pairs by the registers' own
 * frequencies where values agree, and from random pairs otherwise; m, and how many pairs are matches and siblings, come from EM. Missing fields take no part.
 */
final class Model {
    private static final int ROUNDS = 30;
    private static final int SAMPLE = 30_000;
    private static final int DATE_SAMPLE = 200_000;
    private static final double TWINS = .05;
    /** Pairs believed to have been seen before, and of them matches and siblings: two tiny registers are a sample of two large ones. */
    private static final double BELIEF_PAIRS = 300_000;

    private static final double BELIEF_MATCHES = 3;
    private static final double BELIEF_SIBLINGS = .2;
    /** Names in each other's columns: rare among matches, an accident of two names otherwise. */
    static final double EXCHANGED_BITS = -5;

    final Features features;
    final Frequencies frequencies;
    final double all;
    private final double fewer;
    final double[][] m;
    final double[][] s;
    final double[][] u;
    /** Bits of each level for a match and for siblings, against strangers. */
    final double[][] matchBits;

    final double[][] siblingBits;
    final double[] accident;
    double lambda;
    double siblings;

    Model(Features features, int[] held, int[] sought) {
        this.features = features;
        int heldRows = held.length / features.count;
        int soughtRows = sought.length / features.count;
        frequencies = new Frequencies(features, held, sought);
        all = (double) heldRows * soughtRows;
        fewer = Math.min(heldRows, soughtRows);
        lambda = (.3 * fewer + BELIEF_MATCHES) / (all + BELIEF_PAIRS);
        siblings = (.02 * fewer + BELIEF_SIBLINGS) / (all + BELIEF_PAIRS);
        m = new double[features.count][];
        s = new double[features.count][];
        u = new double[features.count][];
        accident = new double[features.count];
        matchBits = new double[features.count][Level.COUNT];
        siblingBits = new double[features.count][Level.COUNT];
        Random random = new Random(1949);
        for (int f = 0; f < features.count; f++) {
            m[f] = features.all.get(f).kind().m.clone();
            u[f] = strangers(f, held, heldRows, sought, soughtRows, random);
        }
        settle(lambda * all);
    }

    /** The chances of levels among random pairs; those of agreement are filled in by {@link #settle}. */
    private double[] strangers(int f, int[] held, int heldRows, int[] sought, int soughtRows, Random random) {
        Kind kind = features.all.get(f).kind();
        Lexicon lexicon = features.all.get(f).lexicon();
        double[] counts = kind == Kind.DATE
                ? new double[] {0, 0, .1, .1, 1, 5, 10, 300}
                : new double[] {0, 0, .01, .01, 1, 6, 1, 300};
        int sample = kind == Kind.DATE ? DATE_SAMPLE : SAMPLE;
        // A few pairs drawn again and again tell no more than themselves; in two tiny registers the true pairs are many
        // of them.
        double weight = Math.min(1, (double) heldRows * soughtRows / sample);
        for (int i = 0; i < sample; i++) {
            int left = held[random.nextInt(heldRows) * features.count + f];
            int right = sought[random.nextInt(soughtRows) * features.count + f];
            int level = lexicon.level(left, right);
            if (level > 0 && !Level.isAgreement(level, kind)) {
                counts[level] += weight;
            }
        }
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        for (int l = 0; l < counts.length; l++) {
            counts[l] /= sum;
        }
        return counts;
    }

    /** Brings u, s and the bits in line with m and the number of matches. */
    private void settle(double matches) {
        for (int f = 0; f < features.count; f++) {
            Kind kind = features.all.get(f).kind();
            double agreeingMatches = 0;
            double rest = 0;
            for (int l = 1; l < Level.COUNT; l++) {
                if (Level.isAgreement(l, kind)) {
                    agreeingMatches += m[f][l];
                } else {
                    rest += u[f][l];
                }
            }
            accident[f] = frequencies.accident(f, matches * agreeingMatches);
            for (int l = 1; l < Level.COUNT; l++) {
                u[f][l] = Level.isAgreement(l, kind)
                        ? accident[f] * m[f][l] / agreeingMatches
                        : (1 - accident[f]) * u[f][l] / rest;
            }
            s[f] = siblings(f, kind);
            for (int l = 1; l < Level.COUNT; l++) {
                matchBits[f][l] = log2(m[f][l] / u[f][l]);
                siblingBits[f][l] = log2(s[f][l] / u[f][l]);
            }
        }
    }

    private double[] siblings(int f, Kind kind) {
        double[] chances = new double[Level.COUNT];
        for (int l = 1; l < Level.COUNT; l++) {
            chances[l] = kind.ofFamily
                    ? m[f][l]
                    : switch (kind) {
                        case DATE -> TWINS * m[f][l] + (1 - TWINS) * u[f][l];
                        // Parents do not give one name twice; what agrees is a clerk's error.
                        case GIVEN_NAME -> Level.isAgreement(l, kind) ? u[f][l] * .002 : u[f][l];
                        case UNIT, RANK -> .5 * m[f][l] + .5 * u[f][l];
                        default -> u[f][l];
                    };
        }
        return chances;
    }

    void train(Patterns patterns) {
        for (int round = 0; round < ROUNDS; round++) {
            double[][] counts = new double[features.count][Level.COUNT];
            for (int f = 0; f < features.count; f++) {
                for (int l = 1; l < Level.COUNT; l++) {
                    counts[f][l] = Kind.BELIEF * features.all.get(f).kind().m[l];
                }
            }
            double matches = 0;
            double related = 0;
            for (int p = 0; p < patterns.size; p++) {
                long pattern = patterns.patterns[p];
                double match = Math.pow(2, log2(lambda) + matchBits(pattern));
                double sibling = Math.pow(2, log2(siblings) + siblingBits(pattern));
                double total = match + sibling + 1 - lambda - siblings;
                double expected = match / total * patterns.counts[p];
                related += sibling / total * patterns.counts[p];
                matches += expected;
                if (expected > 1e-9) {
                    for (int f = 0; f < features.count; f++) {
                        counts[f][Features.level(pattern, f)] += expected;
                    }
                }
            }
            for (int f = 0; f < features.count; f++) {
                double sum = 0;
                for (int l = 1; l < Level.COUNT; l++) {
                    sum += counts[f][l];
                }
                for (int l = 1; l < Level.COUNT; l++) {
                    m[f][l] = counts[f][l] / sum;
                }
            }
            lambda = (Math.min(fewer, matches) + BELIEF_MATCHES) / (all + BELIEF_PAIRS);
            siblings = (Math.min(.3 * fewer, related) + BELIEF_SIBLINGS) / (all + BELIEF_PAIRS);
            settle(matches);
        }
    }

    double matchBits(long pattern) {
        double bits = Features.isExchanged(pattern) ? EXCHANGED_BITS : 0;
        for (int f = 0; f < features.count; f++) {
            bits += matchBits[f][Features.level(pattern, f)];
        }
        return bits;
    }

    double siblingBits(long pattern) {
        double bits = Features.isExchanged(pattern) ? EXCHANGED_BITS : 0;
        for (int f = 0; f < features.count; f++) {
            bits += siblingBits[f][Features.level(pattern, f)];
        }
        return bits;
    }

    /** What the value's own frequency adds to the bits of its level: a rare name tells more, on every level of agreement. */
    double rarity(int f, long pattern, int[] left, int i, int[] right, int j) {
        int level = Features.level(pattern, f);
        Kind kind = features.all.get(f).kind();
        double share = kind == Kind.DATE || kind == Kind.SEX
                ? level == Level.EXACT.ordinal() ? 1 : 0
                : switch (Level.of(level)) {
                    case EXACT, ALIKE, EQUIVALENT -> 1;
                    case NEAR -> .6;
                    case LOOSE -> .3;
                    case MISSING, PART, DIFFERENT -> 0;
                };
        if (share == 0) {
            return 0;
        }
        double frequency = Math.max(
                frequency(features.column(f, (pattern & Features.LEFT_EXCHANGED) != 0), left, i),
                frequency(features.column(f, (pattern & Features.RIGHT_EXCHANGED) != 0), right, j));
        return share * log2(accident[f] / frequency);
    }

    private double frequency(int column, int[] cells, int row) {
        return frequencies.of(column, features.all.get(column).lexicon().group(cells[row * features.count + column]));
    }

    /** Before anything is seen: how likely a pair taken at random is one person. */
    double prior() {
        return log2(lambda);
    }

    /** Bits for a match of a pair of rows, all told. */
    double bits(long pattern, int[] left, int i, int[] right, int j) {
        double match = prior() + matchBits(pattern);
        double family = log2(siblings) + siblingBits(pattern);
        for (int f = 0; f < features.count; f++) {
            double rarity = rarity(f, pattern, left, i, right, j);
            match += rarity;
            if (features.all.get(f).kind().ofFamily) {
                family += rarity;
            }
        }
        return match - log2(1 + Math.pow(2, family));
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }
}
