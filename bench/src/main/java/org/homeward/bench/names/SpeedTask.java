package org.homeward.bench.names;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.homeward.names.NameComparer;
import org.homeward.names.NameWeights.Labelled;
import org.homeward.names.PreparedName;

/** Comparisons of names that were made ready, a second of one core: random pairs and neighbours, met first and met again. */
final class SpeedTask {
    private static final int ROUNDS = 5;

    private final List<Labelled> neighbours = new ArrayList<>();
    private final List<Labelled> fresh;
    private final PrintStream out;
    private final long seed;
    private double sum;

    SpeedTask(NameLists lists, long seed, PrintStream out) throws IOException {
        this.out = out;
        this.seed = seed;
        neighbours.addAll(SyntheticNames.from(lists, seed + 1, true).labelled(3000, 9));
        fresh = SyntheticNames.from(lists, seed + 2, true).labelled(3000, 9);
    }

    void run() {
        out.printf(
                "%nComparisons of prepared names, millions a CPU second, one thread. Random pairs are new in each round, and so are most of their words'"
                        + " comparisons%n");
        List<PreparedName> lefts = new ArrayList<>();
        List<PreparedName> rights = new ArrayList<>();
        for (Labelled pair : neighbours) {
            lefts.add(PreparedName.of(pair.left()));
            rights.add(PreparedName.of(pair.right()));
        }
        PreparedName[] left = lefts.toArray(PreparedName[]::new);
        PreparedName[] right = rights.toArray(PreparedName[]::new);
        // The first time is told by itself: each pair is read in full, by code that nothing has warmed up.
        long cold = Cpu.nanos();
        for (int i = 0; i < left.length; i++) {
            sum += NameComparer.compare(left[i], right[i]);
        }
        out.printf(
                Locale.ROOT,
                "before round 1: neighbours met for the first time by a process just started %.2f%n",
                left.length / ((Cpu.nanos() - cold) / 1e3));
        for (int round = 0; round < ROUNDS; round++) {
            double again = 0;
            long started = Cpu.nanos();
            int times = 20;
            for (int t = 0; t < times; t++) {
                for (int i = 0; i < left.length; i++) {
                    again += NameComparer.compare(left[i], right[i]);
                }
            }
            double neighboursAgain = times * left.length / ((Cpu.nanos() - started) / 1e3);
            Random random = new Random(seed + round);
            int count = 1_000_000;
            // Drawn ahead of time: only comparing is measured.
            int[] one = random.ints(count, 0, left.length).toArray();
            int[] other = random.ints(count, 0, right.length).toArray();
            started = Cpu.nanos();
            for (int i = 0; i < count; i++) {
                again += NameComparer.compare(left[one[i]], right[other[i]]);
            }
            double randomPairs = count / ((Cpu.nanos() - started) / 1e3);
            sum += again;
            out.printf(
                    Locale.ROOT,
                    "round %d: random pairs %.2f; neighbours met again %.2f%n",
                    round + 1,
                    randomPairs,
                    neighboursAgain);
        }
        long started = Cpu.nanos();
        PreparedName[] a = new PreparedName[fresh.size()];
        PreparedName[] b = new PreparedName[fresh.size()];
        for (int i = 0; i < a.length; i++) {
            a[i] = PreparedName.of(fresh.get(i).left());
            b[i] = PreparedName.of(fresh.get(i).right());
        }
        double reading = 2 * a.length / ((Cpu.nanos() - started) / 1e3);
        started = Cpu.nanos();
        for (int i = 0; i < a.length; i++) {
            sum += NameComparer.compare(a[i], b[i]);
        }
        out.printf(
                Locale.ROOT,
                "neighbours met for the first time %.2f; names read %.2f (sum %.0f)%n",
                a.length / ((Cpu.nanos() - started) / 1e3),
                reading,
                sum);
    }
}
