package org.homeward.node.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.store.ReadLog;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Store;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The node's own log, and what its audit finds of a store that somebody changed with another program. */
class PrivateLogTest {
    private static final Instant NOON = Instant.parse("2026-02-05T12:00:00Z");
    private static final NodeIdentity IDENTITY = NodeIdentity.generate("aa", new SecureRandom());

    @TempDir
    Path home;

    private Path log;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(home.resolve("store"));
        log = home.resolve("log");
    }

    @Test
    void everyActIsInTheLogOnceAndTheAuditHolds() throws Exception {
        try (Store store = open();
                PrivateLog ignored = PrivateLog.start(store.privateActs(), log, IDENTITY)) {
            day(store);
        }
        try (Store store = open()) {
            PrivateAudit.Report report = audit(store);
            assertThat(report.wrong()).isEmpty();
            assertThat(report.entries())
                    .as("two batches, a read, a batch taken back, a row wiped")
                    .isEqualTo(5);
            assertThat(report.behind()).isZero();
            assertThat(report.rows()).isEqualTo(3);
            assertThat(report.erased()).isEqualTo(1);
        }
    }

    @Test
    void noEntryHoldsANameOrWhatWasRead() throws Exception {
        try (Store store = open();
                PrivateLog ignored = PrivateLog.start(store.privateActs(), log, IDENTITY)) {
            day(store);
        }
        try (Stream<Path> files = Files.walk(log)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("Sample")
                        .doesNotContain("/registers/held");
            }
        }
    }

    @Test
    void whatTheStoreDidWhileTheLogWasNotThereIsTakenAtTheNextStart() throws Exception {
        try (Store store = open()) {
            day(store);
            PrivateLog.start(store.privateActs(), log, IDENTITY).close();
            PrivateLog.start(store.privateActs(), log, IDENTITY).close();
            assertThat(audit(store).entries()).isEqualTo(5);
            assertThat(audit(store).wrong()).isEmpty();
        }
    }

    @Test
    void aStoreOfAnEarlierTimeThanItsLogIsNotCarriedOn() throws Exception {
        try (Store store = open();
                PrivateLog ignored = PrivateLog.start(store.privateActs(), log, IDENTITY)) {
            day(store);
        }
        change("delete from private_act where number = 5");
        try (Store store = open()) {
            assertThatThrownBy(() -> PrivateLog.start(store.privateActs(), log, IDENTITY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("of two times");
            // And a forger who writes another act in the place of the lost one.
            store.privateActs().record("read", "auditor", NOON, "/cases/other");
            assertThatThrownBy(() -> PrivateLog.start(store.privateActs(), log, IDENTITY))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a cell               | update register_row set cells_json = replace(cells_json, substr(cells_json, 30, 1), 'A') where row_key = 'k2' and batch_id = 1 | is not what was taken in",
                "a row in the open    | update register_row set cells_json = '[\"Another\",null]' where row_key = 'k2' and batch_id = 1 | lies open in the store",
                "a row taken out      | delete from register_row where row_key = 'k2' and batch_id = 1 | was taken in with 3 rows and has 2",
                "a commitment         | update register_row set commitment = replace(commitment, substr(commitment, 1, 1), 'x') where row_key = 'k2' and batch_id = 1 | commitments of batch 1 are not",
                "a batch put in       | insert into batch select 9, kind, file, 'cc', row_count, by_whom, at_time, columns_json from batch where id = 1 | Batch 9 is in the store",
                "what was read        | update private_act set subject = '/registers/held/1/0' where kind = 'read' | the subject there was changed",
                "who read it          | update private_act set actor = 'another' where kind = 'read' | another actor than the store",
                "a read taken out     | delete from private_act where kind = 'read' | changed or taken out",
            })
    void aChangeMadeWithAnotherProgramIsFound(String what, String sql, String sentence) throws Exception {
        try (Store store = open();
                PrivateLog ignored = PrivateLog.start(store.privateActs(), log, IDENTITY)) {
            day(store);
        }
        change(sql);
        try (Store store = open()) {
            assertThat(audit(store).wrong()).as(what).isNotEmpty().anyMatch(s -> s.contains(sentence));
        }
    }

    @Test
    void aLogThatAnotherNodeWroteIsNotThisNodes() throws Exception {
        NodeIdentity other = NodeIdentity.generate("aa", new SecureRandom());
        try (Store store = open()) {
            day(store);
            PrivateLog.start(store.privateActs(), log, other).close();
            assertThat(audit(store).wrong()).isNotEmpty();
        }
    }

    private Store open() throws Exception {
        return Store.embedded(home.resolve("store/homeward.db"));
    }

    private PrivateAudit.Report audit(Store store) throws IOException {
        return PrivateAudit.run(
                store,
                log,
                IDENTITY.privateLogKey().verifier(),
                IDENTITY.signing().publicText());
    }

    private static void day(Store store) {
        store.registers().add(Kind.HELD, "a.csv", "aa", table("2026-02-10", "k1", "k2", "k3"), "clerk", NOON);
        long second = store.registers()
                .add(Kind.HELD, "b.csv", "bb", table("2027-02-10", "k4"), "clerk", NOON)
                .id();
        store.readLog().add(new ReadLog.Entry("auditor", "/registers/held/1/1", NOON));
        store.registers().undo(second, "clerk", NOON);
        store.registers().expire(Instant.parse("2026-03-01T00:00:00Z"));
    }

    /** The first of them expires on that day. */
    private static RegisterTable table(String expiry, String... ids) {
        List<String[]> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(new String[] {"Sample " + id, rows.isEmpty() ? expiry : null});
        }
        return new RegisterTable(
                List.of(new Column("name", Field.FULL_NAME), new Column("expiry_date", Field.EXPIRY)),
                List.of(ids),
                rows);
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("store/homeward.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
