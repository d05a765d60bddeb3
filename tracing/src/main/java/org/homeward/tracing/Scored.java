package org.homeward.tracing;

import java.util.Arrays;

/**
 * The pairs of a run that are not hopeless, ascending, with their bits; and each pair's probability in competition with the others of its two rows.
 *
 * <p>A row is one person, so two candidates of it share its chances. Rows of one register that are the same person do not compete.
 */
final class Scored {
    /** Pairs below it (a chance of about one in 250) are counted and then forgotten. */
    private static final double FLOOR = -8;
    /** How much rarer a register repeats a person than the other register has him. */
    private static final double REPEAT_BITS = -4;

    private static final double REPEATED_FROM = 3;
    /** Two rows that both fit one row of the other register so well are believed to be one person on weaker grounds. */
    private static final double FITTING = 6;

    private static final double REPEATED_IF_BOTH_FIT = -8;

    private final Model model;
    private final int[] held;
    private final int[] sought;
    final long[] pairs;
    final double[] bits;
    final double[] probability;
    /** The sum of the probabilities of the pairs forgotten. */
    final double forgotten;

    private final int[] bySought;
    private final int[] firstOfHeld;
    private final int[] firstOfSought;

    Scored(Model model, Candidates candidates, int[] held, int[] sought) {
        this.model = model;
        this.held = held;
        this.sought = sought;
        long[] kept = new long[Math.min(candidates.size, 1 << 12)];
        int count = 0;
        double sum = 0;
        Patterns patterns = candidates.patterns;
        double[] before = new double[patterns.size];
        for (int p = 0; p < patterns.size; p++) {
            before[p] = model.prior() + model.matchBits(patterns.patterns[p]);
        }
        for (int i = 0; i < candidates.size; i++) {
            int p = candidates.patternOf[i];
            if (before[p] < FLOOR - 12) {
                continue;
            }
            long pair = candidates.pairs[i];
            double of = model.bits(patterns.patterns[p], held, (int) (pair >> 32), sought, (int) pair);
            if (of > FLOOR) {
                if (count == kept.length) {
                    kept = Arrays.copyOf(kept, count * 2);
                }
                kept[count++] = pair;
            } else {
                sum += Model.probability(of);
            }
        }
        forgotten = sum;
        pairs = Arrays.copyOf(kept, count);
        Arrays.sort(pairs);
        bits = new double[count];
        for (int i = 0; i < count; i++) {
            int h = (int) (pairs[i] >> 32);
            int s = (int) pairs[i];
            bits[i] = model.bits(model.features.pattern(held, h, sought, s), held, h, sought, s);
        }
        firstOfHeld = firsts(32, held.length / model.features.count);
        firstOfSought = firsts(0, sought.length / model.features.count);
        bySought = new int[count];
        int[] at = firstOfSought.clone();
        for (int i = 0; i < count; i++) {
            bySought[at[(int) pairs[i]]++] = i;
        }
        probability = new double[count];
        for (int i = 0; i < count; i++) {
            probability[i] = compete(i);
        }
    }

    private int[] firsts(int shift, int rows) {
        int[] firsts = new int[rows + 1];
        for (long pair : pairs) {
            firsts[(int) (pair >> shift) + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            firsts[row + 1] += firsts[row];
        }
        return firsts;
    }

    private double compete(int i) {
        double own = odds(i);
        double all = 1 + own;
        int h = (int) (pairs[i] >> 32);
        int s = (int) pairs[i];
        for (int j = firstOfHeld[h]; j < firstOfHeld[h + 1]; j++) {
            if (j != i && !isOneSought(s, (int) pairs[j], Math.min(bits[i], bits[j]))) {
                all += odds(j);
            }
        }
        for (int at = firstOfSought[s]; at < firstOfSought[s + 1]; at++) {
            int j = bySought[at];
            if (j != i && !isOneHeld(h, (int) (pairs[j] >> 32), Math.min(bits[i], bits[j]))) {
                all += odds(j);
            }
        }
        return own / all;
    }

    private double odds(int i) {
        return Math.pow(2, Math.min(60, bits[i]));
    }

    /** @param fit the lesser bits of the two rows' pairs with one row of the other register */
    boolean isOneHeld(int a, int b, double fit) {
        return a == b || isOne(held, a, b, fit);
    }

    boolean isOneSought(int a, int b, double fit) {
        return a == b || isOne(sought, a, b, fit);
    }

    /** Whether two rows of the held register agree in surname, given name and patronymic, all of them given. */
    boolean sharesNamesHeld(int a, int b) {
        return sharesNames(held, a, b);
    }

    boolean sharesNamesSought(int a, int b) {
        return sharesNames(sought, a, b);
    }

    private boolean sharesNames(int[] cells, int a, int b) {
        Features features = model.features;
        if (features.surname < 0 || features.given < 0 || features.patronymic < 0) {
            return false;
        }
        long pattern = features.pattern(cells, a, cells, b);
        return !Features.isExchanged(pattern)
                && Level.isAgreement(Features.level(pattern, features.surname), Kind.SURNAME)
                && Level.isAgreement(Features.level(pattern, features.given), Kind.GIVEN_NAME)
                && Level.isAgreement(Features.level(pattern, features.patronymic), Kind.PATRONYMIC);
    }

    private boolean isOne(int[] cells, int a, int b, double fit) {
        return model.bits(model.features.pattern(cells, a, cells, b), cells, a, cells, b) + REPEAT_BITS
                > (fit > FITTING ? REPEATED_IF_BOTH_FIT : REPEATED_FROM);
    }

    /** The index of the best other pair of the same held row, or -1. */
    int second(int i) {
        int h = (int) (pairs[i] >> 32);
        int second = -1;
        for (int j = firstOfHeld[h]; j < firstOfHeld[h + 1]; j++) {
            if (j != i && (second < 0 || bits[j] > bits[second])) {
                second = j;
            }
        }
        return second;
    }
}
