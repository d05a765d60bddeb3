package org.homeward.cli.demo;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.jspecify.annotations.Nullable;

/** The three nodes of a demonstration, each a process of its own with a home of its own. */
final class DemoNodes {
    /** Participant id, name, and the most that its heap takes in MiB: with all else the three processes stay within 1 GiB. */
    private record Role(String id, String name, int memory) {}

    private static final List<Role> ROLES =
            List.of(new Role("med", "Mediator", 144), new Role("ua", "Ukraine", 192), new Role("ru", "Russia", 192));
    private static final int FIRST_PORT = 8441;
    private static final int FIRST_PEER_PORT = 8541;

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    DemoNodes(Path folder) {
        this.folder = folder;
    }

    /** Makes the homes that are not there yet, with ports that are free now. */
    void prepare() throws IOException {
        Files.createDirectories(folder);
        int port = FIRST_PORT;
        URI agency = null;
        for (Role role : ROLES) {
            Path home = home(role.id());
            NodeConfig config = existing(home);
            int wanted = config == null ? port : config.port();
            int free = isRunning(home) ? wanted : free(wanted);
            port = free + 1;
            NodeConfig now = new NodeConfig(
                    home,
                    role.id(),
                    role.name(),
                    agency,
                    "127.0.0.1",
                    free,
                    true,
                    null,
                    peers(home, config, agency),
                    NodeConfig.LOCAL);
            if (config == null) {
                NodeSetup.withTestOperators(now, new SecureRandom());
            } else if (!config.equals(now)) {
                now.save();
            }
            if (agency == null) {
                agency = now.peerUrl();
            }
        }
    }

    /** The agency's port for the bureaus; a bureau has none. */
    private static int peers(Path home, @Nullable NodeConfig config, @Nullable URI agency) throws IOException {
        if (agency != null) {
            return 0;
        }
        int wanted = config == null ? FIRST_PEER_PORT : config.peerPort();
        return isRunning(home) ? wanted : free(wanted);
    }

    private static @Nullable NodeConfig existing(Path home) throws IOException {
        try {
            return Files.exists(home.resolve("node.properties")) ? NodeConfig.load(home) : null;
        } catch (NodeConfig.BadConfigException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** That port where it is free, else the next free one. */
    private static int free(int port) throws IOException {
        for (int candidate = port; candidate < port + 200; candidate++) {
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (java.net.BindException taken) {
                // The next one.
            }
        }
        throw new IOException("There is no free port from " + port + " on.");
    }

    /** Starts those that do not run, and waits until all answer. */
    List<NodeClient> start() throws IOException {
        for (Role role : ROLES) {
            if (!isRunning(home(role.id()))) {
                Files.deleteIfExists(home(role.id()).resolve("node.url"));
                started.add(launch(role));
            }
        }
        List<NodeClient> clients = new ArrayList<>();
        for (Role role : ROLES) {
            clients.add(new NodeClient(role.id(), await(role.id()), home(role.id())));
        }
        return clients;
    }

    private Process launch(Role role) throws IOException {
        Path home = home(role.id());
        File log = home.resolve("node.log").toFile();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + role.memory() + "m",
                "-XX:+UseSerialGC",
                // A demonstration is over before the second compiler has paid for itself.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.homeward.cli.Homeward",
                "node",
                "start",
                "--home",
                home.toString()));
        Path cache = startCache();
        if (Files.exists(cache)) {
            command.add(1, "-XX:AOTCache=" + cache);
        }
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        // The C library keeps memory for each thread that once asked for some, unless it is told not to.
        process.environment().put("MALLOC_ARENA_MAX", "2");
        return process.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
    }

    /** Classes made ready when the program was built, beside its jar; without it a node only starts more slowly. */
    private static Path startCache() {
        Path jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0]);
        return jar.resolveSibling("homeward.aot");
    }

    private URI await(String id) throws IOException {
        Path home = home(id);
        Instant end = Instant.now().plus(Duration.ofSeconds(120));
        while (Instant.now().isBefore(end)) {
            try {
                String url = Files.readString(home.resolve("node.url"), StandardCharsets.US_ASCII);
                if (!url.isEmpty()) {
                    return URI.create(url);
                }
            } catch (NoSuchFileException notYet) {
                // It is written when the node answers.
            }
            for (Process process : started) {
                if (!process.isAlive() && process.exitValue() != 0) {
                    stop();
                    throw new IOException("A node did not start: " + lastLine(home.resolve("node.log")));
                }
            }
            pause();
        }
        stop();
        throw new IOException("The node " + id + " does not answer; its log is " + home.resolve("node.log") + ".");
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return lines.isEmpty() ? "it said nothing." : lines.getLast();
    }

    /** Stops every node of this folder in order; returns how many ran. */
    int stop() throws IOException {
        List<ProcessHandle> running = new ArrayList<>();
        for (Role role : ROLES) {
            Path home = home(role.id());
            if (isRunning(home)) {
                pid(home).flatMap(ProcessHandle::of).ifPresent(running::add);
            }
        }
        running.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : running) {
            try {
                process.onExit().get(20, TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                // Its files are made for that: what was acknowledged is on the disk.
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IOException(e);
            }
        }
        return running.size();
    }

    private static java.util.Optional<Long> pid(Path home) throws IOException {
        String text = Files.readString(home.resolve("node.lock"), StandardCharsets.US_ASCII)
                .trim();
        return text.matches("\\d{1,10}") ? java.util.Optional.of(Long.parseLong(text)) : java.util.Optional.empty();
    }

    /** Whether a node holds the home's lock; a stale file says nothing. */
    private static boolean isRunning(Path home) throws IOException {
        Path file = home.resolve("node.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(1_000, 1, false)) {
            return lock == null;
        }
    }

    Path home(String id) {
        return folder.resolve(id);
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
