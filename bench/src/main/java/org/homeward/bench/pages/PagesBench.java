package org.homeward.bench.pages;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.node.server.Node;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.homeward.node.server.TestOperators;
import org.homeward.sample.SampleFiles;
import org.homeward.sample.SampleGenerator;
import org.homeward.sample.SampleSpec;

/**
 * A bureau with a register of many rows, and people who read it at once: each follows links from page to page, after a pause of
 * some length in which he reads; with a pause of 0 as fast as the pages come, which no person does. The readers run in the same JVM, so that their work is in the processor time too.
 */
public final class PagesBench {
    private static final List<String> WORDS =
            List.of("Ковал", "Петренко", "Мельник", "Іван", "Олена", "Шевч", "Ткач", "Boyko");

    private PagesBench() {}

    /** Arguments: seed, rows, readers, pages for each, milliseconds that a reader reads a page on average. */
    public static void main(String[] args) throws Exception {
        if (args.length != 5) {
            System.err.println("usage: bench/run pages SEED ROWS READERS PAGES PAUSE");
            System.exit(2);
        }
        long seed = Long.parseLong(args[0]);
        int rows = Integer.parseInt(args[1]);
        int readers = Integer.parseInt(args[2]);
        int pages = Integer.parseInt(args[3]);
        int pause = Integer.parseInt(args[4]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                Locale.ROOT,
                "Pages of a bureau: %,d rows, %d readers x %d pages, a pause of %d ms between; seed %d; JDK %s, %d processors, heap %d MiB%n",
                rows,
                readers,
                pages,
                pause,
                seed,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        Path folder = Files.createTempDirectory("homeward-pages");
        NodeConfig config =
                new NodeConfig(folder.resolve("ua"), "ua", "Bureau", NodeConfig.BY_HAND, "127.0.0.1", 0, true, null);
        NodeSetup.withTestOperators(config, new SecureRandom());
        try (Node node = Node.start(config.home())) {
            TestOperators.Operator operator =
                    TestOperators.load(config.home()).all().getFirst();
            intake(out, node.url(), operator, folder, seed, 10_000);
            intake(out, node.url(), operator, folder, seed + 1, rows);
            List<Double> warm = read(node.url(), operator, readers, Math.min(pages, 10), 0, seed, new TreeMap<>());
            out.printf(Locale.ROOT, "to warm up: %d pages%n", warm.size());
            Map<String, List<Double>> kinds = new TreeMap<>();
            long cpu = cpu();
            long wall = System.nanoTime();
            List<Double> all = read(node.url(), operator, readers, pages, pause, seed + 2, kinds);
            out.printf(
                    Locale.ROOT,
                    "%,d pages: %.0f a second, %.2f ms of processor each, readers included%n",
                    all.size(),
                    all.size() / ((System.nanoTime() - wall) / 1e9),
                    (cpu() - cpu) / 1e6 / all.size());
            say(out, "all", all);
            kinds.forEach((kind, times) -> say(out, kind, times));
        } finally {
            delete(folder);
        }
    }

    private static void intake(
            PrintStream out, URI url, TestOperators.Operator operator, Path folder, long seed, int rows)
            throws IOException {
        Path files = Files.createDirectories(folder.resolve("sample" + rows));
        SampleFiles.write(SampleGenerator.generate(seed, new SampleSpec(1, rows, 1, 1)), seed, files);
        byte[] file = Files.readAllBytes(files.resolve("ua-sought.csv"));
        long cpu = cpu();
        long wall = System.nanoTime();
        String taken = new PageReader(url).take(operator.token(), "sought", rows + ".csv", file);
        out.printf(
                Locale.ROOT,
                "intake of %,d rows (%,d kB): %.2f s, %.2f s of processor; %s%n",
                rows,
                file.length / 1000,
                (System.nanoTime() - wall) / 1e9,
                (cpu() - cpu) / 1e9,
                taken.substring(0, Math.min(60, taken.length())));
    }

    private static List<Double> read(
            URI url,
            TestOperators.Operator operator,
            int readers,
            int pages,
            int pause,
            long seed,
            Map<String, List<Double>> kinds)
            throws Exception {
        List<Double> all = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<String, List<Double>>>> done = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                Random random = new Random(seed * 1000 + i);
                Callable<Map<String, List<Double>>> one = () -> {
                    PageReader reader = new PageReader(url);
                    reader.signIn(operator.id());
                    return reader.wander(pages, pause, random, WORDS);
                };
                done.add(people.submit(one));
            }
            for (Future<Map<String, List<Double>>> one : done) {
                one.get().forEach((kind, times) -> {
                    all.addAll(times);
                    kinds.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(times);
                });
            }
        }
        return all;
    }

    private static void say(PrintStream out, String kind, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(t -> t).toArray();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "  %-12s %6d pages: median %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                kind,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : 0;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
