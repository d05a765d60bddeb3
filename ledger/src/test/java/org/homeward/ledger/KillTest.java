package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on a real disk: killed at any moment (SIGKILL), or with a disk that refuses to sync. */
class KillTest {
    private static final int CYCLES = Integer.getInteger("ledger.kills", 50);

    @TempDir
    Path folder;

    private final Map<Long, byte[]> acknowledged = new HashMap<>();
    private final Map<Long, String> released = new TreeMap<>();

    private Process start(List<String> before, long seed) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.toString(),
                Long.toString(seed)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Takes down what the process said it had made durable, and kills it after so many lines. */
    private void listen(Process process, int lines) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            int heard = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                // A line cut by the kill has not both its roots' ends, and promised nothing.
                if (words.length == 4 && words[3].length() == 44) {
                    acknowledged.put(Long.valueOf(words[0]), Base64.getDecoder().decode(words[1]));
                    released.put(Long.valueOf(words[2]), words[3]);
                }
                if (++heard == lines) {
                    process.toHandle().destroyForcibly(); // Process itself would close the pipe unread
                }
            }
        }
    }

    private void everythingPromisedHolds() throws IOException {
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            acknowledged.forEach((index, entry) -> assertThat(log.entry(index)).isEqualTo(entry));
            Checkpoint now = log.latestCheckpoint().checkpoint().get();
            released.forEach((size, root) -> assertThat(MerkleTree.verifyConsistency(
                            size,
                            now.size(),
                            log.consistencyProof(size, now.size()),
                            Hash.parse(root).get(),
                            now.root()))
                    .as("checkpoint of " + size)
                    .isTrue());
        }
    }

    @Test
    void aKilledProcessHasLostNothingThatItAcknowledged() throws Exception {
        SplittableRandom random = new SplittableRandom(20260205);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            Process process = start(List.of(), cycle);
            listen(process, 1 + random.nextInt(120));
            assertThat(process.waitFor()).isEqualTo(128 + 9);
            everythingPromisedHolds();
        }
        assertThat(acknowledged).hasSizeGreaterThan(CYCLES * 10);
        assertThat(LogVerifier.verify(folder, List.of(Keys.LOG.verifier()), Optional.empty(), Optional.empty())
                        .accepted())
                .isTrue();
        System.out.printf(
                "ledger: %d times kill -9, %,d acknowledged entries, %,d released checkpoints, none lost or contradicted%n",
                CYCLES, acknowledged.size(), released.size());
    }

    @Test
    void aProcessWhoseDiskRefusesToSyncStopsAndHasLostNothing() throws Exception {
        Optional<Path> fiu = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(dir -> Path.of(dir, "fiu-run"))
                .filter(Files::isExecutable)
                .findFirst();
        if (fiu.isEmpty()) {
            System.err.println(
                    "SKIPPED: EIO on fsync, because fiu-run is not on the PATH; install fiu-utils (Debian).");
        }
        assumeTrue(fiu.isPresent(), "EIO on fsync needs fiu-run (Debian package fiu-utils)");
        // The preload library lies beside the program: usr/bin/fiu-run, usr/lib/fiu.
        String libraries = fiu.get().resolveSibling("../lib/fiu").normalize().toString();
        String failing = "enable_random name=posix/io/sync/*,probability=0.02,failinfo=5";
        for (int run = 0; run < 10; run++) {
            Process process = start(List.of(fiu.get().toString(), "-x", "-l", libraries, "-c", failing), 1000 + run);
            listen(process, 20_000); // a process that goes on so long has not met the fault, and is killed
            assertThat(process.waitFor()).as("run " + run).isEqualTo(LogOptions.EXIT_IO);
            everythingPromisedHolds();
        }
        assertThat(acknowledged).isNotEmpty();
        System.out.printf(
                "ledger: 10 times EIO on fsync, 10 stops, %,d acknowledged entries, none lost%n", acknowledged.size());
    }
}
