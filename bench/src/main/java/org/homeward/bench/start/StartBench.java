package org.homeward.bench.start;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Starts nodes as their people do, with the project's own command, and looks from outside: the time until a node answers, its processor time
 * until then, and the memory that three nodes of a demonstration take together while a whole exchange runs through them.
 */
public final class StartBench {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LOOK_MILLIS = 20;

    private StartBench() {}

    /** Arguments: the folder of the project, how often a node is started. */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("usage: bench/run start TIMES");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path command = Path.of(args[0], "homeward");
        int times = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("homeward-start");
        out.printf(
                Locale.ROOT,
                "Nodes started by %s: JDK %s, %d processors, load %s%n",
                command.getFileName(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                load());
        start(out, command, folder, times);
        demo(out, command, folder);
    }

    private static void start(PrintStream out, Path command, Path folder, int times) throws Exception {
        Path home = folder.resolve("node");
        run(
                command,
                "node",
                "init",
                "--home",
                home.toString(),
                "--id",
                "med",
                "--name",
                "Agency",
                "--port",
                "0",
                "--test-operators");
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Files.deleteIfExists(home.resolve("node.url"));
            long begin = System.nanoTime();
            Process node = new ProcessBuilder(command.toString(), "node", "start", "--home", home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("node.log").toFile())
                    .start();
            await(node, home.resolve("node.url"));
            wall.add((System.nanoTime() - begin) / 1e9);
            cpu.add(node.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
            if (i == times - 1) {
                out.printf(
                        Locale.ROOT, "memory of one node that only answers: %d MiB%n", resident(node.toHandle()) >> 20);
            }
            node.destroy();
            node.waitFor();
        }
        wall.sort(Comparator.naturalOrder());
        cpu.sort(Comparator.naturalOrder());
        out.printf(
                Locale.ROOT,
                "until a node answers, %d starts: median %.2f s, slowest %.2f s; processor median %.2f s%n",
                times,
                wall.get(times / 2),
                wall.getLast(),
                cpu.get(times / 2));
    }

    /** Waits until the node has written its address and answers there. */
    private static void await(Process node, Path address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && node.isAlive()) {
            if (Files.exists(address)) {
                URI health = URI.create(Files.readString(address)).resolve("/health");
                int status = client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status == 200) {
                    return;
                }
            }
            node.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        throw new IOException("the node does not answer");
    }

    private static void demo(PrintStream out, Path command, Path folder) throws Exception {
        Process demo = new ProcessBuilder(
                        command.toString(),
                        "demo",
                        "--headless",
                        "--home",
                        folder.resolve("demo").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("demo.log").toFile())
                .start();
        long nodes = 0;
        long own = 0;
        while (!demo.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            nodes = Math.max(
                    nodes, demo.descendants().mapToLong(StartBench::resident).sum());
            own = Math.max(own, resident(demo.toHandle()));
        }
        out.printf(
                Locale.ROOT,
                "a whole exchange through the demonstration (exit %d): its three nodes %d MiB at most together, the program that leads it %d MiB%n",
                demo.exitValue(),
                nodes >> 20,
                own >> 20);
        if (demo.exitValue() != 0) {
            out.println(Files.readString(folder.resolve("demo.log")));
        }
    }

    /** Bytes that a process keeps in memory, as Linux counts them, pages that several share in parts; 0 for one that is gone. */
    private static long resident(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static void run(Path command, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(command.toString()));
        all.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(all).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", all) + " failed");
        }
    }
}
