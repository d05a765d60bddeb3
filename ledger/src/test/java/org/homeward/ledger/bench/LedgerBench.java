package org.homeward.ledger.bench;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeward.ledger.EntryCheck;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.LogVerifier;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.StrictEd25519;
import org.homeward.ledger.TransparencyLog;

/**
 * What the log does in a second, beside PostgreSQL on the same disk in the same run. Arguments: a folder to work in, then
 * any of {@code one}, {@code many}, {@code audit}, {@code recovery}, {@code postgres}; without any, all of them.
 */
public final class LedgerBench {
    private static final String ORIGIN = "bench.example/log";
    private static final long SEED = 20260205;
    private static final NoteSigner KEY =
            NoteSigner.ofSeed(ORIGIN, KeyType.ED25519, new byte[32]).get();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int RECOVERED = Integer.getInteger("bench.recovered", 1_000_000);

    private LedgerBench() {}

    private interface Append {
        void entry(byte[] bytes) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(args[0])), "bench");
        List<String> wanted = args.length == 1
                ? List.of("one", "many", "postgres", "audit", "recovery")
                : List.of(args).subList(1, args.length);
        System.out.printf(
                "seed %d, %d processors, load average %.1f, %s, %s%n",
                SEED,
                Runtime.getRuntime().availableProcessors(),
                SYSTEM.getSystemLoadAverage(),
                System.getProperty("os.version"),
                Runtime.version());
        try {
            for (String run : wanted) {
                switch (run) {
                    case "one" -> ours(folder.resolve("one"), 1);
                    case "many" -> {
                        ours(folder.resolve("64"), 64);
                        ours(folder.resolve("512"), 512);
                    }
                    case "postgres" -> postgres(64);
                    case "audit" -> audit(folder.resolve("audit"));
                    case "recovery" -> recovery(folder.resolve("recovery"));
                    case "build" -> build(Path.of(args[0]));
                    default -> System.err.println("There is no run named " + run + ".");
                }
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static LogOptions options() {
        return LogOptions.of(ORIGIN, List.of(KEY)).withClock(InstantSource.system());
    }

    private static void ours(Path folder, int writers) throws Exception {
        try (TransparencyLog log = TransparencyLog.open(folder, options())) {
            measure("homeward ledger", writers, log::append);
        }
    }

    /** Each writer appends 200 random bytes, waits until they are durable, and does so again; half the time is warm-up. */
    private static void measure(String what, int writers, Append append) throws Exception {
        ConcurrentLinkedQueue<long[]> all = new ConcurrentLinkedQueue<>();
        long warm = System.nanoTime() + SECONDS * 500_000_000L;
        long end = warm + SECONDS * 1_000_000_000L;
        AtomicLong cpuAtWarm = new AtomicLong();
        List<Thread> threads = IntStream.range(0, writers)
                .mapToObj(w -> Thread.ofPlatform().start(() -> {
                    SplittableRandom random = new SplittableRandom(SEED + w);
                    long[] times = new long[1024];
                    int count = 0;
                    try {
                        for (long now = System.nanoTime(); now < end; ) {
                            byte[] entry = new byte[200];
                            random.nextBytes(entry);
                            append.entry(entry);
                            long done = System.nanoTime();
                            if (now >= warm) {
                                cpuAtWarm.compareAndSet(0, SYSTEM.getProcessCpuTime());
                                times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
                                times[count++] = done - now;
                            }
                            now = done;
                        }
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                    all.add(Arrays.copyOf(times, count));
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        long cpu = SYSTEM.getProcessCpuTime() - cpuAtWarm.get();
        long[] times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "%-16s %4d writers: %,8.0f durable appends/s, p50 %.2f ms, p99 %.2f ms, %.1f us CPU each, load average %.1f%n",
                what,
                writers,
                times.length / (double) SECONDS,
                times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6,
                cpu / 1e3 / times.length,
                SYSTEM.getSystemLoadAverage());
    }

    private static void postgres(int writers) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "80")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            try (Connection c = server.getPostgresDatabase().getConnection()) {
                c.createStatement().execute("create table log (id bigserial primary key, entry bytea not null)");
            }
            for (int n : new int[] {1, writers}) {
                ThreadLocal<PreparedStatement> insert = ThreadLocal.withInitial(() -> {
                    try {
                        return server.getPostgresDatabase()
                                .getConnection()
                                .prepareStatement("insert into log (entry) values (?)");
                    } catch (java.sql.SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                measure("PostgreSQL", n, entry -> {
                    insert.get().setBytes(1, entry);
                    insert.get().executeUpdate();
                });
            }
        }
    }

    /** 50,000 entries of 264 bytes, each with three Ed25519 signatures in it, all of them checked on one thread. */
    private static void audit(Path folder) throws IOException {
        List<byte[]> seeds = IntStream.range(1, 4)
                .mapToObj(i -> ByteBuffer.allocate(32).put((byte) i).array())
                .toList();
        List<byte[]> keys = seeds.stream().map(StrictEd25519::publicKey).toList();
        int entries = 50_000;
        try (TransparencyLog log = TransparencyLog.open(folder, options())) {
            Semaphore room = new Semaphore(10_000);
            for (int i = 0; i < entries; i++) {
                byte[] body = new byte[72];
                ByteBuffer.wrap(body).putInt(i);
                ByteBuffer entry = ByteBuffer.allocate(72 + 3 * 64).put(body);
                seeds.forEach(seed -> entry.put(StrictEd25519.sign(seed, body)));
                room.acquireUninterruptibly();
                log.submit(entry.array()).thenRun(room::release);
            }
            room.acquireUninterruptibly(10_000);
        }
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        EntryCheck signatures = (index, entry) -> {
            byte[] body = Arrays.copyOf(entry, 72);
            for (int i = 0; i < 3; i++) {
                byte[] signature = Arrays.copyOfRange(entry, 72 + 64 * i, 136 + 64 * i);
                if (!StrictEd25519.verify(keys.get(i), body, signature)) {
                    return Optional.of(new Refusal("bench.signature", "Entry " + index + " is not signed."));
                }
            }
            return Optional.empty();
        };
        boolean holds = LogVerifier.verify(
                        folder, List.of(KEY.verifier()), Optional.empty(), Optional.empty(), signatures)
                .accepted();
        System.out.printf(
                "audit of %,d entries with three signatures each: holds %b, %.1f s, %.1f s CPU, heap limit %,d MiB%n",
                entries,
                holds,
                (System.nanoTime() - wall) / 1e9,
                (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Another process fills the log and is killed; then the log is opened and appended to. */
    private static void recovery(Path folder) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dbench.recovered=" + RECOVERED,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerBench.class.getName(),
                        folder.toString(),
                        "build")
                .redirectErrorStream(true)
                .start();
        try (var lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null && !line.equals("full"); ) {
                line = lines.readLine();
            }
        }
        child.toHandle().destroyForcibly();
        child.waitFor();
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        try (TransparencyLog log = TransparencyLog.open(folder.resolve("log"), options())) {
            log.append(new byte[200]);
            System.out.printf(
                    "recovery of %,d entries after kill -9 to the first append: %.1f s, %.1f s CPU%n",
                    log.size() - 1, (System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
        }
    }

    private static void build(Path folder) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        TransparencyLog log = TransparencyLog.open(folder.resolve("log"), options());
        Semaphore room = new Semaphore(20_000);
        for (int i = 0; i < RECOVERED; i++) {
            byte[] entry = new byte[200];
            random.nextBytes(entry);
            room.acquireUninterruptibly();
            log.submit(entry).thenRun(room::release);
        }
        room.acquireUninterruptibly(20_000);
        System.out.println("full");
        new Semaphore(0).acquire(); // until killed
    }
}
