package org.homeward.handover.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.handover.Days;
import org.homeward.handover.Packs;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceStoreTest {
    private static final int KILLS = Integer.getInteger("handover.kills", 20);

    @TempDir
    Path folder;

    private final Drill drill = Days.small(4, 3, 61);
    private final Roster roster = drill.roster();
    private final DrillDevice device = drill.devices().get("aa-01");

    private DeviceStore open() throws IOException {
        return DeviceStore.open(folder, roster, "aa-01").get();
    }

    private static SignedEvent bag(DrillDevice device, int number) {
        return device.record(new Observation.BagSeen("B" + number, "aa", "S"));
    }

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "accepted";
    }

    @Test
    void whatWasAcknowledgedIsThereWhereverTheFileWasCut() throws IOException {
        List<SignedEvent> events = new ArrayList<>();
        try (DeviceStore store = open()) {
            for (int i = 0; i < 3; i++) {
                events.add(store.append(bag(device, i)).get());
            }
        }
        Path file = folder.resolve("aa-01.hwlog");
        byte[] whole = Files.readAllBytes(file);
        int acknowledged = new String(whole, StandardCharsets.UTF_8).lastIndexOf('\n', whole.length - 2) + 1;
        for (int length = acknowledged; length <= whole.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            try (DeviceStore store = open()) {
                assertThat(store.events().of("aa-01")).isEqualTo(events.subList(0, 2));
                assertThat(store.log().hash()).isEqualTo(events.get(1).hash());
            }
        }
        Files.write(file, whole);
        try (DeviceStore store = open()) {
            assertThat(store.events().of("aa-01")).isEqualTo(events);
        }
    }

    @Test
    void aChangedLogIsRefusedBecauseGoingOnWouldBeASecondHistory() throws IOException {
        try (DeviceStore store = open()) {
            for (int i = 0; i < 3; i++) {
                store.append(bag(device, i)).get();
            }
        }
        Path file = folder.resolve("aa-01.hwlog");
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThat(code(DeviceStore.open(folder, roster, "aa-01"))).isEqualTo("store.damaged");
        Files.writeString(file, String.join("\n", lines).replace("\"B1\"", "\"B9\"") + "\n");
        assertThat(code(DeviceStore.open(folder, roster, "aa-01"))).isEqualTo("store.damaged");
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertThat(code(DeviceStore.open(folder, roster, "aa-01"))).isEqualTo("accepted");
    }

    @Test
    void twoProcessesCannotWriteOneLog() throws IOException {
        try (DeviceStore store = open()) {
            assertThat(store.log().seq()).isZero();
            assertThat(code(DeviceStore.open(folder, roster, "aa-01"))).isEqualTo("store.locked");
        }
        open().close();
    }

    @Test
    void whatItSawOfOthersIsThereAfterARestartAndOrdersWhatItWritesNext() throws IOException {
        DrillDevice other = drill.devices().get("bb-01");
        List<SignedEvent> seen = List.of(bag(other, 1), bag(other, 2), bag(other, 3));
        try (DeviceStore store = open()) {
            assertThat(store.take(new LogText.Content(seen, List.of(other.head())))
                            .fresh())
                    .isEqualTo(3);
        }
        try (DeviceStore store = open()) {
            assertThat(store.events().of("bb-01")).isEqualTo(seen);
            assertThat(store.log().lamport()).isEqualTo(seen.getLast().event().lamport());
        }
    }

    @Test
    void aForgedEventIsNotTakenInNorWritten() throws IOException {
        Drill stranger = Days.small(4, 3, 62);
        try (DeviceStore store = open()) {
            assertThat(store.take(new LogText.Content(
                                    List.of(bag(stranger.devices().get("bb-01"), 1)), List.of()))
                            .refused())
                    .hasSize(1);
            assertThat(code(store.append(bag(stranger.devices().get("aa-01"), 1))))
                    .isEqualTo("event.signature");
        }
        assertThat(folder.resolve("seen.hwlog")).isEmptyFile();
        assertThat(folder.resolve("aa-01.hwlog")).isEmptyFile();
    }

    @Test
    void afterAnErrorOfTheDiskNothingIsWrittenAnyMore() throws IOException {
        AppendFile file = AppendFile.open(folder.resolve("x")).file();
        file.append(new byte[] {'a', '\n'});
        file.close();
        assertThatThrownBy(() -> file.append(new byte[] {'b', '\n'})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> file.append(new byte[] {'c', '\n'})).hasMessageContaining("not written any more");
        assertThat(folder.resolve("x")).hasContent("a\n");
    }

    // Real processes: killed at any moment, or with a disk that is full or does not sync.

    private final Map<Long, String> acknowledged = new TreeMap<>();

    private Process start(List<String> before, long seed) throws IOException {
        Files.write(folder.resolve("keys"), CanonicalJson.bytes(Packs.keys(device)));
        if (!Files.exists(folder.resolve("pack"))) {
            Files.write(folder.resolve("pack"), Packs.pack(drill, device));
        }
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledPost.class.getName(),
                folder.toString(),
                Long.toString(Packs.MADE),
                Long.toString(seed)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void listen(Process process, int lines) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            int heard = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 2 && words[1].length() == 64) {
                    acknowledged.put(Long.valueOf(words[0]), words[1]);
                }
                if (++heard == lines) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
    }

    private void everythingAcknowledgedIsThere() throws IOException {
        try (DeviceStore store =
                DeviceStore.open(folder.resolve("log"), roster, "aa-01").get()) {
            List<SignedEvent> events = store.events().of("aa-01");
            acknowledged.forEach((seq, hash) ->
                    assertThat(events.get((int) (seq - 1)).hash()).isEqualTo(hash));
        }
    }

    @Test
    void aKilledDeviceHasLostNothingThatItAcknowledged() throws Exception {
        SplittableRandom chance = new SplittableRandom(63);
        for (int cycle = 0; cycle < KILLS; cycle++) {
            Process process = start(List.of(), cycle);
            listen(process, 1 + chance.nextInt(60));
            assertThat(process.waitFor()).isEqualTo(128 + 9);
            everythingAcknowledgedIsThere();
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        System.out.printf(
                "handover: %d times kill -9 of a device, %,d acknowledged events, none lost%n",
                KILLS, acknowledged.size());
    }

    @Test
    void aFullDiskAndOneThatDoesNotSyncStopTheDeviceAndLoseNothing() throws Exception {
        Optional<Path> fiu = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(dir -> Path.of(dir, "fiu-run"))
                .filter(Files::isExecutable)
                .findFirst();
        if (fiu.isEmpty()) {
            System.err.println(
                    "SKIPPED: full disk and failing sync, because fiu-run is not on the PATH; install fiu-utils (Debian).");
        }
        assumeTrue(fiu.isPresent(), "needs fiu-run (Debian package fiu-utils)");
        String libraries = fiu.get().resolveSibling("../lib/fiu").normalize().toString();
        List<String> faults = List.of(
                "enable_random name=posix/io/rw/pwrite,probability=0.03,failinfo=28", // ENOSPC
                "enable_random name=posix/io/sync/*,probability=0.03,failinfo=5"); // EIO
        int runs = 0;
        for (String fault : faults) {
            for (int run = 0; run < 5; run++) {
                Process process = start(List.of(fiu.get().toString(), "-x", "-l", libraries, "-c", fault), 100 + runs);
                listen(process, 20_000); // a process that goes on so long has not met the fault, and is killed
                assertThat(process.waitFor()).as("%s, run %d", fault, run).isEqualTo(KilledPost.EXIT_IO);
                everythingAcknowledgedIsThere();
                runs++;
            }
        }
        assertThat(acknowledged).isNotEmpty();
        System.out.printf(
                "handover: %d times ENOSPC or EIO, %d stops, %,d acknowledged events, none lost%n",
                runs, runs, acknowledged.size());
    }
}
