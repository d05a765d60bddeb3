package org.homeward.tracing;

import java.util.Arrays;

/**
 * Fellegi and Sunter's model (1969) with EM on the counts of patterns, and with two people of one {@link Family} as further sorts of pair.
 *
 * <p>A pair is one person's (m), a family's or two strangers' (u). u is counted from all pairs by the registers' own
 * frequencies where values agree, and from random pairs otherwise; m, and how many pairs are matches and of one family, come from EM. Missing fields take no part.
 * Names and other words have chances of their own where the two rows are in two scripts: romanised names are near, not exact, all at once.
 */
final class Model {
    private static final int ROUNDS = 30;
    private static final Family[] FAMILIES = Family.values();
    /** Pairs of one script, and of two. */
    static final int SCRIPTS = 2;
    /** Pairs believed to have been seen before, and of them matches: two tiny registers are a sample of two large ones. */
    static final double BELIEF_PAIRS = 600_000;

    private static final double BELIEF_MATCHES = 3;
    /** Names in each other's columns: rare among matches, an accident of two names otherwise. */
    static final double EXCHANGED_BITS = -5;
    /** Against dates that differ, where nothing could be learned. */
    private static final double DOUBT_BITS = 2.5;
    /** More than this share of a register is never taken to have a partner. */
    private static final double MOST_MATCHED = .9;

    final Features features;
    final Frequencies frequencies;
    final double all;
    private final double fewer;
    /** The chances of levels: by {@link Features#scripts} of the pair, by field, by level. */
    final double[][][] m;

    final double[][][] u;
    /** Bits of each level for a match, and for a pair of each {@link Family}, against strangers. */
    final double[][][] matchBits;

    private final double[][][][] familyBits;
    final double[] accident;
    double lambda;
    /** The share of all pairs that are of each {@link Family}. */
    final double[] families = new double[FAMILIES.length];
    /** Matches that the chances were learned from; beliefs weigh as much as {@link Kind#BELIEF} more. */
    double learnedFrom;

    private final int heldRows;
    private final int soughtRows;
    private double free;

    Model(Features features, int[] held, int[] sought) {
        this.features = features;
        heldRows = held.length / features.count;
        soughtRows = sought.length / features.count;
        frequencies = new Frequencies(features, held, sought);
        all = (double) heldRows * soughtRows;
        fewer = Math.min(heldRows, soughtRows);
        lambda = (.3 * fewer + BELIEF_MATCHES) / (all + BELIEF_PAIRS);
        for (Family family : FAMILIES) {
            families[family.ordinal()] = (family.forRow * fewer + family.belief) / (all + BELIEF_PAIRS);
        }
        m = new double[SCRIPTS][features.count][];
        u = Strangers.levels(features, held, sought);
        accident = new double[features.count];
        matchBits = new double[SCRIPTS][features.count][Step.COUNT];
        familyBits = new double[FAMILIES.length][SCRIPTS][features.count][Step.COUNT];
        double[] agreeing = new double[features.count];
        for (int f = 0; f < features.count; f++) {
            Kind kind = features.all.get(f).kind();
            for (int c = 0; c < SCRIPTS; c++) {
                m[c][f] = kind.m.clone();
            }
            agreeing[f] = agreeing(kind, kind.m);
        }
        settle(lambda * all, agreeing);
    }

    static void share(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        for (int l = 0; l < counts.length; l++) {
            counts[l] /= sum;
        }
    }

    private static double agreeing(Kind kind, double[] chances) {
        double sum = 0;
        for (int l = 1; l < Step.COUNT; l++) {
            sum += Level.isAgreement(l, kind) ? chances[l] : 0;
        }
        return sum;
    }

    /**
     * Brings u and the bits in line with m and the number of matches.
     *
     * @param agreeing the share of matches that agree on each field, in whatever scripts
     */
    private void settle(double matches, double[] agreeing) {
        for (int f = 0; f < features.count; f++) {
            accident[f] = frequencies.accident(f, matches * agreeing[f]);
            for (int c = 0; c < SCRIPTS; c++) {
                settle(c, f, agreeing[f]);
            }
        }
    }

    private void settle(int c, int f, double agreeing) {
        Kind kind = features.all.get(f).kind();
        double own = agreeing(kind, m[c][f]);
        // Strangers of one name agree where the two rows of one person would: in two scripts more seldom.
        double chance = Math.min(.98, accident[f] * own / agreeing);
        double rest = 1 - agreeing(kind, u[c][f]);
        for (int l = 1; l < Step.COUNT; l++) {
            u[c][f][l] = Level.isAgreement(l, kind) ? chance * m[c][f][l] / own : (1 - chance) * u[c][f][l] / rest;
        }
        for (int l = 1; l < Step.COUNT; l++) {
            matchBits[c][f][l] = log2(m[c][f][l] / u[c][f][l]);
        }
        for (Family family : FAMILIES) {
            // Chances that do not sum to one would lose to any that do, a little in every round of learning.
            double sum = 0;
            for (int l = 1; l < Step.COUNT; l++) {
                sum += family.chance(kind, l, m[c][f][l], u[c][f][l]);
            }
            for (int l = 1; l < Step.COUNT; l++) {
                familyBits[family.ordinal()][c][f][l] =
                        log2(family.chance(kind, l, m[c][f][l], u[c][f][l]) / sum / u[c][f][l]);
            }
        }
    }

    void train(Patterns patterns) {
        int width = features.count;
        int[] levels = new int[patterns.size * width];
        for (int p = 0; p < patterns.size; p++) {
            for (int f = 0; f < width; f++) {
                int script = Features.scripts(patterns.patterns[p]);
                levels[p * width + f] = (script * width + f) * Step.COUNT + Features.level(patterns.patterns[p], f);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] counts = new double[SCRIPTS * width * Step.COUNT];
            double matches = 0;
            double[] related = new double[FAMILIES.length];
            double[] matchOdds = odds(matchBits);
            double[][] familyOdds = new double[FAMILIES.length][];
            Arrays.setAll(familyOdds, family -> odds(familyBits[family]));
            double[] of = new double[FAMILIES.length];
            for (int p = 0; p < patterns.size; p++) {
                double exchanged = Math.pow(2, Features.exchangedBits(patterns.patterns[p]));
                int from = p * width;
                int to = from + width;
                double match = lambda * exchanged * product(matchOdds, levels, from, to);
                double total = match + 1 - lambda;
                for (int family = 0; family < of.length; family++) {
                    of[family] = families[family] * exchanged * product(familyOdds[family], levels, from, to);
                    total += of[family] - families[family];
                }
                double times = patterns.counts[p] / total;
                for (int family = 0; family < of.length; family++) {
                    related[family] += of[family] * times;
                }
                double expected = match * times;
                matches += expected;
                for (int at = from; expected > 1e-9 && at < to; at++) {
                    counts[levels[at]] += expected;
                }
            }
            lambda = (Math.min(fewer, matches) + BELIEF_MATCHES) / (all + BELIEF_PAIRS);
            for (Family family : FAMILIES) {
                families[family.ordinal()] =
                        (Math.min(.3 * fewer, related[family.ordinal()]) + family.belief) / (all + BELIEF_PAIRS);
            }
            learnedFrom = matches;
            settle(matches, learn(counts));
        }
    }

    /** Bits as odds, in one row: by scripts, by field, by level. */
    private double[] odds(double[][][] bits) {
        double[] odds = new double[SCRIPTS * features.count * Step.COUNT];
        for (int c = 0; c < SCRIPTS; c++) {
            for (int f = 0; f < features.count; f++) {
                for (int l = 0; l < Step.COUNT; l++) {
                    odds[(c * features.count + f) * Step.COUNT + l] = Math.pow(2, bits[c][f][l]);
                }
            }
        }
        return odds;
    }

    private static double product(double[] odds, int[] levels, int from, int to) {
        double product = 1;
        for (int at = from; at < to; at++) {
            product *= odds[levels[at]];
        }
        return product;
    }

    /** m from expected counts (by scripts, by field, by level), with the beliefs; the share of matches that agree on each field. */
    private double[] learn(double[] counts) {
        double[] agreeing = new double[features.count];
        for (int f = 0; f < features.count; f++) {
            Kind kind = features.all.get(f).kind();
            double[] pooled = new double[Step.COUNT];
            for (int l = 1; l < Step.COUNT; l++) {
                pooled[l] = Kind.BELIEF * kind.m[l];
                for (int c = 0; c < SCRIPTS; c++) {
                    pooled[l] += counts[(c * features.count + f) * Step.COUNT + l];
                }
            }
            share(pooled);
            agreeing[f] = agreeing(kind, pooled);
            for (int c = 0; c < SCRIPTS; c++) {
                for (int l = 1; l < Step.COUNT; l++) {
                    // Pairs of few scripts are believed to be as the others, until they are seen not to be.
                    m[c][f][l] = kind.isSpelled()
                            ? counts[(c * features.count + f) * Step.COUNT + l] + Kind.BELIEF * pooled[l]
                            : pooled[l];
                }
                share(m[c][f]);
            }
        }
        return agreeing;
    }

    double matchBits(long pattern) {
        return bits(matchBits, pattern);
    }

    private double bits(double[][][] ofLevels, long pattern) {
        double bits = Features.exchangedBits(pattern);
        double[][] own = ofLevels[Features.scripts(pattern)];
        for (int f = 0; f < features.count; f++) {
            bits += own[f][Features.level(pattern, f)];
        }
        return bits;
    }

    /**
     * What is added to the bits of a level: a rare name tells more, on every level of agreement, and dates that differ tell against while no register has
     * shown how often its clerks err so.
     */
    double rarity(int f, long pattern, int[] left, int i, int[] right, int j) {
        int level = Features.level(pattern, f);
        Kind kind = features.all.get(f).kind();
        if (kind == Kind.DATE && level == Level.DIFFERENT.ordinal()) {
            return -DOUBT_BITS * Kind.BELIEF / (Kind.BELIEF + learnedFrom);
        }
        double share = kind == Kind.DATE || kind == Kind.SEX
                ? level == Level.EXACT.ordinal() ? 1 : 0
                : switch (Step.level(level)) {
                    case EXACT, ALIKE, EQUIVALENT -> 1;
                    case CLOSE -> .8;
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

    /** Before anything is seen: the odds of one person for a pair taken at random, both of whose rows are free. */
    double prior() {
        return log2(lambda) + free;
    }

    /** What {@link #oneToOne} added to the prior: no part of how likely two rows of one register are one person. */
    double freeBits() {
        return free;
    }

    /**
     * Takes into the prior that a row has one partner: a pair is only judged where neither row has another, so its odds are those among rows without a
     * partner. Without it a weak pair in registers that mostly overlap is thought too little of.
     *
     * @param both whether both rows' other candidates are looked at, as in a full run; else only the held row's
     */
    void oneToOne(boolean both) {
        double matches = lambda * all;
        free = -log2(1 - Math.min(MOST_MATCHED, matches / heldRows))
                - (both ? log2(1 - Math.min(MOST_MATCHED, matches / soughtRows)) : 0);
    }

    /** Bits for a match of a pair of rows, all told. */
    double bits(long pattern, int[] left, int i, int[] right, int j) {
        return bits(
                pattern,
                prior() + matchBits(pattern),
                familyBits(Family.SIBLINGS, pattern),
                familyBits(Family.TWINS, pattern),
                familyBits(Family.KIN, pattern),
                left,
                i,
                right,
                j);
    }

    /** The same where what the pattern alone says is known: of a match and of each {@link Family}. */
    double bits(
            long pattern,
            double match,
            double siblings,
            double twins,
            double kin,
            int[] left,
            int i,
            int[] right,
            int j) {
        for (int f = 0; f < features.count; f++) {
            double rarity = rarity(f, pattern, left, i, right, j);
            Kind kind = features.all.get(f).kind();
            match += rarity;
            siblings += Family.SIBLINGS.shares(kind) ? rarity : 0;
            twins += Family.TWINS.shares(kind) ? rarity : 0;
            kin += Family.KIN.shares(kind) ? rarity : 0;
        }
        return match - log2(1 + Math.pow(2, siblings) + Math.pow(2, twins) + Math.pow(2, kin));
    }

    double familyBits(Family family, long pattern) {
        return log2(families[family.ordinal()]) + bits(familyBits[family.ordinal()], pattern);
    }

    /** How many pairs are believed to be brothers or sisters. */
    double siblingPairs() {
        return (families[Family.SIBLINGS.ordinal()] + families[Family.TWINS.ordinal()]) * all;
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }
}
