package org.homeward.bench.talks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.homeward.bench.talks.PairMaker.Pair;
import org.homeward.talks.front.Clauses;
import org.homeward.talks.front.Fraction;
import org.homeward.talks.front.Front;

/** Fronts of many pairs: how long all take, first and warm, and whether they are what looking at every outcome gives. */
final class FrontBench {
    /** Far below the least difference of two made-up outcomes, far above the error of a sum of doubles. */
    private static final double SAME = 1e-12;

    private static final int ROUNDS = 20;

    private FrontBench() {}

    static void run(PrintStream out, long seed, int count, double most) {
        for (boolean long17 : new boolean[] {false, true}) {
            Random random = new Random(seed);
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pairs.add(PairMaker.pair(random, most, long17));
            }
            long[] nanos = new long[ROUNDS];
            long points = 0;
            for (int round = 0; round < nanos.length; round++) {
                long start = cpu();
                points = 0;
                for (Pair pair : pairs) {
                    points += front(pair).points().size();
                }
                nanos[round] = cpu() - start;
            }
            long[] warm = Arrays.copyOfRange(nanos, ROUNDS / 2, ROUNDS);
            Arrays.sort(warm);
            int equal = 0;
            long outcomes = 0;
            for (Pair pair : pairs) {
                outcomes += pair.outcomes();
                equal += same(front(pair), pair) ? 1 : 0;
            }
            out.printf(
                    Locale.ROOT,
                    "%,d pairs, weights of %s digits, %,d outcomes in all, largest %,d: %,d points on the fronts%n"
                            + "  all fronts %.1f ms CPU warm (median of the later of 20 rounds), %.1f ms the first time; equal to every outcome looked at: %d of %d%n",
                    count,
                    long17 ? "17" : "2",
                    outcomes,
                    pairs.stream().mapToLong(Pair::outcomes).max().orElse(0),
                    points,
                    warm[warm.length / 2] / 1e6,
                    nanos[0] / 1e6,
                    equal,
                    count);
        }
    }

    private static Front front(Pair pair) {
        return ((Front.Result.Found) Front.of(pair.a(), pair.b(), Clauses.NONE)).front();
    }

    private static boolean same(Front front, Pair pair) {
        List<double[]> truth = bruteForce(pair);
        if (truth.size() != front.points().size()) {
            return false;
        }
        for (int i = 0; i < truth.size(); i++) {
            if (Math.abs(truth.get(i)[0] - front.points().get(i).a().approximate()) > SAME
                    || Math.abs(truth.get(i)[1] - front.points().get(i).b().approximate()) > SAME) {
                return false;
            }
        }
        return true;
    }

    private static List<double[]> bruteForce(Pair pair) {
        double[][] a = doubles(pair.a().worth());
        double[][] b = doubles(pair.b().worth());
        double[][] all = {{0, 0}};
        for (int i = 0; i < a.length; i++) {
            double[][] next = new double[all.length * a[i].length][];
            int n = 0;
            for (double[] outcome : all) {
                for (int o = 0; o < a[i].length; o++) {
                    next[n++] = new double[] {outcome[0] + a[i][o], outcome[1] + b[i][o]};
                }
            }
            all = next;
        }
        Arrays.sort(all, (x, y) -> Double.compare(y[0], x[0]));
        List<double[]> front = new ArrayList<>();
        for (double[] outcome : all) {
            double[] before = front.isEmpty() ? new double[] {9, -1} : front.getLast();
            if (outcome[1] > before[1] + SAME) {
                if (outcome[0] > before[0] - SAME) {
                    front.removeLast();
                }
                front.add(outcome);
            }
        }
        return front;
    }

    private static double[][] doubles(List<List<Fraction>> worth) {
        return worth.stream()
                .map(options ->
                        options.stream().mapToDouble(Fraction::approximate).toArray())
                .toArray(double[][]::new);
    }

    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
