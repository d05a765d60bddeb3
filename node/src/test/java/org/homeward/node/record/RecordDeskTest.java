package org.homeward.node.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordDeskTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
    private static final String ARTICLE = "The sides exchanged 314 prisoners, envoy Orla Venn said on Thursday.\n";

    @TempDir
    Path home;

    private RecordDesk desk;
    private String sha = "";

    @BeforeEach
    void anArticleIsThere() throws Exception {
        desk = new RecordDesk(home, Clock.fixed(Instant.parse("2026-02-06T09:00:00Z"), ZoneOffset.UTC));
        sha = ok(desk.take(ARTICLE.getBytes(StandardCharsets.UTF_8), DAY, " Paper "));
    }

    private static String ok(RecordDesk.Outcome outcome) {
        return switch (outcome) {
            case RecordDesk.Outcome.Ok(String where) -> where;
            case RecordDesk.Outcome.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private static String refused(RecordDesk.Outcome outcome) {
        return outcome instanceof RecordDesk.Outcome.Refused(String sentence) ? sentence : "";
    }

    @Test
    void anArticleNeedsItsDayAndIsKeptAsItWasPasted() throws Exception {
        assertThat(refused(desk.take(ARTICLE.getBytes(StandardCharsets.UTF_8), null, "Paper")))
                .contains("the day on which the article was published");
        assertThat(refused(desk.take(new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe}, DAY, "Paper")))
                .isNotEmpty();
        assertThat(desk.articles()).hasSize(1);
        assertThat(desk.article(sha).orElseThrow().outlet()).isEqualTo("Paper");
        assertThat(desk.article("../" + sha)).isEmpty();
        assertThat(desk.lines()).as("nothing is confirmed by itself").isEmpty();
    }

    @Test
    void anEntryIsDecidedOnceInAPersonsName() throws Exception {
        assertThat(ok(desk.decide(sha, "F1", true, "T. Brook"))).isEqualTo("1");

        assertThat(refused(desk.decide(sha, "F1", true, "O. Venn")))
                .isEqualTo("This entry is decided already, in line 1.");
        assertThat(refused(desk.decide(sha, "F1", false, "O. Venn"))).contains("line 1");
        assertThat(refused(desk.decide(sha, "F99", true, "O. Venn"))).isEqualTo("The draft has no entry F99.");
        assertThat(refused(desk.decide(sha, "<b>", true, "O. Venn"))).doesNotContain("<");
        assertThat(refused(desk.decide("0".repeat(64), "F1", true, "O. Venn"))).contains("no such article");
        assertThat(desk.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.entry()).contains("T. Brook"));
    }

    @Test
    void ofTwoWhoDecideTheSameEntryAtOnceOneIsToldWhoWasFirst() throws Exception {
        List<Callable<RecordDesk.Outcome>> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "Person " + i;
            boolean confirms = i % 2 == 0;
            people.add(() -> desk.decide(sha, "F1", confirms, name));
        }
        List<RecordDesk.Outcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<RecordDesk.Outcome> future : threads.invokeAll(people)) {
                outcomes.add(future.get());
            }
        }

        assertThat(outcomes).filteredOn(o -> o instanceof RecordDesk.Outcome.Ok).hasSize(1);
        assertThat(outcomes)
                .filteredOn(o -> refused(o).equals("This entry is decided already, in line 1."))
                .hasSize(7);
        assertThat(desk.lines()).hasSize(1);
    }

    @Test
    void aWithdrawalNamesALineThatStandsAndWhatTakesItsPlace() throws Exception {
        ok(desk.decide(sha, "F1", true, "T. Brook"));
        ok(desk.decide(sha, "S1", true, "T. Brook"));

        assertThat(refused(desk.withdraw(1, null, " ", "O. Venn"))).contains("Say why");
        assertThat(refused(desk.withdraw(1, null, "x".repeat(1001), "O. Venn"))).contains("thousand characters");
        assertThat(refused(desk.withdraw(9, null, "wrong", "O. Venn"))).contains("Line 9 is no confirmed entry");
        assertThat(refused(desk.withdraw(1, 1L, "wrong", "O. Venn"))).contains("Line 1 is no other confirmed entry");
        assertThat(refused(desk.withdraw(1, 9L, "wrong", "O. Venn"))).contains("Line 9 is no other");
        assertThat(ok(desk.withdraw(1, 2L, "the outlet corrected it", "O. Venn")))
                .isEqualTo("3");
        assertThat(refused(desk.withdraw(1, null, "again", "O. Venn"))).contains("Line 1 is no confirmed entry");
        assertThat(refused(desk.withdraw(3, null, "the withdrawal", "O. Venn"))).contains("Line 3");

        assertThat(ConfirmedEntries.standing(desk.lines()))
                .singleElement()
                .satisfies(l -> assertThat(l.number()).isEqualTo(2));
        assertThat(desk.lines()).as("the earlier line stays").hasSize(3);
        assertThat(ok(desk.decide(sha, "F1", true, "T. Brook"))).as("anew").isEqualTo("4");
    }

    @Test
    void aRecordThatWasChangedIsNotBelievedAndNotAddedTo() throws Exception {
        ok(desk.decide(sha, "F1", true, "T. Brook"));
        Path log = home.resolve("record.log");
        Files.writeString(log, Files.readString(log).replace("T. Brook", "T. Rivers"));
        long size = Files.size(log);

        assertThatThrownBy(desk::lines)
                .isInstanceOf(RecordDesk.DamagedException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> desk.decide(sha, "S1", true, "T. Brook"))
                .isInstanceOf(RecordDesk.DamagedException.class);
        assertThat(Files.size(log)).isEqualTo(size);
    }

    @Test
    void aTableThatCannotBeReadLeavesTheOneBefore() throws Exception {
        String table = "date,ua_returned,ru_returned,kind,mediators,source\n2024-01-03,230,248,POW,UAE,a paper\n";
        ok(desk.exchanges(table.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused(desk.exchanges("no table".getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
        assertThat(refused(desk.exchanges(new byte[0]))).isNotEmpty();
        assertThat(Files.readString(home.resolve("exchanges.csv"))).isEqualTo(table);
        assertThat(desk.exchanges()).isPresent();
    }
}
