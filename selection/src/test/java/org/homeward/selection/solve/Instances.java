package org.homeward.selection.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Synthetic exchanges for the benchmark, from a seed: four medical tiers (4, 6, 15, 75 in a hundred), 30 to 1,700 days held, eleven
 * ranks with the points of the cartel of 1862, 27 regions and 120 brigades of unequal size, 40 camps in 8 convoys; 4 in a hundred are
 * out by refusal or veto. Levels: tier 0, tier up to 1, tier up to 2, days held, lottery.
 */
final class Instances {
    private static final int[] POINTS = {1, 2, 3, 4, 6, 8, 10, 15, 20, 40, 60};
    private static final double[] RANKS = {0.62, 0.2, 0.06, 0.05, 0.03, 0.015, 0.01, 0.008, 0.004, 0.002, 0.001};

    private final Random random;
    private final int n;
    private final int k;
    private final int[] side;
    private final int[] region;
    private final int[] camp;
    private final int[] rank;
    private final int[] brigade;
    private final List<Row> rows = new ArrayList<>();
    private final long[][] keys;

    Instances(int perSide, int k, long seed) {
        random = new Random(seed);
        n = 2 * perSide;
        this.k = k;
        side = IntStream.range(0, n).map(i -> i < perSide ? 0 : 1).toArray();
        region = zipf(27);
        camp = zipf(40);
        brigade = zipf(120);
        rank = IntStream.range(0, n).map(i -> draw(RANKS)).toArray();
        keys = new long[5][n];
        double[] tiers = {0.04, 0.06, 0.15, 0.75};
        for (int i = 0; i < n; i++) {
            int tier = draw(tiers);
            for (int level = 0; level < 3; level++) {
                keys[level][i] = tier <= level ? 1 : 0;
            }
            keys[3][i] = 30 + random.nextInt(1671);
            keys[4][i] = random.nextInt(1 << 30);
        }
        for (int i = 0; i < n; i++) {
            if (random.nextInt(25) == 0) {
                rows.add(Row.count("veto", new int[] {i}, 0, 0));
            }
        }
    }

    private int[] zipf(int values) {
        double[] weight = new double[values];
        double sum = 0;
        for (int v = 0; v < values; v++) {
            weight[v] = 1.0 / (v + 3);
            sum += weight[v];
        }
        double total = sum;
        double[] share = Arrays.stream(weight).map(w -> w / total).toArray();
        return IntStream.range(0, n).map(i -> draw(share)).toArray();
    }

    private int draw(double[] shares) {
        double at = random.nextDouble();
        for (int v = 0; v < shares.length; v++) {
            at -= shares[v];
            if (at < 0) {
                return v;
            }
        }
        return 0;
    }

    private int[] where(IntPredicate test) {
        return IntStream.range(0, n).filter(test).toArray();
    }

    /** Vetoed persons leave the problem: they are no variables. */
    private Program program() {
        boolean[] out = new boolean[n];
        rows.stream().filter(r -> r.clause.equals("veto")).forEach(r -> out[r.vars[0]] = true);
        int[] now = new int[n];
        int open = 0;
        for (int i = 0; i < n; i++) {
            now[i] = out[i] ? -1 : open++;
        }
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            int[] vars = Arrays.stream(row.vars).filter(v -> !out[v]).toArray();
            long[] coefs = IntStream.range(0, row.vars.length)
                    .filter(i -> !out[row.vars[i]])
                    .mapToLong(row::coef)
                    .toArray();
            if (vars.length == row.vars.length || row.vars.length > 8) {
                kept.add(Row.weighted(
                        row.clause, Arrays.stream(vars).map(v -> now[v]).toArray(), coefs, row.low, row.high));
            }
        }
        long[][] left = new long[5][open];
        for (int level = 0; level < 5; level++) {
            for (int i = 0; i < n; i++) {
                if (!out[i]) {
                    left[level][now[i]] = keys[level][i];
                }
            }
        }
        return new Program(open, kept, left);
    }

    private static int band(int rank) {
        return rank == 0 ? 0 : rank < 3 ? 1 : 2;
    }

    private Instances nested() {
        for (int s = 0; s < 2; s++) {
            int s0 = s;
            int[] all = where(i -> side[i] == s0);
            rows.add(Row.count("count-" + s, all, k, k));
            for (int r = 0; r < 27; r++) {
                int r0 = r;
                int[] in = where(i -> side[i] == s0 && region[i] == r0);
                double share = (double) in.length * k / all.length;
                rows.add(Row.count("region-" + s + "-" + r, in, (long) (0.6 * share), (long) Math.ceil(1.25 * share)));
                for (int b = 0; b < 3; b++) {
                    int b0 = b;
                    int[] part = where(i -> side[i] == s0 && region[i] == r0 && band(rank[i]) == b0);
                    long most = (long) Math.ceil(1.4 * part.length * k / all.length);
                    rows.add(Row.count("band-" + s + "-" + r + "-" + b, part, 0, most));
                }
            }
        }
        return this;
    }

    private Instances camps() {
        for (int s = 0; s < 2; s++) {
            int s0 = s;
            for (int c = 0; c < 40; c++) {
                int c0 = c;
                int[] in = where(i -> side[i] == s0 && camp[i] == c0);
                rows.add(Row.count("camp-" + s + "-" + c, in, 0, (long) Math.ceil(1.15 * in.length * 2 * k / n)));
            }
            for (int c = 0; c < 8; c++) {
                int c0 = c;
                int[] in = where(i -> side[i] == s0 && camp[i] % 8 == c0);
                rows.add(Row.count("convoy-" + s + "-" + c, in, 0, (long) Math.ceil(1.1 * in.length * 2 * k / n)));
            }
        }
        return this;
    }

    private void tie(String clause, int a, int b, long low) {
        rows.add(Row.weighted(clause, new int[] {a, b}, new long[] {1, -1}, low, 0));
    }

    private Instances groups(double share, boolean inCell) {
        boolean[] used = new boolean[n];
        rows.stream().filter(r -> r.clause.equals("veto")).forEach(r -> used[r.vars[0]] = true);
        int people = (int) (share * n);
        for (int g = 0; people > 0; g++) {
            int head = random.nextInt(n);
            int size = 2 + random.nextInt(3);
            for (int tries = 0; !used[head] && size > 1 && tries < 20_000; tries++) {
                int i = random.nextInt(n);
                boolean alike = side[i] == side[head]
                        && (!inCell || region[i] == region[head] && band(rank[i]) == band(rank[head]));
                if (i != head && !used[i] && alike) {
                    tie("group-" + g, head, i, 0);
                    used[i] = true;
                    size--;
                    people--;
                }
            }
            if (!used[head]) {
                used[head] = true;
                people--;
            }
        }
        return this;
    }

    private Instances hard() {
        for (int s = 0; s < 2; s++) {
            int s0 = s;
            for (int b = 0; b < 120; b++) {
                int b0 = b;
                int[] in = where(i -> side[i] == s0 && brigade[i] == b0);
                rows.add(Row.count("brigade-" + s + "-" + b, in, 0, (long) Math.ceil(1.2 * in.length * 2 * k / n)));
            }
        }
        int half = n / 2;
        for (int p = 0; p < Math.min(100, n / 50); p++) {
            tie("pair-" + p, random.nextInt(half), half + random.nextInt(half), 0);
            int a = random.nextInt(half - 1);
            tie("if-" + p, a, a + 1, -Row.NONE);
        }
        return this;
    }

    static Program s1(int perSide, int k, long seed) {
        return new Instances(perSide, k, seed).nested().program();
    }

    static Program s2(int perSide, int k, long seed) {
        return new Instances(perSide, k, seed).nested().camps().program();
    }

    static Program s3(int perSide, long most, long seed) {
        Instances all = new Instances(perSide, 0, seed);
        int[] everyone = all.where(i -> true);
        all.rows.add(Row.weighted(
                "rate",
                everyone,
                Arrays.stream(everyone)
                        .mapToLong(i -> (all.side[i] == 0 ? 1 : -1) * POINTS[all.rank[i]])
                        .toArray(),
                0,
                0));
        int[] first = all.where(i -> all.side[i] == 0);
        long[] points = Arrays.stream(first).mapToLong(i -> POINTS[all.rank[i]]).toArray();
        all.rows.add(Row.weighted("most", first, points, 0, most));
        return all.program();
    }

    static Program s4(int perSide, int k, long seed) {
        return new Instances(perSide, k, seed).nested().groups(0.06, true).program();
    }

    static Program s5(int perSide, int k, long seed) {
        return new Instances(perSide, k, seed)
                .nested()
                .camps()
                .groups(0.06, false)
                .hard()
                .program();
    }
}
