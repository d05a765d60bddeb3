package org.homeward.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * How letters of one script answer to letters of another: a table of units (a few letters against a few letters) with their
 * probabilities, learned from pairs by {@link EditModelTrainer}. Immutable; safe for any thread.
 *
 * <p>A pair of words is read as a chain of units. The evidence that both are one name is
 * {@code ln P(left, right) - ln P(left) - ln P(right)}, in nats: above zero it speaks for one name, below against, and it
 * grows with the length of what agrees, as it should. This is the memoryless joint multigram of Deligne, Yvon and Bimbot
 * (Variable-length sequence matching for phonetic transcription using joint multigrams, Eurospeech 1995); the best chain is
 * also the alignment shown to people.
 */
public final class EditModel {
    /** Most letters of a unit on either side. */
    static final int LONGEST = 4;

    private static final String FORMAT = "homeward-edit-model 1";
    /** What letters nobody has seen together cost, in nats: a slip of the pen takes a letter, adds one or changes one. */
    static final float STRAY_GAP = 9.5f;

    static final float STRAY_CHANGE = 12f;
    static final float SWAP = 9f;
    static final float NEVER = 1e6f;
    /** Letters of a word that are compared; no name is longer, and a mask of 64 bits holds their places. */
    static final int WORD_LIMIT = 40;

    private final Script left;
    private final Script right;
    private final LongFloatTable costs;
    private final UnitRows rows;
    /** By the segments' numbers: what each costs alone, nats. */
    private final float[] leftCosts;

    private final float[] rightCosts;

    private EditModel(Script left, Script right, TreeMap<Long, Float> costByUnit) {
        this.left = left;
        this.right = right;
        TreeMap<Long, Double> leftShare = new TreeMap<>();
        TreeMap<Long, Double> rightShare = new TreeMap<>();
        costs = new LongFloatTable(costByUnit.size());
        for (var unit : costByUnit.entrySet()) {
            long key = unit.getKey();
            costs.put(key, unit.getValue());
            double share = Math.exp(-unit.getValue());
            leftShare.merge(key >>> 24, share, Double::sum);
            rightShare.merge(key & 0xFFFFFF, share, Double::sum);
        }
        rows = new UnitRows(costByUnit, left, right);
        leftCosts = alone(leftShare, true);
        rightCosts = alone(rightShare, false);
    }

    private float[] alone(TreeMap<Long, Double> shares, boolean onLeft) {
        double empty = shares.getOrDefault(0L, 0.0);
        float[] costs = new float[rows.segments(onLeft)];
        for (int number = 0; number < costs.length; number++) {
            double share = shares.getOrDefault(rows.segment(number, onLeft), 0.0);
            costs[number] = (float) -Math.log(Math.max(Double.MIN_NORMAL, share / (1 - empty)));
        }
        return costs;
    }

    /** Builds a model from units: letters left, letters right (either may be empty), probability. */
    static EditModel of(Script left, Script right, List<Unit> units) {
        TreeMap<Long, Float> costs = new TreeMap<>();
        for (Unit unit : units) {
            byte[] a = left.numbers(unit.left());
            byte[] b = right.numbers(unit.right());
            float cost = (float) -Math.log(unit.probability());
            costs.merge(key(a, 0, a.length) << 24 | key(b, 0, b.length), cost, Math::min);
            if (left == right) {
                // Neither of two words of one script comes first.
                costs.merge(key(b, 0, b.length) << 24 | key(a, 0, a.length), cost, Math::min);
            }
        }
        return new EditModel(left, right, costs);
    }

    /** Letters of one side that stand for letters of the other, with the probability that a unit is this one. */
    public record Unit(String left, String right, double probability) {}

    /** One step of an alignment: what stood for what, and its cost in nats. */
    public record Step(String left, String right, double cost) {}

    public Script left() {
        return left;
    }

    public Script right() {
        return right;
    }

    static long key(byte[] letters, int from, int length) {
        long key = 0;
        for (int i = from; i < from + length; i++) {
            key = key << 6 | letters[i];
        }
        return key;
    }

    static int length(long segment) {
        return segment == 0 ? 0 : segment < 1 << 6 ? 1 : segment < 1 << 12 ? 2 : segment < 1 << 18 ? 3 : 4;
    }

    /** The number of a segment's first letter. */
    static int first(long segment) {
        return (int) (segment >>> 6 * (length(segment) - 1));
    }

    /** A word as this model reads it on one side, with what is worth computing once for many comparisons. */
    static final class Word {
        final byte[] letters;
        final int size;
        /** {@code -ln P} of the word alone: how much information it carries, nats. */
        final float information;
        /** For each letter what it costs to stand for nothing. */
        final float[] gaps;
        /**
         * What {@link UnitRows} reads most, in one place: the letters; their gaps in the steps of {@link UnitRows#floor}; from {@link #rests} for each end
         * a floor, in such steps, of what the letters after it cost in any chain; from {@link #segments} for each end and each length the number of the
         * segment there and one, or 0.
         */
        final short[] facts;
        /** A bit for each letter's number. */
        final long letterSet;

        private Word(byte[] letters, float information, int[] segments, float[] gaps, float[] rest) {
            this.letters = letters;
            size = letters.length;
            this.information = information;
            this.gaps = gaps;
            facts = new short[segments() + segments.length];
            long set = 0;
            for (int i = 0; i < letters.length; i++) {
                set |= 1L << letters[i];
                facts[i] = letters[i];
                facts[letters.length + i] = (short) UnitRows.floor(gaps[i]);
            }
            for (int i = 0; i <= letters.length; i++) {
                facts[rests() + i] = (short) UnitRows.floor(rest[i]);
            }
            for (int i = 0; i < segments.length; i++) {
                facts[segments() + i] = (short) (segments[i] + 1);
            }
            letterSet = set;
        }

        int rests() {
            return 2 * size;
        }

        int segments() {
            return 3 * size + 1;
        }
    }

    Word leftWord(String text) {
        return word(left.numbers(text), leftCosts, true);
    }

    Word rightWord(String text) {
        return word(right.numbers(text), rightCosts, false);
    }

    private Word word(byte[] letters, float[] alone, boolean onLeft) {
        byte[] kept = letters.length > WORD_LIMIT ? Arrays.copyOf(letters, WORD_LIMIT) : letters;
        int longest = rows.longest(onLeft);
        double[] sum = new double[kept.length + 1];
        float[] gaps = new float[kept.length];
        int[] segments = new int[(kept.length + 1) * longest];
        Arrays.fill(segments, -1);
        sum[0] = 1;
        for (int i = 1; i <= kept.length; i++) {
            for (int a = 1; a <= Math.min(longest, i); a++) {
                int number = rows.number(key(kept, i - a, a), onLeft);
                segments[i * longest + a - 1] = number;
                if (number >= 0 || a == 1) {
                    sum[i] += sum[i - a] * Math.exp(-(number < 0 ? STRAY_GAP : alone[number]));
                }
            }
            long letter = kept[i - 1];
            gaps[i - 1] = costs.get(onLeft ? letter << 24 : letter, STRAY_GAP);
        }
        float[] rest = new float[kept.length + 1];
        for (int i = kept.length - 1; i >= 0; i--) {
            rest[i] = gaps[i] + rest[i + 1];
            for (int a = 1; a <= Math.min(longest, kept.length - i); a++) {
                int number = segments[(i + a) * longest + a - 1];
                if (number >= 0 || a == 1) {
                    rest[i] = Math.min(
                            rest[i], (number < 0 ? Slips.LEAST : Math.min(Slips.LEAST, alone[number])) + rest[i + a]);
                }
            }
            if (left == right && i + 2 <= kept.length) {
                rest[i] = Math.min(rest[i], SWAP + rest[i + 2]);
            }
        }
        return new Word(kept, (float) -Math.log(Math.max(Double.MIN_NORMAL, sum[kept.length])), segments, gaps, rest);
    }

    /** Evidence in nats that {@code a} (left script) and {@code b} (right script) are one name; both as written. */
    public double evidence(String a, String b) {
        return evidence(leftWord(a), rightWord(b));
    }

    float evidence(Word a, Word b) {
        return a.information + b.information - rows.cost(a, b, NEVER);
    }

    /** The evidence as a share of {@link #most}; where it is below {@code floor} (of which the letters read so far are sure), the floor. */
    float share(Word a, Word b, float floor) {
        float most = most(a, b);
        if (most <= 0) {
            return floor;
        }
        float all = a.information + b.information;
        float cost = rows.cost(a, b, all - floor * most);
        return Math.max(floor, (all - cost) / most);
    }

    /** What the evidence would be if the two agreed as well as can be: the smaller of their information, nats. */
    static float most(Word a, Word b) {
        return Math.min(a.information, b.information);
    }

    /** The cheapest chain of units that makes both words, in order. */
    public List<Step> align(String a, String b) {
        return align(leftWord(a), rightWord(b));
    }

    List<Step> align(Word a, Word b) {
        byte[] x = a.letters;
        byte[] y = b.letters;
        int width = y.length + 1;
        float[] at = rows.table(a, b);
        List<Step> path = new ArrayList<>();
        int i = x.length;
        int j = y.length;
        while (i > 0 || j > 0) {
            int bestA = i > 0 ? 1 : 0;
            int bestB = j > 0 ? 1 : 0;
            float best = NEVER;
            for (int la = 0; la <= Math.min(LONGEST, i); la++) {
                for (int lb = la == 0 ? 1 : 0; lb <= Math.min(la == 0 ? 1 : LONGEST, j); lb++) {
                    float unit = la + lb == 1
                            ? la == 1 ? a.gaps[i - 1] : b.gaps[j - 1]
                            : Math.min(
                                    costs.get(key(x, i - la, la) << 24 | key(y, j - lb, lb), NEVER),
                                    rows.slip(x, i, la, y, j, lb));
                    float through = at[(i - la) * width + j - lb] + unit;
                    if (through < best) {
                        best = through;
                        bestA = la;
                        bestB = lb;
                    }
                }
            }
            path.add(new Step(
                    text(left, x, i - bestA, bestA),
                    text(right, y, j - bestB, bestB),
                    at[i * width + j] - at[(i - bestA) * width + j - bestB]));
            i -= bestA;
            j -= bestB;
        }
        return path.reversed();
    }

    private static String text(Script script, byte[] letters, int from, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = from; i < from + length; i++) {
            out.append(script.letters().charAt(letters[i] - 1));
        }
        return out.toString();
    }

    /** The model as text: a header, where the pairs came from, then a unit a line. */
    static List<String> write(Script left, Script right, List<Unit> units, String source) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + FORMAT);
        lines.add("# source: " + source);
        lines.add("scripts\t" + left + "\t" + right);
        units.stream()
                .sorted((a, b) -> Double.compare(b.probability(), a.probability()))
                .forEach(unit -> lines.add(unit.left() + "\t" + unit.right() + "\t"
                        + String.format(Locale.ROOT, "%.2f", -Math.log(unit.probability()))));
        return lines;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException with the line's number where a line is not one of a model
     */
    public static EditModel read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals("# " + FORMAT)) {
            throw new IllegalArgumentException("line 1: expected '# " + FORMAT + "'");
        }
        Script left = null;
        Script right = null;
        List<Unit> units = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (lines.get(i).startsWith("#")) {
                continue;
            }
            try {
                if (cells.length != 3) {
                    throw new IllegalArgumentException("three cells expected");
                } else if (left == null || right == null) {
                    left = Script.valueOf(cells[1]);
                    right = Script.valueOf(cells[2]);
                } else {
                    units.add(unit(left, right, cells));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": not a line of an edit model", e);
            }
        }
        if (left == null || right == null || units.isEmpty()) {
            throw new IllegalArgumentException("line " + lines.size() + ": the model has no units");
        }
        return of(left, right, units);
    }

    private static Unit unit(Script left, Script right, String[] cells) {
        int a = cells[0].length();
        int b = cells[1].length();
        double cost = Double.parseDouble(cells[2]);
        if (a + b == 0
                || a > LONGEST
                || b > LONGEST
                || left.plain(cells[0]).length() != a
                || right.plain(cells[1]).length() != b
                || !(cost >= 0 && cost < 40)) {
            throw new IllegalArgumentException("not a unit");
        }
        return new Unit(cells[0], cells[1], Math.exp(-cost));
    }
}
