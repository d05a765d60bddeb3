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
    private static final float STRAY_GAP = 9.5f;

    private static final float STRAY_CHANGE = 12f;
    private static final float SWAP = 9f;
    private static final float NEVER = 1e6f;
    private static final int WORD_LIMIT = 40;

    private final Script left;
    private final Script right;
    private final int maxLeft;
    private final int maxRight;
    private final LongFloatTable costs;
    private final LongFloatTable leftCosts;
    private final LongFloatTable rightCosts;

    private EditModel(Script left, Script right, TreeMap<Long, Float> costByUnit) {
        this.left = left;
        this.right = right;
        int longLeft = 1;
        int longRight = 1;
        TreeMap<Long, Double> leftShare = new TreeMap<>();
        TreeMap<Long, Double> rightShare = new TreeMap<>();
        costs = new LongFloatTable(costByUnit.size());
        for (var unit : costByUnit.entrySet()) {
            long key = unit.getKey();
            costs.put(key, unit.getValue());
            longLeft = Math.max(longLeft, length(key >>> 24));
            longRight = Math.max(longRight, length(key & 0xFFFFFF));
            double share = Math.exp(-unit.getValue());
            leftShare.merge(key >>> 24, share, Double::sum);
            rightShare.merge(key & 0xFFFFFF, share, Double::sum);
        }
        maxLeft = longLeft;
        maxRight = longRight;
        leftCosts = marginal(leftShare);
        rightCosts = marginal(rightShare);
    }

    private static LongFloatTable marginal(TreeMap<Long, Double> shares) {
        LongFloatTable table = new LongFloatTable(shares.size());
        double empty = shares.getOrDefault(0L, 0.0);
        shares.forEach((segment, share) -> table.put(segment, (float) -Math.log(share / (1 - empty))));
        return table;
    }

    /** Builds a model from units: letters left, letters right (either may be empty), probability. */
    static EditModel of(Script left, Script right, List<Unit> units) {
        TreeMap<Long, Float> costs = new TreeMap<>();
        for (Unit unit : units) {
            byte[] a = left.numbers(unit.left());
            byte[] b = right.numbers(unit.right());
            costs.put(key(a, 0, a.length) << 24 | key(b, 0, b.length), (float) -Math.log(unit.probability()));
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

    private static int length(long segment) {
        return segment == 0 ? 0 : segment < 1 << 6 ? 1 : segment < 1 << 12 ? 2 : segment < 1 << 18 ? 3 : 4;
    }

    /** A word as this model reads it on one side, with what is worth computing once for many comparisons. */
    static final class Word {
        final byte[] letters;
        /** {@code -ln P} of the word alone: how much information it carries, nats. */
        final float information;

        private Word(byte[] letters, float information) {
            this.letters = letters;
            this.information = information;
        }
    }

    Word leftWord(String text) {
        return word(left.numbers(text), leftCosts, maxLeft);
    }

    Word rightWord(String text) {
        return word(right.numbers(text), rightCosts, maxRight);
    }

    private static Word word(byte[] letters, LongFloatTable costs, int longest) {
        byte[] kept = letters.length > WORD_LIMIT ? Arrays.copyOf(letters, WORD_LIMIT) : letters;
        double[] sum = new double[kept.length + 1];
        sum[0] = 1;
        for (int i = 1; i <= kept.length; i++) {
            for (int a = 1; a <= Math.min(longest, i); a++) {
                float cost = costs.get(key(kept, i - a, a), a == 1 ? STRAY_GAP : NEVER);
                sum[i] += sum[i - a] * Math.exp(-cost);
            }
        }
        return new Word(kept, (float) -Math.log(Math.max(Double.MIN_NORMAL, sum[kept.length])));
    }

    /** Evidence in nats that {@code a} (left script) and {@code b} (right script) are one name; both as written. */
    public double evidence(String a, String b) {
        return evidence(leftWord(a), rightWord(b));
    }

    float evidence(Word a, Word b) {
        return a.information + b.information - cost(a.letters, b.letters, null);
    }

    /** What the evidence would be if the two agreed as well as can be: the smaller of their information, nats. */
    static float most(Word a, Word b) {
        return Math.min(a.information, b.information);
    }

    /** The cheapest chain of units that makes both words, in order. */
    public List<Step> align(String a, String b) {
        byte[] x = leftWord(a).letters;
        byte[] y = rightWord(b).letters;
        int[] steps = new int[(x.length + 1) * (y.length + 1)];
        float[] at = new float[steps.length];
        cost(x, y, at, steps);
        List<Step> path = new ArrayList<>();
        int i = x.length;
        int j = y.length;
        while (i > 0 || j > 0) {
            int width = y.length + 1;
            int la = steps[i * width + j] >> 4;
            int lb = steps[i * width + j] & 15;
            path.add(new Step(
                    text(left, x, i - la, la),
                    text(right, y, j - lb, lb),
                    at[i * width + j] - at[(i - la) * width + j - lb]));
            i -= la;
            j -= lb;
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

    private static final ThreadLocal<float[]> ROWS =
            ThreadLocal.withInitial(() -> new float[(WORD_LIMIT + 1) * (WORD_LIMIT + 1)]);

    private float cost(byte[] x, byte[] y, int @org.jspecify.annotations.Nullable [] steps) {
        return cost(x, y, ROWS.get(), steps);
    }

    private float cost(byte[] x, byte[] y, float[] at, int @org.jspecify.annotations.Nullable [] steps) {
        int n = x.length;
        int m = y.length;
        int width = m + 1;
        boolean sameScript = left == right;
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                float best = i == 0 && j == 0 ? 0 : NEVER;
                int step = 0;
                long segment = 0;
                for (int a = 0; a <= maxLeft && a <= i; a++) {
                    if (a > 0) {
                        segment |= (long) x[i - a] << 6 * (a - 1);
                    }
                    long other = 0;
                    int row = (i - a) * width + j;
                    for (int b = a == 0 ? 1 : 0; b <= maxRight && b <= j; b++) {
                        if (a == 0) {
                            if (b > 1) {
                                break;
                            }
                        }
                        if (b > 0) {
                            other |= (long) y[j - b] << 6 * (b - 1);
                        }
                        float before = at[row - b];
                        if (before >= best) {
                            continue;
                        }
                        float unit = costs.get(
                                segment << 24 | other,
                                a + b == 1 ? STRAY_GAP : a == 1 && b == 1 ? STRAY_CHANGE : NEVER);
                        if (before + unit < best) {
                            best = before + unit;
                            step = a << 4 | b;
                        }
                    }
                }
                if (sameScript
                        && i > 1
                        && j > 1
                        && x[i - 1] == y[j - 2]
                        && x[i - 2] == y[j - 1]
                        && x[i - 1] != x[i - 2]) {
                    float swapped = at[(i - 2) * width + j - 2] + SWAP;
                    if (swapped < best) {
                        best = swapped;
                        step = 2 << 4 | 2;
                    }
                }
                at[i * width + j] = best;
                if (steps != null) {
                    steps[i * width + j] = step;
                }
            }
        }
        return at[n * width + m];
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
