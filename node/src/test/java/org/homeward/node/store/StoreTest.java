package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store refuses, and what it keeps when its process or its disk fails it. */
class StoreTest {
    @TempDir
    Path folder;

    @Test
    void aStoreOfANewerVersionIsRefusedAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("homeward.db");
        Store.embedded(file).close();
        addMigrationOfTheFuture("jdbc:sqlite:" + file);
        byte[] before = Files.readAllBytes(file);
        StoreRefusal refusal = catchThrowableOfType(StoreRefusal.class, () -> Store.embedded(file));
        assertThat(refusal.code()).isEqualTo(StoreRefusal.Code.NEWER);
        assertThat(refusal).hasMessageContaining("newer version").hasMessageContaining(file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedWithoutItsPassword() throws Exception {
        String url = Engine.freshDatabase();
        Store.postgresql(url, folder.resolve("persons")).close();
        addMigrationOfTheFuture(url);
        StoreRefusal refusal = catchThrowableOfType(
                StoreRefusal.class, () -> Store.postgresql(url + "&password=open-sesame", folder.resolve("persons")));
        assertThat(refusal.code()).isEqualTo(StoreRefusal.Code.NEWER);
        assertThat(refusal.getMessage()).contains("newer version").doesNotContain("open-sesame");
    }

    @Test
    void aFileThatIsNoStoreIsRefused() throws Exception {
        Path file =
                Files.writeString(folder.resolve("homeward.db"), "a letter, saved under the wrong name\n".repeat(90));
        StoreRefusal refusal = catchThrowableOfType(StoreRefusal.class, () -> Store.embedded(file));
        assertThat(refusal.code()).isEqualTo(StoreRefusal.Code.DAMAGED);
        assertThat(refusal).hasMessageContaining("is not a store, or is damaged: restore the backup");
    }

    @Test
    void aStoreWithAPageOverwrittenIsRefusedAndNeitherOpenedNorCopied() throws Exception {
        Path file = folder.resolve("homeward.db");
        try (Store store = Store.embedded(file)) {
            add(store, "aa", 2_000);
        }
        byte[] noise = new byte[4_096];
        new Random(5).nextBytes(noise);
        try (RandomAccessFile page = new RandomAccessFile(file.toFile(), "rw")) {
            page.seek(page.length() / 2 / 4_096 * 4_096);
            page.write(noise);
        }
        StoreRefusal refusal = catchThrowableOfType(StoreRefusal.class, () -> Store.embedded(file));
        assertThat(refusal.code()).isEqualTo(StoreRefusal.Code.DAMAGED);
        assertThatThrownBy(() -> Store.copy(file, folder.resolve("copy.db"))).isInstanceOf(StoreRefusal.class);
        assertThat(folder.resolve("copy.db")).doesNotExist();
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutItsPassword() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        StoreRefusal refusal = catchThrowableOfType(
                StoreRefusal.class,
                () -> Store.postgresql(
                        "jdbc:postgresql://127.0.0.1:" + port + "/homeward?user=a&password=open-sesame",
                        folder.resolve("persons")));
        assertThat(refusal.code()).isEqualTo(StoreRefusal.Code.UNREACHABLE);
        assertThat(refusal.getMessage())
                .contains("127.0.0.1:" + port + "/homeward does not answer")
                .doesNotContain("open-sesame");
    }

    @Test
    void aDatabaseThatIsNotThereIsUnreachable() throws Exception {
        String url = Engine.freshDatabase().replaceAll("homeward_\\d+", "nowhere");
        StoreRefusal refusal =
                catchThrowableOfType(StoreRefusal.class, () -> Store.postgresql(url, folder.resolve("persons")));
        assertThat(refusal.code()).isEqualTo(StoreRefusal.Code.UNREACHABLE);
    }

    @Test
    void aFullDiskIsSaidInASentenceAndLeavesNothingHalfDone() throws Exception {
        Path file = folder.resolve("homeward.db");
        try (Store store = Store.embedded(file, Map.of("max_page_count", "140"))) {
            Batch first = add(store, "aa", 100);
            assertThatThrownBy(() -> add(store, "bb", 5_000))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("There is no room left for the store");
            assertThat(store.registers().batches(Kind.HELD)).containsExactly(first);
            assertThat(store.registers().size(Kind.HELD)).isEqualTo(100);
            assertThat(add(store, "cc", 10).rows())
                    .as("what fits is still taken in")
                    .isEqualTo(10);
        }
        try (Store store = Store.embedded(file)) {
            assertThat(add(store, "bb", 5_000).rows())
                    .as("and with room, all of it")
                    .isEqualTo(5_000);
        }
    }

    @Test
    void killedInTheMiddleOfABatchItKeepsWhatItAcknowledgedAndNoHalfBatch() throws Exception {
        Path file = folder.resolve("homeward.db");
        Random random = new Random(3);
        List<Long> acknowledged = new ArrayList<>();
        for (int cycle = 0; cycle < 3; cycle++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx192m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledIntake.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                int begun = 2 + random.nextInt(2);
                String line;
                while (begun > 0 && (line = lines.readLine()) != null) {
                    if (line.equals("begin")) {
                        begun--;
                    } else if (line.matches("\\d+")) {
                        acknowledged.add(Long.valueOf(line));
                    }
                }
                // Right after it began one more batch.
                process.toHandle().destroyForcibly();
                while ((line = lines.readLine()) != null) {
                    if (line.matches("\\d+")) {
                        acknowledged.add(Long.valueOf(line));
                    }
                }
            }
            process.waitFor();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(3);
        try (Store store = Store.embedded(file)) {
            List<Batch> kept = store.registers().batches(Kind.HELD);
            assertThat(kept.stream().map(Batch::id)).containsAll(acknowledged);
            assertThat(store.registers().size(Kind.HELD)).isEqualTo(kept.size() * KilledIntake.ROWS);
        }
    }

    @Test
    void aCopyHoldsWhatTheStoreHolds() throws Exception {
        Path file = folder.resolve("it's here.db");
        Path copy = folder.resolve("it's a copy.db");
        Batch batch;
        try (Store store = Store.embedded(file)) {
            batch = add(store, "aa", 300);
            Store.copy(file, copy);
        }
        try (Store store = Store.embedded(copy)) {
            assertThat(store.registers().batches(Kind.HELD)).containsExactly(batch);
            assertThat(store.registers().table(Kind.HELD).value(299, 0)).isEqualTo("Sample 299");
        }
    }

    private static Batch add(Store store, String sha256, int rows) {
        List<String> ids = new ArrayList<>();
        List<String[]> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            ids.add(sha256 + row);
            cells.add(new String[] {"Sample " + row});
        }
        RegisterTable table = new RegisterTable(List.of(new Column("name", Field.FULL_NAME)), ids, cells);
        return store.registers().add(Kind.HELD, "a.csv", sha256, table, "clerk", Instant.EPOCH);
    }

    private static void addMigrationOfTheFuture(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " checksum, installed_by, installed_on, execution_time, success) select installed_rank + 900,"
                    + " '900', 'from the future', type, 'V900__from_the_future.sql', 1, installed_by, installed_on, 1,"
                    + " success from flyway_schema_history where version = '1'");
        }
    }
}
