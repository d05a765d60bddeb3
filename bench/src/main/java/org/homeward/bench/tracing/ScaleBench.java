package org.homeward.bench.tracing;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.homeward.tracing.Link;
import org.homeward.tracing.TraceIndex;
import org.homeward.tracing.TraceMemory;
import org.homeward.tracing.TraceOptions;
import org.homeward.tracing.TraceResult;
import org.homeward.tracing.Tracer;

/** One run of two large registers, with its time, its memory and what came of it; then single queries against the index of one of them. */
final class ScaleBench {
    private static final int QUERIES = 5_000;
    /** The most links that a query gives. */
    private static final int MOST = 10;

    private ScaleBench() {}

    /** @param onlyQueries leaves out the run, so that an index of a very large register is there within minutes */
    static void run(long seed, int rows, boolean onlyQueries, PrintStream out) {
        TraceTask task = ForeignRegisters.large(seed, rows, ForeignRegisters.Form.SPLIT);
        System.gc();
        long registers = used();
        out.printf(
                Locale.ROOT,
                "%s; JDK %s, %d processors, heap %d MiB, of it the registers %d MiB; estimated need of a run %d MiB%n",
                task.name(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                registers >> 20,
                TraceMemory.bytes(rows, rows) >> 20);
        long start = System.nanoTime();
        long cpu = TraceBench.cpu();
        if (!onlyQueries) {
            trace(task, start, cpu, registers, out);
        }
        queries(task, out);
    }

    private static void trace(TraceTask task, long start, long cpu, long registers, PrintStream out) {
        TraceResult result = Tracer.trace(task.held(), task.sought(), TraceOptions.standard());
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (TraceBench.cpu() - cpu) / 1e9;
        long grown = Runtime.getRuntime().totalMemory();
        long right = result.links().stream()
                .filter(link -> task.truth().contains(pair(link)))
                .count();
        double explaining = (System.nanoTime() - start) / 1e9 - seconds;
        out.printf(
                Locale.ROOT,
                "  %.1f s wall, %.1f CPU seconds; %.1f candidates a record; %d links, precision %.5f, recall %.4f%n",
                seconds,
                cpuSeconds,
                result.report().candidatesPerRecord(),
                result.links().size(),
                right / (double) result.links().size(),
                right / (double) task.truth().size());
        System.gc();
        long holds = used() - registers;
        out.printf(
                Locale.ROOT,
                "  %.1f s to explain the links; %d pairs left to people; the heap grew to %d MiB; the result holds %d MiB beside the registers%n",
                explaining,
                result.possible().size(),
                grown >> 20,
                holds >> 20);
    }

    private static void queries(TraceTask task, PrintStream out) {
        long start = System.nanoTime();
        TraceIndex index = TraceIndex.of(task.held(), task.sought(), TraceOptions.standard());
        if (index == null) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "  index of %d rows made in %.1f s%n",
                task.sought().size(),
                (System.nanoTime() - start) / 1e9);
        BitSet known = new BitSet(task.held().size());
        task.truth().forEach(pair -> known.set((int) (pair >> 32)));
        long[] nanos = new long[QUERIES];
        int there = 0;
        int first = 0;
        int among = 0;
        int step = Math.max(1, task.held().size() / QUERIES);
        for (int round = 0; round < 2; round++) {
            for (int q = 0; q < QUERIES; q++) {
                int row = q * step % task.held().size();
                long from = System.nanoTime();
                List<Link> links = index.trace(task.held(), row, MOST);
                nanos[q] = System.nanoTime() - from;
                if (round == 0 && known.get(row)) {
                    there++;
                    first += !links.isEmpty() && task.truth().contains(pair(links.getFirst())) ? 1 : 0;
                    among += links.stream().anyMatch(link -> task.truth().contains(pair(link))) ? 1 : 0;
                }
            }
        }
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "  of %d dossiers whose person is there: %.4f found first, %.4f among %d%n",
                there,
                first / (double) there,
                among / (double) there,
                MOST);
        out.printf(
                Locale.ROOT,
                "  %d single queries: median %.2f ms, p99 %.2f ms, longest %.2f ms%n",
                QUERIES,
                nanos[QUERIES / 2] / 1e6,
                nanos[QUERIES * 99 / 100] / 1e6,
                nanos[QUERIES - 1] / 1e6);
    }

    private static long pair(Link link) {
        return (long) link.heldRow() << 32 | link.soughtRow();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
