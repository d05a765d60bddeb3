package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Registers.Row;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a person on the disk, while he is in the registers and after he was erased. */
class PersonSealingTest {
    private static final Instant NOON = Instant.parse("2026-02-05T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-05T12:00:00Z");
    private static final String NAME = "Вигаданенко Зразок";

    @TempDir
    Path folder;

    @Test
    void noCellOfARowIsReadableInAnyFileOfTheStore() throws Exception {
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            add(store, "aa", "2027-01-01");
            assertThat(filesWith(NAME)).as("while the store is open").isEmpty();
            assertThat(store.registers().table(Kind.HELD).value(0, 0)).isEqualTo(NAME);
        }
        assertThat(filesWith(NAME)).as("after it was closed").isEmpty();
    }

    @Test
    void ofAnErasedPersonNoKeyIsLeftSoThatAnOlderCopyOfTheStoreSaysNothing() throws Exception {
        Path file = folder.resolve("homeward.db");
        Path copy = folder.resolve("copies/homeward.db");
        Files.createDirectories(copy.getParent());
        byte[] wrapped;
        try (Store store = Store.embedded(file)) {
            add(store, "aa", "2026-02-20");
            Store.copy(file, copy);
            wrapped = wrapped("k1");
            assertThat(filesWith(wrapped)).isNotEmpty();
            assertThat(store.registers().expire(LATER)).isEqualTo(1);
            assertThat(filesWith(wrapped)).as("the wrapped key, in any file").isEmpty();
        }
        assertThat(filesWith(wrapped)).as("and after closing").isEmpty();
        // The backup's store with the keys that there are now.
        Path persons = Files.createDirectories(folder.resolve("copies/persons"));
        for (String name : List.of(PersonKeys.DATABASE, PersonKeys.OWNER)) {
            Files.copy(
                    folder.resolve("persons").resolve(name),
                    persons.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        try (Store store = Store.embedded(copy)) {
            assertThat(store.registers().row(Kind.HELD, "k1").map(Row::cells).orElseThrow())
                    .isEmpty();
            assertThat(store.registers().row(Kind.HELD, "k2").map(Row::cells).orElseThrow())
                    .as("who was not erased is read as before")
                    .isNotEmpty();
        }
    }

    @Test
    void aStopBetweenWipingAndDestroyingTheKeyIsMadeGoodByTheNextExpiry() throws Exception {
        Path file = folder.resolve("homeward.db");
        try (Store store = Store.embedded(file)) {
            add(store, "aa", "2026-02-20");
            byte[] wrapped = wrapped("k1");
            change("update register_row set cells_json = '[null,\"2026-02-20\"]' where row_key = 'k1'");
            store.registers().expire(LATER);
            assertThat(filesWith(wrapped)).isEmpty();
        }
    }

    @Test
    void takingABatchBackLeavesNoKeyOfThoseWhoWereInNoOther() throws Exception {
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            Batch first = add(store, "aa", "2027-01-01");
            store.registers()
                    .add(
                            Kind.HELD,
                            "b.csv",
                            "bb",
                            new RegisterTable(
                                    List.of(new Column("name", Field.FULL_NAME)),
                                    List.of("k1"),
                                    rows(new String[] {"Another Sample"})),
                            "clerk",
                            NOON);
            store.registers().undo(first.id(), "clerk", NOON);
            assertThat(wrapped("k2")).as("he was in the first batch alone").isEmpty();
            assertThat(wrapped("k1")).isNotEmpty();
            assertThat(store.registers().table(Kind.HELD).value(0, 0)).isEqualTo("Another Sample");
        }
    }

    @Test
    void aRowThatSomebodyMovedToAnotherPersonIsNotShown() throws Exception {
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            add(store, "aa", "2027-01-01");
            change("update register_row set cells_json = (select cells_json from register_row where row_key = 'k2')"
                    + " where row_key = 'k1'");
            assertThatThrownBy(() -> store.registers().row(Kind.HELD, "k1"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("homeward node audit");
        }
    }

    @Test
    void aStoreWhoseKeysWereLostIsRefusedAndNotShownAsErased() throws Exception {
        Path file = folder.resolve("homeward.db");
        try (Store store = Store.embedded(file)) {
            add(store, "aa", "2027-01-01");
        }
        Files.move(folder.resolve("persons"), folder.resolve("lost"));
        assertThatThrownBy(() -> Store.embedded(file))
                .isInstanceOf(StoreRefusal.class)
                .hasMessageContaining("their keys in")
                .hasMessageContaining("are missing");
        Files.delete(folder.resolve("lost").resolve(PersonKeys.OWNER));
        Files.move(folder.resolve("lost"), folder.resolve("persons"));
        assertThatThrownBy(() -> Store.embedded(file)).isInstanceOf(StoreRefusal.class);
    }

    @Test
    void rowsFromBeforeRowsWereSealedAreSealedWhenTheStoreIsOpened() throws Exception {
        Path file = folder.resolve("homeward.db");
        try (Store store = Store.embedded(file)) {
            add(store, "aa", "2027-01-01");
            change("update register_row set commitment = null, cells_json = '[\"" + NAME + "\",\"2027-01-01\"]'");
        }
        assertThat(filesWith(NAME)).isNotEmpty();
        try (Store store = Store.embedded(file)) {
            assertThat(store.registers().table(Kind.HELD).value(1, 0)).isEqualTo(NAME);
        }
        assertThat(filesWith(NAME)).isEmpty();
    }

    private static Batch add(Store store, String sha256, String expiryOfTheFirst) {
        RegisterTable table = new RegisterTable(
                List.of(new Column("name", Field.FULL_NAME), new Column("expiry_date", Field.EXPIRY)),
                List.of("k1", "k2"),
                rows(new String[] {NAME, expiryOfTheFirst}, new String[] {NAME, "2027-01-01"}));
        return store.registers().add(Kind.HELD, "a.csv", sha256, table, "clerk", NOON);
    }

    private static List<String[]> rows(String[]... rows) {
        return new ArrayList<>(List.of(rows));
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("homeward.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private byte[] wrapped(String person) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("persons").resolve("persons.db"));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select hex(wrapped) from person_key where row_key = '" + person + "'")) {
            return found.next() ? HexFormat.of().parseHex(found.getString(1)) : new byte[0];
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        return filesWith(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> filesWith(byte[] bytes) throws IOException {
        String needle = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(folder.resolve("copies")))
                    .toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
