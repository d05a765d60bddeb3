package org.homeward.tracing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pairs of a run that are not hopeless, ascending, with their bits; and each pair's probability in competition with the others of its two rows.
 *
 * <p>A row is one person: see {@link Competition}. Rows of one register that are the same person do not compete.
 */
final class Scored implements Competition.Repeats {
    /** Pairs below it (a chance of about one in 250) are counted and then forgotten. */
    private static final double FLOOR = -8;
    /** How much rarer a register repeats a person than the other register has him. */
    private static final double REPEAT_BITS = -4;

    private static final double REPEATED_FROM = 3;
    /** Two rows that both fit one row of the other register so well are believed to be one person on weaker grounds. */
    private static final double FITTING = 4;

    private static final double REPEATED_IF_BOTH_FIT = -3;

    /** Registers are believed to repeat one row in so many. */
    private static final double USUAL_ROWS = 70;

    private final Model model;
    private final int[] held;
    private final int[] sought;
    final long[] pairs;
    final double[] bits;
    final double[] probability;
    /** The sum of the probabilities of the pairs forgotten. */
    final double forgotten;

    private final double repeats;
    private final int[] bySought;
    private final int[] firstOfHeld;
    private final int[] firstOfSought;

    Scored(Model model, Candidates candidates, int[] held, int[] sought) {
        this.model = model;
        this.held = held;
        this.sought = sought;
        PatternBits known = new PatternBits(model, candidates.patterns);
        Candidates.Chunk[] chunks = candidates.take();
        Kept[] kept = new Kept[chunks.length];
        IntStream.range(0, chunks.length).parallel().forEach(c -> {
            Candidates.Chunk chunk = chunks[c];
            chunks[c] = null;
            kept[c] = kept(chunk, known);
        });
        forgotten = Arrays.stream(kept).mapToDouble(k -> k.forgotten).sum();
        int[] places = places(kept, held.length / model.features.count);
        pairs = new long[places[places.length - 1]];
        bits = new double[pairs.length];
        sort(kept, places);
        int count = pairs.length;
        firstOfHeld = places;
        firstOfSought = firsts(sought.length / model.features.count);
        bySought = new int[count];
        int[] at = firstOfSought.clone();
        for (int i = 0; i < count; i++) {
            bySought[at[(int) pairs[i]]++] = i;
        }
        repeats = repeats();
        probability = new Competition(pairs, bits, firstOfHeld, bySought, firstOfSought, this).probabilities();
    }

    /** Those pairs of a chunk that are over the floor, and the sum of the probabilities of the others. */
    private record Kept(long[] pairs, double[] bits, double forgotten) {}

    private Kept kept(Candidates.Chunk chunk, PatternBits known) {
        double[] of = new double[chunk.size];
        int size = 0;
        double sum = 0;
        for (int i = 0; i < chunk.size; i++) {
            int p = chunk.patternOf[i];
            if (known.match(p) < FLOOR - 12) {
                continue;
            }
            long pair = chunk.pairs[i];
            double own = known.bits(p, held, (int) (pair >> 32), sought, (int) pair);
            if (own > FLOOR) {
                chunk.pairs[size] = pair;
                of[size++] = own;
            } else {
                sum += Model.probability(own);
            }
        }
        return new Kept(Arrays.copyOf(chunk.pairs, size), Arrays.copyOf(of, size), sum);
    }

    /** For each held row, and one more, where its first pair stands in the order of rows. */
    private static int[] places(Kept[] kept, int heldRows) {
        int[] from = new int[heldRows + 1];
        for (Kept of : kept) {
            for (long pair : of.pairs) {
                from[(int) (pair >> 32) + 1]++;
            }
        }
        for (int row = 0; row < heldRows; row++) {
            from[row + 1] = Math.addExact(from[row + 1], from[row]);
        }
        return from;
    }

    /** Puts the pairs in the order of held rows and then of sought rows. */
    private void sort(Kept[] kept, int[] from) {
        int[] to = from.clone();
        for (Kept of : kept) {
            for (int i = 0; i < of.pairs.length; i++) {
                long pair = of.pairs[i];
                int row = (int) (pair >> 32);
                int at = to[row]++;
                while (at > from[row] && pairs[at - 1] > pair) {
                    pairs[at] = pairs[at - 1];
                    bits[at] = bits[at - 1];
                    at--;
                }
                pairs[at] = pair;
                bits[at] = of.bits[i];
            }
        }
    }

    private int[] firsts(int rows) {
        int[] firsts = new int[rows + 1];
        for (long pair : pairs) {
            firsts[(int) pair + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            firsts[row + 1] += firsts[row];
        }
        return firsts;
    }

    @Override
    public boolean isOneHeld(int a, int b, double fit) {
        return a == b || isOne(held, a, b, fit);
    }

    @Override
    public boolean isOneSought(int a, int b, double fit) {
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
        return sharesGroup(cells, a, b, features.surname)
                && sharesGroup(cells, a, b, features.given)
                && sharesGroup(cells, a, b, features.patronymic);
    }

    private boolean sharesGroup(int[] cells, int a, int b, int f) {
        int first = cells[a * model.features.count + f];
        int second = cells[b * model.features.count + f];
        Lexicon lexicon = model.features.all.get(f).lexicon();
        return first >= 0 && second >= 0 && lexicon.group(first) == lexicon.group(second);
    }

    private boolean isOne(int[] cells, int a, int b, double fit) {
        return direct(cells, a, b) + repeats > (fit > FITTING ? REPEATED_IF_BOTH_FIT : REPEATED_FROM);
    }

    /** What two rows of one register say for one person, by the registers' own chances. */
    private double direct(int[] cells, int a, int b) {
        return model.bits(model.features.pattern(cells, a, cells, b), cells, a, cells, b)
                - model.freeBits()
                + REPEAT_BITS;
    }

    /** How much more than usually the sought register repeats people, in bits: of rows that somebody fits, the share that surely stand there again. */
    private double repeats() {
        double fitting = USUAL_ROWS;
        double again = 1;
        for (int h = 0; h + 1 < firstOfHeld.length; h++) {
            int best = -1;
            for (int i = firstOfHeld[h]; i < firstOfHeld[h + 1]; i++) {
                if (bits[i] > FITTING) {
                    if (best >= 0 && direct(sought, (int) pairs[best], (int) pairs[i]) > REPEATED_FROM) {
                        again++;
                    }
                    fitting += best < 0 ? 1 : 0;
                    best = best < 0 || bits[i] > bits[best] ? i : best;
                }
            }
        }
        return Math.max(0, Model.log2(again * USUAL_ROWS / fitting));
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
