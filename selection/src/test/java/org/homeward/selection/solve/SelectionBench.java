package org.homeward.selection.solve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Our methods and OR-Tools' on the same instances in the same run. Processor time of the thread (ours) or the process (native
 * solvers); the wall clock beside it. Runs only when asked:
 *
 * <pre>mvn -pl selection -am test -Dtest=SelectionBench -Dsurefire.failIfNoSpecifiedTests=false -Dhomeward.bench=s1,s2,s3,s4,s5</pre>
 *
 * <p>{@code -Dhomeward.bench.seed}, {@code -Dhomeward.bench.peers} (seconds for each peer; 0: none), {@code
 * -Dhomeward.bench.strikes} (strikes compared with the full optimum). {@code bench/run selection s1,s5 60} is the same from a shell.
 */
class SelectionBench {
    private static final long SEED = Long.getLong("homeward.bench.seed", 20260205L);
    private static final int COMPARED = Integer.getInteger("homeward.bench.strikes", 1000);
    private static final double PEERS = Double.parseDouble(System.getProperty("homeward.bench.peers", "60"));

    @Test
    void measuresWhatIsAsked() {
        String asked = System.getProperty("homeward.bench", "");
        org.junit.jupiter.api.Assumptions.assumeTrue(!asked.isEmpty(), "no -Dhomeward.bench: nothing is measured");
        main(asked.split(","));
    }

    public static void main(String[] what) {
        say(
                "seed %d; at most %.0f s for each peer; java %s; %s %s, %d processors",
                SEED,
                PEERS,
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        for (String one : what) {
            switch (one) {
                case "s1" -> s1();
                case "s1m" -> s1m();
                case "s2" -> s2();
                case "s2m" -> s2m();
                case "s3" -> exact("S3 rates, 3,000 points", Instances.s3(10_000, 3000, SEED));
                case "s4" -> exact("S4 groups", Instances.s4(10_000, 1500, SEED));
                case "s5" -> s5(10_000);
                case "s5small" -> s5(1000);
                default -> throw new IllegalArgumentException("no benchmark " + one);
            }
        }
    }

    private static void s1() {
        Program program = Instances.s1(10_000, 1500, SEED);
        Recogniser reading = Recogniser.read(program);
        say("S1 laminar: %d persons, %d rows, read as %s", program.size, program.rows.size(), reading.kind());
        Greedy greedy = reading.greedy(program);
        boolean[] own = ours("greedy with sort", 400, greedy::solve);
        strikes(program, reading, 10_000);
        peers(program, own);
    }

    private static void strikes(Program program, Recogniser reading, int count) {
        Greedy greedy = reading.greedy(program);
        LaminarList list = new LaminarList(greedy, greedy.solve());
        Random random = new Random(SEED);
        int[] members = java.util.stream.IntStream.range(0, program.size)
                .filter(list::chosen)
                .toArray();
        long[] nanos = new long[count];
        int equal = 0;
        int oneIn = 0;
        boolean[] before = greedyOf(program).solve();
        for (int i = 0; i < count; i++) {
            int out = members[random.nextInt(members.length)];
            long start = System.nanoTime();
            int in = list.replacement(out);
            nanos[i] = System.nanoTime() - start;
            if (i < COMPARED) {
                boolean[] full = solveWithout(program, out);
                int changed = 0;
                for (int v = 0; v < full.length; v++) {
                    changed += full[v] == before[v] ? 0 : 1;
                }
                oneIn += changed == 2 ? 1 : 0;
                equal += in != LaminarList.NOBODY && full[in] && !before[in] && changed == 2 ? 1 : 0;
            }
        }
        int compared = Math.min(COMPARED, count);
        Arrays.sort(nanos);
        say(
                "  strikes: median %.1f us, p99 %.1f us of %d; %d of %d equal to the full optimum, %d with one out and one in",
                nanos[count / 2] / 1e3, nanos[count * 99 / 100] / 1e3, count, equal, compared, oneIn);
    }

    private static Greedy greedyOf(Program program) {
        return Recogniser.read(program).greedy(program);
    }

    /** The full optimum with one person barred, by a row of its own. */
    private static boolean[] solveWithout(Program program, int out) {
        var rows = new java.util.ArrayList<>(program.rows);
        rows.add(Row.count("strike", new int[] {out}, 0, 0));
        return greedyOf(new Program(program.size, rows, program.keys)).solve();
    }

    private static void s1m() {
        Program program = Instances.s1(500_000, 75_000, SEED);
        Recogniser reading = Recogniser.read(program);
        say("S1, a million: %d persons, %d rows, read as %s", program.size, program.rows.size(), reading.kind());
        Greedy greedy = reading.greedy(program);
        boolean[] chosen = ours("greedy with sort", 12, greedy::solve);
        LaminarList list = new LaminarList(greedy, chosen);
        ours("every reason and entry size", 8, () -> ListFacts.of(program, list));
    }

    private static void s2() {
        Program program = Instances.s2(10_000, 1500, SEED);
        Recogniser reading = Recogniser.read(program);
        say("S2 two families: %d persons, %d rows, read as %s", program.size, program.rows.size(), reading.kind());
        flow(program, reading, 60);
        NetworkSimplex simplex = reading.simplex(program);
        boolean[] own = simplex.solve();
        long[] nanos = new long[300];
        int[] changes = new int[300];
        Random random = new Random(SEED);
        boolean[] last = own.clone();
        for (int i = 0; i < nanos.length; i++) {
            int out = random.nextInt(program.size);
            while (!last[out]) {
                out = random.nextInt(program.size);
            }
            long start = System.nanoTime();
            simplex.bar(out);
            boolean[] now = simplex.solve();
            nanos[i] = System.nanoTime() - start;
            for (int v = 0; now != null && v < now.length; v++) {
                changes[i] += now[v] == last[v] ? 0 : 1;
            }
            last = now == null ? last : now;
        }
        Arrays.sort(nanos);
        Arrays.sort(changes);
        say(
                "  strikes one after the other: median %.3f ms, p95 %.3f ms; changed persons median %d, p95 %d, most %d",
                nanos[150] / 1e6, nanos[285] / 1e6, changes[150], changes[285], changes[299]);
        peers(program, own);
    }

    private static void flow(Program program, Recogniser reading, int runs) {
        Order sorted = Order.of(program);
        sorted.ranks();
        ours("network simplex, presorted", runs, () -> new NetworkSimplex(program, reading.network, sorted).solve());
        boolean[] own = ours(
                "network simplex with sort",
                runs,
                () -> reading.simplex(program).solve());
        NetworkSimplex once = reading.simplex(program);
        once.solve();
        say("  %d pivots", once.pivots());
        if (PEERS > 0) {
            long[] values = native_("OR-Tools MinCostFlow (no lottery)", 4, () -> Peers.minCostFlow(program, reading));
            assertThat(Arrays.copyOf(values, 4)).isEqualTo(Arrays.copyOf(program.values(own), 4));
        }
    }

    private static void s2m() {
        Program program = Instances.s2(500_000, 75_000, SEED);
        Recogniser reading = Recogniser.read(program);
        say("S2, a million: %d persons, %d rows, read as %s", program.size, program.rows.size(), reading.kind());
        flow(program, reading, 8);
    }

    private static void exact(String name, Program program) {
        Recogniser reading = Recogniser.read(program);
        say("%s: %d persons, %d rows, read as %s", name, program.size, program.rows.size(), reading.kind());
        boolean[] own = ours(
                "dynamic programme",
                60,
                () -> Solver.solve(program, reading, Duration.ofMinutes(1)).chosen());
        peers(program, own);
    }

    private static void s5(int perSide) {
        Program program = Instances.s5(perSide, perSide * 15 / 100, SEED);
        Recogniser reading = Recogniser.read(program);
        say("S5 general: %d persons, %d rows, read as %s", program.size, program.rows.size(), reading.kind());
        Hybrid hybrid = new Hybrid(program, Duration.ofMinutes(5));
        long wall = System.nanoTime();
        long cpu = process();
        Answer answer = hybrid.solve();
        say(
                "  hybrid: %.2f s cpu, %.2f s wall; the list after %.2f s wall; proven %s, gaps %s, levels %s",
                (process() - cpu) / 1e9,
                (System.nanoTime() - wall) / 1e9,
                (hybrid.listAt() - wall) / 1e9,
                answer.proven(),
                Arrays.toString(answer.gaps()),
                Arrays.toString(program.values(answer.chosen())));
        if (PEERS > 0) {
            peer(program, "HIGHS", true, program.values(answer.chosen()));
        }
    }

    private static void peers(Program program, boolean[] own) {
        if (PEERS > 0) {
            long[] values = program.values(own);
            peer(program, "GLOP", false, values);
            peer(program, "HIGHS", true, values);
            Answer answer = native_("CP-SAT level by level", 1, () -> {
                try {
                    return new CpSat(program, Duration.ofMillis((long) (PEERS * 1000))).solve();
                } catch (IllegalStateException e) {
                    return new Answer(new boolean[program.size], new long[] {1}, "none");
                }
            });
            say("  CP-SAT proven: %s; the same list: %s", answer.proven(), Arrays.equals(answer.chosen(), own));
            assertThat(!answer.proven() || Arrays.equals(answer.chosen(), own)).isTrue();
        }
    }

    private static void peer(Program program, String backend, boolean integers, long[] own) {
        Peers.Result result =
                native_(backend + " level by level", 1, () -> Peers.lexicographic(program, backend, integers, PEERS));
        int levels = result.values().length;
        say(
                "  %s: %d of %d levels %s; values %s ours",
                backend,
                levels,
                own.length,
                result.proven() ? "proven" : "within its time",
                Arrays.equals(
                                Arrays.copyOf(own, Math.min(4, levels)),
                                Arrays.copyOf(result.values(), Math.min(4, levels)))
                        ? "equal"
                        : "differ from");
    }

    private static <T> T ours(String name, int runs, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long[] cpu = new long[runs];
        long[] wall = new long[runs];
        T result = work.get();
        // The compiler needs a while: up to two seconds of processor time, or ten times the measured runs.
        long warm = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 10 * runs && threads.getCurrentThreadCpuTime() - warm < 2_000_000_000L; i++) {
            result = work.get();
        }
        for (int i = 0; i < runs; i++) {
            long w = System.nanoTime();
            long c = threads.getCurrentThreadCpuTime();
            result = work.get();
            cpu[i] = threads.getCurrentThreadCpuTime() - c;
            wall[i] = System.nanoTime() - w;
        }
        Arrays.sort(cpu);
        Arrays.sort(wall);
        say(
                "  %s: median %.3f ms cpu, least %.3f; median %.3f ms wall (%d runs)",
                name, cpu[runs / 2] / 1e6, cpu[0] / 1e6, wall[runs / 2] / 1e6, runs);
        return result;
    }

    private static <T> T native_(String name, int runs, Supplier<T> work) {
        T result = null;
        for (int i = 0; i < runs; i++) {
            long w = System.nanoTime();
            long c = process();
            result = work.get();
            say("  %s: %.1f ms cpu, %.1f ms wall", name, (process() - c) / 1e6, (System.nanoTime() - w) / 1e6);
        }
        return result;
    }

    private static long process() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
