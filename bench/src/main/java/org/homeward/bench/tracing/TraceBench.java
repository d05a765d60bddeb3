package org.homeward.bench.tracing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.sample.SampleSpec;
import org.homeward.tracing.Link;
import org.homeward.tracing.TraceOptions;
import org.homeward.tracing.TraceResult;
import org.homeward.tracing.Tracer;

/** Traces synthetic registers of any size and prints what came of it, with seed and machine. */
public final class TraceBench {
    private static final double LEAST = 1e-4;

    private final PrintStream out;

    private TraceBench(PrintStream out) {
        this.out = out;
    }

    /** Arguments: seed, rows held, rows sought (the same for both directions); {@code misses} lists what was missed by kind. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 2 && args[0].equals("files")) {
            new TraceBench(out).all(LabelledFiles.tasks(Path.of(args[1])), Set.of());
            return;
        }
        if (args.length >= 3 && args[0].equals("foreign")) {
            List<TraceTask> tasks = new ArrayList<>();
            for (ForeignRegisters.Form form : ForeignRegisters.Form.values()) {
                tasks.add(ForeignRegisters.task(Long.parseLong(args[1]), Integer.parseInt(args[2]), form));
                if (List.of(args).contains("clear")) {
                    tasks.add(ForeignRegisters.clear(Long.parseLong(args[1]), Integer.parseInt(args[2]), form));
                }
                if (List.of(args).contains("split")) {
                    break;
                }
            }
            new TraceBench(out).all(tasks, Set.copyOf(List.of(args).subList(3, args.length)));
            return;
        }
        if (args.length >= 3 && args[0].equals("scale")) {
            ScaleBench.run(
                    Long.parseLong(args[1]),
                    Integer.parseInt(args[2]),
                    List.of(args).contains("queries"),
                    out);
            return;
        }
        if (args.length < 3) {
            System.err.println(
                    "usage: TraceBench SEED HELD SOUGHT [misses] [peer] | foreign SEED ROWS [split] [clear] [misses] [peer] | files FOLDER | scale SEED ROWS [queries]");
            System.exit(2);
        }
        long seed = Long.parseLong(args[0]);
        int held = Integer.parseInt(args[1]);
        int sought = Integer.parseInt(args[2]);
        Set<String> flags = Set.copyOf(List.of(args).subList(3, args.length));
        TraceBench bench = new TraceBench(out);
        bench.out.printf(
                Locale.ROOT,
                "Tracing %,d held x %,d sought, both directions; seed %d; JDK %s, %d processors, heap %d MiB%n",
                held,
                sought,
                seed,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        bench.all(TraceTask.sample(seed, new SampleSpec(held, sought, held, sought)), flags);
    }

    /** Traces registers and prints what came of it; {@code flags} as for {@link #main}. */
    public static void run(List<TraceTask> tasks, Set<String> flags, PrintStream out) {
        new TraceBench(out).all(tasks, flags);
    }

    private void all(List<TraceTask> tasks, Set<String> flags) {
        tasks.forEach(task -> measure(task, flags));
    }

    private void measure(TraceTask task, Set<String> flags) {
        out.printf(
                Locale.ROOT,
                "%n%s: %,d true pairs of %,d people%n",
                task.name(),
                task.truth().size(),
                task.people());
        long cpu = cpu();
        long wall = System.nanoTime();
        TraceResult result = Tracer.trace(task.held(), task.sought(), TraceOptions.standard());
        out.printf(
                Locale.ROOT,
                "  %.2f CPU seconds, %.2f s wall; %.1f candidates a record; pair completeness estimated %.4f%n",
                (cpu() - cpu) / 1e9,
                (System.nanoTime() - wall) / 1e9,
                result.report().candidatesPerRecord(),
                result.report().pairCompleteness());
        out.printf(
                Locale.ROOT,
                "  expected true pairs %.0f, sibling pairs %.1f; expected wrong among %d links %.1f; model %s%n",
                result.report().expectedLinks(),
                result.report().siblings(),
                result.links().size(),
                result.report().expectedWrong(),
                result.report().modelHash().substring(0, 12));
        TraceResult all = Tracer.trace(
                task.held(),
                task.sought(),
                new TraceOptions(LEAST, LEAST, TraceOptions.standard().blockCap(), Set.of()));
        List<Curve.Scored> oneToOne = new ArrayList<>();
        all.links().forEach(link -> oneToOne.add(scored(link)));
        List<Curve.Scored> raw = new ArrayList<>(oneToOne);
        all.repeats().forEach(link -> raw.add(scored(link)));
        all.possible().forEach(link -> raw.add(scored(link)));
        Curve rawCurve = new Curve(raw, task.truth(), task.truth().size());
        Curve linked = new Curve(oneToOne, task.truth(), task.people());
        print("raw pairs", rawCurve);
        print("one to one", linked);
        double[] standard = linked.at(TraceOptions.standard().linkAt());
        out.printf(
                Locale.ROOT,
                "  links at %.2f: precision %.5f, recall %.4f%n",
                TraceOptions.standard().linkAt(),
                standard[0],
                standard[1]);
        out.println("  reliability of raw pairs:    said   came true   pairs");
        for (Curve.Bin bin : rawCurve.reliability(.01, .05, .2, .5, .8, .9, .95, .99, .999, 1)) {
            out.printf(
                    Locale.ROOT,
                    "    %.3f to %.3f              %.4f      %.4f  %6d%n",
                    bin.from(),
                    bin.to(),
                    bin.said(),
                    bin.right(),
                    bin.pairs());
        }
        if (flags.contains("peer")) {
            peer(task);
        }
        if (flags.contains("misses")) {
            misses(task, raw, all);
        }
    }

    private void peer(TraceTask task) {
        try {
            long cpu = cpu();
            List<Curve.Scored> pairs = TracePeer.trace(task.held(), task.sought());
            out.printf(
                    Locale.ROOT,
                    "  peer: Lucene 10.3 candidates, Duke 1.2 probabilities, ICU Latin: %.2f CPU seconds%n",
                    (cpu() - cpu) / 1e9);
            print("peer, raw", new Curve(pairs, task.truth(), task.truth().size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(String name, Curve curve) {
        out.printf(
                Locale.ROOT,
                "  %-10s recall at precision .99 %.4f, .995 %.4f, .999 %.4f; best F1 %.4f%n",
                name,
                curve.recallAtPrecision(.99),
                curve.recallAtPrecision(.995),
                curve.recallAtPrecision(.999),
                curve.bestF1());
    }

    /** What stood between the rows of pairs that were never scored, or scored low; and the wrong pairs scored high. */
    private void misses(TraceTask task, List<Curve.Scored> raw, TraceResult all) {
        Set<Long> scored = new HashSet<>();
        Set<Long> high = new HashSet<>();
        for (Curve.Scored pair : raw) {
            scored.add(pair.pair());
            if (pair.score() >= .9) {
                high.add(pair.pair());
            }
        }
        Map<String, int[]> kinds = new TreeMap<>();
        task.errors().forEach((pair, errors) -> {
            for (String kind : errors.isEmpty() ? List.of("none") : errors) {
                int[] counts = kinds.computeIfAbsent(kind, k -> new int[3]);
                counts[0]++;
                counts[1] += high.contains(pair) ? 0 : 1;
                counts[2] += scored.contains(pair) ? 0 : 1;
            }
        });
        out.println("  what stands between: true pairs, of them not linked at .9, of them below " + LEAST);
        kinds.forEach((kind, counts) ->
                out.printf(Locale.ROOT, "    %-16s %6d %5d %5d%n", kind, counts[0], counts[1], counts[2]));
        out.println("  wrong pairs that score highest:");
        List<Link> wrong = new ArrayList<>(all.links());
        wrong.addAll(all.repeats());
        wrong.addAll(all.possible());
        wrong.removeIf(link -> task.truth().contains(scored(link).pair()));
        wrong.sort(Comparator.comparingDouble(Link::probability).reversed());
        wrong.stream().limit(15).forEach(this::show);
        out.println("  true pairs that score lowest:");
        List<Link> right = new ArrayList<>(all.links());
        right.addAll(all.possible());
        right.removeIf(link -> !task.truth().contains(scored(link).pair()));
        right.sort(Comparator.comparingDouble(Link::probability));
        right.stream().limit(40).forEach(this::show);
        out.println("  true pairs below " + LEAST + ", as their files have them:");
        task.errors().keySet().stream()
                .filter(pair -> !scored.contains(pair))
                .sorted()
                .limit(40)
                .forEach(pair -> out.println(
                        "    " + row(task.held(), (int) (pair >> 32)) + "  <>  " + row(task.sought(), (int) (long) pair)
                                + "  " + task.errors().get(pair)));
    }

    private static String row(org.homeward.register.RegisterTable table, int row) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < Math.min(8, table.columns().size()); c++) {
            String value = table.value(row, c);
            cells.add(value == null ? "-" : value);
        }
        return String.join(" ", cells);
    }

    private void show(Link link) {
        out.printf(Locale.ROOT, "    %.4f", link.probability());
        link.evidence()
                .forEach(e -> out.printf(
                        Locale.ROOT,
                        " | %s/%s %s %.1f",
                        e.held() == null ? "-" : e.held(),
                        e.sought() == null ? "-" : e.sought(),
                        e.level(),
                        e.bits()));
        out.printf(Locale.ROOT, " | prior %.1f family %.1f%n", link.priorBits(), link.familyBits());
    }

    private static Curve.Scored scored(Link link) {
        return new Curve.Scored((long) link.heldRow() << 32 | link.soughtRow(), link.probability());
    }

    /** Of the whole process, since a run has two threads; the collector's and compiler's own is in it. */
    static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
