package org.homeward.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From features to a probability that both names are one: small trees whose answers are added ({@link NameTrees}), so that the probability is calibrated on pairs like
 * those it was fitted to, where one pair in about ten is one name and the others are each other's nearest neighbours.
 */
public final class NameWeights {
    private static final String FORMAT = "homeward-name-weights 2";
    private static final String START = "start";
    /** Comparisons whose log odds are kept, each in one of two places side by side: the rest of the key beside them. */
    private static final int KEPT_BITS = 16;

    private static final int REST_BITS = NameFeatures.KEY_BITS - KEPT_BITS + 1;
    private static final long ODD = 0x9E3779B97F5L;
    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);

    private final double start;
    private final List<NameTree> trees;
    private final TreeSums sums;
    /** The log odds where a glance says all, two bits a slot. */
    private final float[] glances = new float[1 << 6];

    private final long[] kept = new long[1 << KEPT_BITS];

    private NameWeights(double start, List<NameTree> trees) {
        this.start = start;
        this.trees = List.copyOf(trees);
        sums = new TreeSums(this.trees);
        for (int glance = 0; glance < glances.length; glance++) {
            glances[glance] = sum(NameFeatures.key(
                    Glance.outcome(glance >> 4), Glance.outcome(glance >> 2 & 3), Glance.outcome(glance & 3), false));
        }
    }

    /** A pair of names and whether both are one person's name. */
    public record Labelled(String left, String right, boolean same) {}

    /** Reads the weights that ship. */
    static NameWeights shipped() {
        try (InputStream in = NameWeights.class.getResourceAsStream("name-weights.txt")) {
            if (in == null) {
                throw new IllegalStateException("name-weights.txt is not beside its class");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log odds, nats, that two names are one. */
    double logit(PreparedName left, PreparedName right) {
        int surname = Glance.at(left, right, 0);
        int given = Glance.at(left, right, 1);
        int patronymic = Glance.at(left, right, 2);
        boolean asRead = Glance.standsAsRead(left, right);
        if (asRead && surname == Glance.APART && Glance.areTwo(left, right, 1, given)) {
            given = Glance.APART;
            patronymic = Glance.areWords(left, right, 2) ? Glance.APART : patronymic;
        }
        if (asRead && Math.max(surname, Math.max(given, patronymic)) < Glance.TO_LOOK_UP) {
            return glances[surname << 4 | given << 2 | patronymic];
        }
        return logit(
                left,
                right,
                Glance.outcome(left, right, 0, surname),
                Glance.outcome(left, right, 1, given),
                Glance.outcome(left, right, 2, patronymic),
                asRead);
    }

    /** The same without a glance. */
    double inFull(PreparedName left, PreparedName right) {
        return logit(
                left,
                right,
                TokenPairs.compare(left.surname, right.surname),
                TokenPairs.compare(left.given, right.given),
                TokenPairs.compare(left.patronymic, right.patronymic),
                false);
    }

    /** The same where the parts as they were read compare so. Where they stand in another order, it is not known whose order is right: it is the mean of both. */
    private double logit(
            PreparedName left, PreparedName right, long surname, long given, long patronymic, boolean asRead) {
        int order = asRead ? Order.AS_READ : Order.best(left, right, surname, given, patronymic);
        if (order == Order.AS_READ) {
            return known(NameFeatures.key(surname, given, patronymic, false));
        }
        double sum = known(NameFeatures.key(left, right, order));
        return (sum + known(NameFeatures.key(right, left, Order.reversed(order)))) / 2;
    }

    /** The log odds of a key, kept while there is room; threads need no lock, since an entry is one number and says whose it is. */
    private float known(long key) {
        long mixed = key * ODD & (1L << NameFeatures.KEY_BITS) - 1;
        int at = (int) (mixed >>> REST_BITS) << 1;
        long rest = (mixed & (1L << REST_BITS) - 1) << 1 | 1;
        long first = (long) ENTRY.getOpaque(kept, at);
        long entry = first >>> 32 == rest ? first : (long) ENTRY.getOpaque(kept, at | 1);
        if (entry >>> 32 == rest) {
            return Float.intBitsToFloat((int) entry);
        }
        float sum = sum(key);
        ENTRY.setOpaque(kept, at | 1, first);
        ENTRY.setOpaque(kept, at, rest << 32 | Float.floatToRawIntBits(sum) & 0xFFFFFFFFL);
        return sum;
    }

    private float sum(long key) {
        return (float) sum(NameFeatures.row(key));
    }

    /** The log odds of a comparison with these features. */
    double sum(int[] row) {
        return sums.from(start, row);
    }

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Fits weights to pairs; deterministic. */
    public static NameWeights fit(List<Labelled> pairs) {
        Map<Long, double[]> counts = new LinkedHashMap<>();
        double same = 0.5;
        for (Labelled pair : pairs) {
            PreparedName left = PreparedName.of(pair.left());
            PreparedName right = PreparedName.of(pair.right());
            int order = NameFeatures.order(left, right);
            int of = pair.same() ? 0 : 1;
            same += pair.same() ? 1 : 0;
            counts.computeIfAbsent(NameFeatures.key(left, right, order), key -> new double[2])[of] += 0.5;
            counts.computeIfAbsent(NameFeatures.key(right, left, Order.reversed(order)), key -> new double[2])[of] +=
                    0.5;
        }
        double start = Math.log(same / (pairs.size() + 1 - same));
        return new NameWeights(start, NameTrees.learn(counts, start));
    }

    /** The weights as text: the log odds to start from, then what each tree adds. */
    public List<String> write(String source) {
        List<String> lines = new ArrayList<>(List.of("# " + FORMAT, "# source: " + source));
        lines.add(START + "\t" + String.format(Locale.ROOT, "%.4f", start));
        for (NameTree tree : trees) {
            lines.add("tree\t" + tree.write());
        }
        return lines;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException with the line's number where a line is none of weights
     */
    public static NameWeights read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals("# " + FORMAT)) {
            throw new IllegalArgumentException(
                    "line 1: expected '# " + FORMAT + "'; weights of an earlier format are fitted again");
        }
        double start = Double.NaN;
        List<NameTree> trees = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (lines.get(i).startsWith("#")) {
                continue;
            }
            try {
                if (cells.length != 2 || !cells[0].equals(START) && !cells[0].equals("tree")) {
                    throw new IllegalArgumentException("expected 'start' or 'tree' and what follows");
                } else if (cells[0].equals(START)) {
                    start = Double.parseDouble(cells[1]);
                } else {
                    trees.add(NameTree.read(cells[1]));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        if (Double.isNaN(start)) {
            throw new IllegalArgumentException("line " + lines.size() + ": no log odds to start from");
        }
        return new NameWeights(start, trees);
    }
}
