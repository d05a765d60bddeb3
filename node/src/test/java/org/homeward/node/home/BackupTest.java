package org.homeward.node.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.homeward.node.home.Backup.Outcome;
import org.homeward.node.server.Node;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Store;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path folder;

    @Test
    void aNodeRestoredFromItsBackupHasTheSameCaseAndGoesOnFromThere() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        TestHome.enrol(home);
        CaseState before;
        try (Node node = Node.start(home)) {
            TestHome.openCase(home, node);
            before = TestHome.room(node).node().state();
        }
        Path backup = folder.resolve("backup.zip");
        Outcome.Done written = done(Backup.write(home, backup, true));
        Path again = folder.resolve("again");
        assertThat(Backup.restore(backup, again, false)).isEqualTo(written);
        try (Node node = Node.start(again)) {
            assertThat(TestHome.room(node).node().state()).isEqualTo(before);
            assertThat(TestHome.room(node).node().batch(0, 10).envelopes()).hasSize(1);
        }
    }

    @Test
    void theRegistersComeBackAndAlsoWhatIsStillInTheStoresLog() throws Exception {
        Path home = TestHome.bureau(folder.resolve("home"));
        Files.createDirectories(home.resolve("store"));
        Path backup = folder.resolve("backup.zip");
        try (Store store = Store.embedded(home.resolve("store/homeward.db"))) {
            RegisterTable table = new RegisterTable(
                    List.of(new Column("name", Field.FULL_NAME)),
                    List.of("k1"),
                    List.<String[]>of(new String[] {"Sample One"}));
            store.registers().add(Kind.SOUGHT, "a.csv", "aa", table, "clerk", Instant.EPOCH);
            assertThat(home.resolve("store/homeward.db-wal"))
                    .as("the batch is in the log")
                    .isNotEmptyFile();
            done(Backup.write(home, backup, false));
        }
        Path again = folder.resolve("again");
        done(Backup.restore(backup, again, false));
        try (Store store = Store.embedded(again.resolve("store/homeward.db"))) {
            assertThat(store.registers().table(Kind.SOUGHT).value(0, 0)).isEqualTo("Sample One");
        }
    }

    @Test
    void keysAreInABackupOnlyWhenAskedFor() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        assertThat(done(Backup.write(home, folder.resolve("data.zip"), false)).keys())
                .isFalse();
        done(Backup.write(home, folder.resolve("all.zip"), true));
        Set<String> keys = new TreeSet<>(names(folder.resolve("all.zip")));
        keys.removeAll(names(folder.resolve("data.zip")));
        assertThat(keys).containsExactly("identity.json", "test-operators.json");
        Path again = folder.resolve("again");
        done(Backup.restore(folder.resolve("data.zip"), again, false));
        assertThat(again.resolve("identity.json")).doesNotExist();
    }

    @Test
    void leftoversOfAStoppedWriteAndOfOneRunStayOut() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        Files.writeString(home.resolve("people.json.new"), "half");
        Files.writeString(home.resolve("intake123.csv"), "a request's body");
        Files.writeString(home.resolve("node.url"), "http://127.0.0.1:1");
        done(Backup.write(home, folder.resolve("b.zip"), false));
        assertThat(names(folder.resolve("b.zip")))
                .containsExactlyInAnyOrder("backup.json", "node.properties", "people.json");
    }

    @Test
    void aRunningNodeIsNotBackedUp() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        try (Node node = Node.start(home)) {
            assertThat(refused(Backup.write(home, folder.resolve("b.zip"), false)))
                    .contains("A node runs in " + home, "stop it first");
        }
        assertThat(folder.resolve("b.zip")).doesNotExist();
        done(Backup.write(home, folder.resolve("b.zip"), false));
    }

    @Test
    void nothingIsEverWrittenOver() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        Path backup = folder.resolve("b.zip");
        done(Backup.write(home, backup, true));
        byte[] bytes = Files.readAllBytes(backup);
        assertThat(refused(Backup.write(home, backup, true))).contains("is there already");
        assertThat(Files.readAllBytes(backup)).isEqualTo(bytes);
        assertThat(refused(Backup.restore(backup, home, false))).contains("is not empty");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        done(Backup.restore(backup, empty, false));
        assertThat(empty.resolve("identity.json")).hasSameBinaryContentAs(home.resolve("identity.json"));
    }

    @Test
    void aDamagedStoreIsSaidAndNotBackedUp() throws Exception {
        Path home = TestHome.bureau(folder.resolve("home"));
        Files.createDirectories(home.resolve("store"));
        Files.writeString(home.resolve("store/homeward.db"), "not a store at all ".repeat(300));
        assertThat(refused(Backup.write(home, folder.resolve("b.zip"), false))).contains("is damaged");
        assertThat(inFolder()).containsExactly("home");
    }

    @Test
    void whatIsNoBackupIsRefusedAndLeavesNothing() throws Exception {
        Path home = folder.resolve("home");
        assertThat(refused(Backup.restore(folder.resolve("none.zip"), home, false)))
                .contains("is not there");
        Path text = Files.writeString(folder.resolve("text.zip"), "a letter");
        assertThat(refused(Backup.restore(text, home, false))).contains("is not a ZIP file");
        Path other = folder.resolve("other.zip");
        zip(other, "a.txt", Bytes.utf8("a"));
        assertThat(refused(Backup.restore(other, home, false))).contains("its file backup.json is missing");
        assertThat(inFolder()).containsExactly("other.zip", "text.zip");
    }

    @Test
    void aPathThatLeadsOutOfTheHomeIsRefused() throws Exception {
        for (String path : List.of("../evil", "/evil", "a/../../evil", "./a", "", "backup.json")) {
            Manifest.Item item = new Manifest.Item(path, 1, Bytes.hex(Bytes.sha256(Bytes.utf8("a"))));
            Path backup = folder.resolve("evil.zip");
            zip(backup, "backup.json", CanonicalJson.bytes(new Manifest(1, "aa", false, List.of(item))));
            assertThat(refused(Backup.restore(backup, folder.resolve("home"), false)))
                    .as(path)
                    .contains("it names a file that cannot be in a home");
            Files.delete(backup);
        }
        assertThat(inFolder()).isEmpty();
    }

    @Test
    void aFileThatIsNotTheOneThatWasBackedUpIsRefusedThoughTheZipIsSound() throws Exception {
        Manifest.Item item = new Manifest.Item("people.json", 1, Bytes.hex(Bytes.sha256(Bytes.utf8("a"))));
        byte[] manifest = CanonicalJson.bytes(new Manifest(1, "aa", false, List.of(item)));
        Path backup = folder.resolve("b.zip");
        for (String content : List.of("b", "", "aa", "a".repeat(1_000_000))) {
            zip(backup, Map.of("backup.json", manifest, "people.json", Bytes.utf8(content)));
            assertThat(refused(Backup.restore(backup, folder.resolve("home"), false)))
                    .contains("its file people.json is not the one that was backed up");
        }
        zip(backup, Map.of("backup.json", manifest, "people.json", Bytes.utf8("a"), "more.json", Bytes.utf8("a")));
        assertThat(refused(Backup.restore(backup, folder.resolve("home"), false)))
                .contains("it holds other files than its manifest names");
        zip(backup, Map.of("backup.json", manifest, "other.json", Bytes.utf8("a")));
        assertThat(refused(Backup.restore(backup, folder.resolve("home"), false)))
                .contains("its file people.json is missing");
        assertThat(inFolder()).containsExactly("b.zip");
    }

    @Test
    void aNewerFormatIsSaid() throws Exception {
        Path backup = folder.resolve("b.zip");
        zip(backup, "backup.json", CanonicalJson.bytes(new Manifest(2, "aa", false, List.of())));
        assertThat(refused(Backup.restore(backup, folder.resolve("home"), false)))
                .contains("it is of version 2");
    }

    @Test
    void anyChangedByteIsEitherFoundOrChangesNothing() throws Exception {
        Path home = TestHome.agency(folder.resolve("home"));
        Path backup = folder.resolve("b.zip");
        done(Backup.write(home, backup, true));
        byte[] bytes = Files.readAllBytes(backup);
        Random random = new Random(11);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            if (i % 10 == 0) {
                changed = java.util.Arrays.copyOf(changed, random.nextInt(changed.length));
            }
            Path file = Files.write(folder.resolve("changed.zip"), changed);
            Path again = folder.resolve("again-" + i);
            if (Backup.restore(file, again, false) instanceof Outcome.Refused) {
                found++;
                assertThat(again).doesNotExist();
            } else {
                for (String name : List.of("identity.json", "people.json", "node.properties", "test-operators.json")) {
                    assertThat(again.resolve(name)).hasSameBinaryContentAs(home.resolve(name));
                }
            }
        }
        assertThat(found).isGreaterThan(150);
    }

    private static void zip(Path file, String name, byte[] content) throws IOException {
        zip(file, Map.of(name, content));
    }

    private static void zip(Path file, Map<String, byte[]> contents) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
    }

    private static List<String> names(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private List<String> inFolder() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    private static String refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).sentence();
    }
}
