package org.homeward.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns an {@link EditModel} from pairs of words that are one name, by expectation maximisation: no pair says which letters
 * answer which, so every chain of units that makes both words counts by its probability under the model of the round before.
 *
 * <p>Deterministic: the same pairs give the same model. Units seen too seldom are dropped, or the longest units would simply
 * remember the pairs. Time: rounds × pairs × letters left × letters right × kinds of unit.
 */
public final class EditModelTrainer {
    /** Two words that are one name and how often the pair was seen. */
    public record Pair(String left, String right, int count) {}

    /**
     * What the training may do.
     *
     * @param maxLeft most letters of a unit on the left, 1 to 4
     * @param maxRight the same on the right
     * @param square whether units of several letters on both sides are learned
     * @param rounds of expectation maximisation
     * @param least expected count below which a unit is dropped
     */
    public record Settings(int maxLeft, int maxRight, boolean square, int rounds, double least) {
        public static Settings standard() {
            return new Settings(3, 2, true, 8, 4);
        }
    }

    private final Settings settings;
    private final List<byte[]> lefts = new ArrayList<>();
    private final List<byte[]> rights = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final Script left;
    private final Script right;
    private UnitTable units = new UnitTable();

    private EditModelTrainer(Script left, Script right, List<Pair> pairs, Settings settings) {
        this.left = left;
        this.right = right;
        this.settings = settings;
        for (Pair pair : pairs) {
            byte[] a = left.numbers(pair.left());
            byte[] b = right.numbers(pair.right());
            if (a.length > 0 && b.length > 0 && a.length <= 24 && b.length <= 24) {
                lefts.add(a);
                rights.add(b);
                weights.add(1 + Math.log(Math.max(1, pair.count())));
            }
        }
    }

    /** The units that explain {@code pairs} best; empty where no pair has letters of both scripts. */
    public static List<EditModel.Unit> train(Script left, Script right, List<Pair> pairs, Settings settings) {
        EditModelTrainer trainer = new EditModelTrainer(left, right, pairs, settings);
        trainer.begin();
        for (int round = 0; round < settings.rounds(); round++) {
            trainer.expect();
            trainer.maximise(round == settings.rounds() - 1 ? settings.least() : settings.least() / 4);
        }
        return trainer.result();
    }

    private boolean allowed(int a, int b) {
        return a + b == 1 || a > 0 && b > 0 && (a == 1 || b == 1 || settings.square());
    }

    /** Every unit near the diagonal of some pair, by how often it is there: the start that the rounds improve on. */
    private void begin() {
        for (int p = 0; p < lefts.size(); p++) {
            byte[] x = lefts.get(p);
            byte[] y = rights.get(p);
            for (int i = 0; i <= x.length; i++) {
                for (int j = 0; j <= y.length; j++) {
                    if (Math.abs((double) i / x.length - (double) j / y.length) > 0.3) {
                        continue;
                    }
                    for (int a = 0; a <= settings.maxLeft() && i + a <= x.length; a++) {
                        for (int b = 0; b <= settings.maxRight() && j + b <= y.length; b++) {
                            if (allowed(a, b)) {
                                long key = EditModel.key(x, i, a) << 24 | EditModel.key(y, j, b);
                                int unit = units.place(key);
                                units.count[unit] += weights.get(p) * (a + b == 1 ? 0.1 : 1);
                            }
                        }
                    }
                }
            }
        }
        maximise(settings.least());
    }

    private void expect() {
        int most = 0;
        for (int p = 0; p < lefts.size(); p++) {
            most = Math.max(most, (lefts.get(p).length + 1) * (rights.get(p).length + 1));
        }
        int kinds = (settings.maxLeft() + 1) * (settings.maxRight() + 1);
        double[] before = new double[most];
        double[] after = new double[most];
        int[] met = new int[most * kinds];
        int[] from = new int[most * kinds];
        int[] to = new int[most * kinds];
        for (int p = 0; p < lefts.size(); p++) {
            byte[] x = lefts.get(p);
            byte[] y = rights.get(p);
            int width = y.length + 1;
            int end = x.length * width + y.length;
            Arrays.fill(before, 0, end + 1, 0);
            Arrays.fill(after, 0, end + 1, 0);
            before[0] = 1;
            after[end] = 1;
            int n = 0;
            for (int i = 0; i <= x.length; i++) {
                for (int j = 0; j <= y.length; j++) {
                    int at = i * width + j;
                    if (before[at] == 0) {
                        continue;
                    }
                    for (int a = 0; a <= settings.maxLeft() && i + a <= x.length; a++) {
                        long segment = EditModel.key(x, i, a) << 24;
                        for (int b = 0; b <= settings.maxRight() && j + b <= y.length; b++) {
                            int unit = allowed(a, b) ? units.find(segment | EditModel.key(y, j, b)) : -1;
                            if (unit >= 0) {
                                to[n] = at + a * width + b;
                                before[to[n]] += before[at] * units.probability[unit];
                                met[n] = unit;
                                from[n++] = at;
                            }
                        }
                    }
                }
            }
            double whole = before[end];
            if (whole <= 0) {
                continue;
            }
            for (int k = n - 1; k >= 0; k--) {
                double ahead = units.probability[met[k]] * after[to[k]];
                after[from[k]] += ahead;
                units.count[met[k]] += weights.get(p) * before[from[k]] * ahead / whole;
            }
        }
    }

    private void maximise(double least) {
        UnitTable kept = new UnitTable();
        double total = 0;
        for (int u = 0; u < units.size(); u++) {
            if (units.count[u] >= least) {
                int place = kept.place(units.unit(u));
                kept.probability[place] = units.count[u];
                total += units.count[u];
            }
        }
        for (int u = 0; u < kept.size(); u++) {
            kept.probability[u] /= total;
        }
        units = kept;
    }

    private List<EditModel.Unit> result() {
        List<EditModel.Unit> result = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            long key = units.unit(u);
            result.add(new EditModel.Unit(text(left, key >>> 24), text(right, key & 0xFFFFFF), units.probability[u]));
        }
        return result;
    }

    private static String text(Script script, long segment) {
        StringBuilder out = new StringBuilder();
        for (long rest = segment; rest > 0; rest >>>= 6) {
            out.insert(0, script.letters().charAt((int) (rest & 63) - 1));
        }
        return out.toString();
    }
}
