package org.homeward.bench.ledger;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
 * What the log does in a second, beside PostgreSQL on the same machine in the same run. Arguments: a folder on the disk to
 * measure, then any of {@code one}, {@code many}, {@code postgres}, {@code audit}, {@code recovery}; without any, all of them.
 */
public final class LedgerBench {
    private static final String ORIGIN = "bench.example/log";
    private static final long SEED = 20260205;
    private static final NoteSigner KEY =
            NoteSigner.ofSeed(ORIGIN, KeyType.ED25519, new byte[32]).get();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final List<String> RUNS = List.of("one", "many", "postgres", "audit", "recovery");
    /** With what the recovery run asks of the process that it kills. */
    private static final Set<String> KNOWN = Set.of("one", "many", "postgres", "audit", "recovery", "build");

    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int RECOVERED = Integer.getInteger("bench.recovered", 1_000_000);

    private LedgerBench() {}

    /** What a writer does over and over. */
    private interface Append {
        void entry(byte[] bytes) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0 || !KNOWN.containsAll(List.of(args).subList(1, args.length))) {
            System.err.println("usage: bench/run ledger FOLDER [" + String.join("] [", RUNS) + "]");
            System.exit(2);
        }
        if (args.length == 2 && args[1].equals("build")) {
            build(Path.of(args[0]));
            return;
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(args[0])), "bench");
        List<String> wanted = args.length == 1 ? RUNS : List.of(args).subList(1, args.length);
        System.out.printf(
                Locale.ROOT,
                "seed %d, %d processors, load average %.1f, kernel %s, JDK %s, heap %d MiB, disk %s%n",
                SEED,
                Runtime.getRuntime().availableProcessors(),
                SYSTEM.getSystemLoadAverage(),
                System.getProperty("os.version"),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                Files.getFileStore(folder).type());
        try {
            for (String run : wanted) {
                switch (run) {
                    case "one" -> ours(folder.resolve("one"), 1, Thread.ofPlatform());
                    case "many" -> {
                        ours(folder.resolve("64"), 64, Thread.ofPlatform());
                        ours(folder.resolve("512p"), 512, Thread.ofPlatform());
                        ours(folder.resolve("512v"), 512, Thread.ofVirtual());
                    }
                    case "postgres" -> postgres(folder.resolve("postgres"), 64);
                    case "audit" -> audit(folder.resolve("audit"));
                    default -> recovery(folder.resolve("recovery"));
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

    private static void ours(Path folder, int writers, Thread.Builder threads) throws Exception {
        try (TransparencyLog log = TransparencyLog.open(folder, options())) {
            Measure measured = measure(writers, threads, log::append);
            String kind = threads instanceof Thread.Builder.OfVirtual ? "virtual" : "platform";
            measured.print("homeward ledger, " + kind + " threads", true);
        }
    }

    private record Measure(int writers, long[] nanos, long cpu) {
        void print(String what, boolean wholeProcess) {
            System.out.printf(
                    Locale.ROOT,
                    "%-33s %4d writers: %,8.0f durable appends/s, p50 %.2f ms, p99 %.2f ms%s, load average %.1f%n",
                    what,
                    writers,
                    nanos.length / (double) SECONDS,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    wholeProcess
                            ? String.format(
                                    Locale.ROOT, ", %.1f us CPU each with the writers' own", cpu / 1e3 / nanos.length)
                            : "",
                    SYSTEM.getSystemLoadAverage());
        }
    }

    /** Each writer appends 200 random bytes, waits until they are durable, and does so again; a third of the time is warm-up. */
    private static Measure measure(int writers, Thread.Builder kind, Append append) throws Exception {
        ConcurrentLinkedQueue<long[]> all = new ConcurrentLinkedQueue<>();
        long warm = System.nanoTime() + SECONDS * 500_000_000L;
        long end = warm + SECONDS * 1_000_000_000L;
        AtomicLong cpuAtWarm = new AtomicLong();
        List<Thread> threads = IntStream.range(0, writers)
                .mapToObj(w -> kind.start(() -> {
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
        return new Measure(
                writers, all.stream().flatMapToLong(Arrays::stream).sorted().toArray(), cpu);
    }

    /** The same entries into a table of one column, each in a transaction of its own, on the same disk. */
    private static void postgres(Path folder, int writers) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("max_connections", "80")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String version;
            try (Connection c = server.getPostgresDatabase().getConnection();
                    Statement statement = c.createStatement()) {
                statement.execute("create table log (id bigserial primary key, entry bytea not null)");
                try (ResultSet settings = statement.executeQuery(
                        "select 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync')")) {
                    settings.next();
                    version = settings.getString(1);
                }
            }
            for (int n : new int[] {1, writers}) {
                ThreadLocal<PreparedStatement> insert = ThreadLocal.withInitial(() -> {
                    try {
                        return server.getPostgresDatabase()
                                .getConnection()
                                .prepareStatement("insert into log (entry) values (?)");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                // Its CPU is spent in processes of its own, so none is given.
                measure(n, Thread.ofPlatform(), entry -> {
                            insert.get().setBytes(1, entry);
                            insert.get().executeUpdate();
                        })
                        .print(version, false);
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
                Locale.ROOT,
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
                    Locale.ROOT,
                    "recovery of %,d entries after kill -9 to the first append: %.1f s, %.1f s CPU%n",
                    log.size() - 1,
                    (System.nanoTime() - wall) / 1e9,
                    (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
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
