package org.homeward.bench.names;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.homeward.bench.tracing.Curve;
import org.homeward.names.NameComparer;
import org.homeward.names.NameMatch;
import org.homeward.names.NameWeights.Labelled;
import org.homeward.names.PreparedName;

/** Names alone, each against its own other writing and its nearest neighbours by trigrams: recall where precision is fixed. */
final class PairTask {
    private static final int PEOPLE = 3000;
    private static final int NEIGHBOURS = 9;

    private final List<Labelled> pairs;
    private final String what;
    private final PrintStream out;

    private PairTask(List<Labelled> pairs, String what, PrintStream out) {
        this.pairs = pairs;
        this.what = what;
        this.out = out;
    }

    /** Whole names and words alone, under both ways of writing. */
    static List<PairTask> all(NameLists lists, long seed, PrintStream out) throws IOException {
        String tables = "by tables and slips";
        String foreign = "second generator (by ear, by scanner, in four press habits)";
        return List.of(
                new PairTask(SyntheticNames.from(lists, seed, true).labelled(PEOPLE, NEIGHBOURS), tables, out),
                new PairTask(SyntheticNames.foreign(lists, seed, true).labelled(PEOPLE, NEIGHBOURS), foreign, out),
                new PairTask(
                        SyntheticNames.from(lists, seed, true).alone(PEOPLE, NEIGHBOURS),
                        "one surname or given name alone, " + tables,
                        out),
                new PairTask(
                        SyntheticNames.foreign(lists, seed, true).alone(PEOPLE, NEIGHBOURS),
                        "one surname or given name alone, " + foreign,
                        out));
    }

    void run(boolean peers, boolean misses) {
        long positives = pairs.stream().filter(Labelled::same).count();
        out.printf(
                Locale.ROOT,
                "%nPairs, %s: %,d, of which %,d one name in two writings; surnames that nothing was learned from%n",
                what,
                pairs.size(),
                positives);
        out.println(
                "                                   recall at precision .90 / .95 / .99, best F1; CPU us a pair with reading");
        measure("Homeward", pair -> NameComparer.logOdds(PreparedName.of(pair.left()), PreparedName.of(pair.right())));
        if (peers) {
            for (NamePeers.Peer peer : NamePeers.all()) {
                measure(peer.name(), pair -> peer.likeness(pair.left(), pair.right()));
            }
        }
        reliability();
        if (misses) {
            misses();
        }
    }

    private void measure(String name, ToDoubleFunction<Labelled> scorer) {
        List<Curve.Scored> scored = new ArrayList<>();
        Set<Long> truth = new HashSet<>();
        long started = Cpu.nanos();
        for (int i = 0; i < pairs.size(); i++) {
            scored.add(new Curve.Scored(i, scorer.applyAsDouble(pairs.get(i))));
        }
        double micros = (Cpu.nanos() - started) / 1e3 / pairs.size();
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).same()) {
                truth.add((long) i);
            }
        }
        Curve curve = new Curve(scored, truth, truth.size());
        out.printf(
                Locale.ROOT,
                "%-34s %.4f / %.4f / %.4f, %.4f; %.1f%n",
                name,
                curve.recallAtPrecision(.9),
                curve.recallAtPrecision(.95),
                curve.recallAtPrecision(.99),
                curve.bestF1(),
                micros);
    }

    private void reliability() {
        int[] seen = new int[10];
        double[] said = new double[10];
        int[] held = new int[10];
        for (Labelled pair : pairs) {
            double p = NameComparer.compare(PreparedName.of(pair.left()), PreparedName.of(pair.right()));
            int bin = Math.min(9, (int) (p * 10));
            seen[bin]++;
            said[bin] += p;
            held[bin] += pair.same() ? 1 : 0;
        }
        for (int bin = 0; bin < 10; bin++) {
            int n = Math.max(1, seen[bin]);
            out.printf(
                    Locale.ROOT,
                    "said %.3f, came true %.3f of %,d%n",
                    said[bin] / n,
                    held[bin] / (double) n,
                    seen[bin]);
        }
    }

    private void misses() {
        record Scored(Labelled pair, double score) {}
        List<Scored> scored = new ArrayList<>();
        for (Labelled pair : pairs) {
            scored.add(new Scored(
                    pair, NameComparer.logOdds(PreparedName.of(pair.left()), PreparedName.of(pair.right()))));
        }
        scored.sort(Comparator.comparingDouble((Scored s) -> -s.score()));
        print(
                "wrong",
                scored.stream()
                        .filter(s -> !s.pair().same())
                        .map(Scored::pair)
                        .limit(60)
                        .toList());
        print(
                "missed",
                scored.reversed().stream()
                        .filter(s -> s.pair().same())
                        .map(Scored::pair)
                        .limit(120)
                        .toList());
    }

    private void print(String kind, List<Labelled> some) {
        for (Labelled pair : some) {
            NameMatch match = NameMatch.of(pair.left(), pair.right());
            out.printf(
                    Locale.ROOT,
                    "%s %.3f %s / %s: %s%n",
                    kind,
                    match.probability(),
                    pair.left(),
                    pair.right(),
                    match.words());
        }
    }
}
