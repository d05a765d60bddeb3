package org.homeward.node.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.node.duty.Owed.State;
import org.homeward.node.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is owed, from when, and when it is owed no more. */
class DutyDeskTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-05");

    @TempDir
    Path folder;

    private final Map<String, LocalDate> dead = new HashMap<>();

    /** Rows that are one person. */
    private Set<String> same = Set.of();

    @ParameterizedTest
    @CsvSource({
        // days since capture, state of the card that is due after seven
        "4, RUNNING, -3",
        "5, SOON, -2",
        "7, SOON, 0",
        "8, OVERDUE, 1",
        "400, OVERDUE, 393"
    })
    void aCardIsInTimeOnTheSeventhDayAndLateOnTheEighth(int since, State state, long days) throws Exception {
        DutyDesk.Report report = report(soldier("a", DAY.minusDays(since)));
        Owed card = report.owed().getFirst();
        assertThat(report.owed()).hasSize(1);
        assertThat(card.duty().id()).isEqualTo(Duty.Id.CAPTURE_CARD);
        assertThat(card.state()).isEqualTo(state);
        assertThat(card.days()).isEqualTo(days);
    }

    @Test
    void whoseDayOfCaptureNobodyKnowsIsSaidAndNotForgotten() throws Exception {
        assertThat(report(soldier("a", null)).owed()).extracting(Owed::state).containsExactly(State.NO_DATE);
    }

    @Test
    void aSoldierACivilianAndASeriouslyWoundedManAreOwedDifferentThings() throws Exception {
        assertThat(report(new HeldFacts("c", "C", "", true, false, DAY.minusDays(30)))
                        .owed())
                .extracting(o -> o.duty().id())
                .containsExactly(Duty.Id.CIVILIAN_REPORT);
        assertThat(report(new HeldFacts("s", "S", "", false, true, DAY.minusDays(30)))
                        .owed())
                .extracting(o -> o.duty().id())
                .containsExactlyInAnyOrder(Duty.Id.CAPTURE_CARD, Duty.Id.HEALTH_REPORT, Duty.Id.BOARD);
    }

    @Test
    void whatWasDoneOnceIsOwedNoMoreAndWhatIsOwedWeeklyIsOwedAgain() throws Exception {
        HeldFacts wounded = new HeldFacts("s", "S", "", false, true, DAY.minusDays(30));
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            DutyDesk desk = desk(store, wounded);
            assertThat(desk.enter(Set.of("s"), "CAPTURE_CARD", DAY.minusDays(1).toString(), "clerk"))
                    .isTrue();
            assertThat(desk.enter(Set.of("s"), "HEALTH_REPORT", DAY.minusDays(1).toString(), "clerk"))
                    .isTrue();
            assertThat(desk.report().owed())
                    .extracting(o -> o.duty().id() + " " + o.due())
                    .containsExactlyInAnyOrder(
                            "HEALTH_REPORT " + DAY.plusDays(6),
                            "BOARD " + DAY.minusDays(30).plusDays(183));
            desk.enter(Set.of("s"), "HEALTH_REPORT", "", "clerk");
            assertThat(desk.report().owed())
                    .as("an entry that was a mistake is taken back")
                    .anyMatch(o -> o.duty().id() == Duty.Id.HEALTH_REPORT && o.state() == State.OVERDUE);
            desk.enter(Set.of("s"), "BOARD_DECISION", DAY.minusDays(100).toString(), "clerk");
            assertThat(desk.report().owed()).anyMatch(o -> o.duty().id() == Duty.Id.BOARD_EXECUTION && o.days() == 9);
            desk.enter(Set.of("s"), "BOARD_EXECUTION", DAY.toString(), "clerk");
            assertThat(desk.report().owed()).noneMatch(o -> o.duty().id() == Duty.Id.BOARD_EXECUTION);
            desk.enter(Set.of("s"), "ENDED", DAY.toString(), "clerk");
            assertThat(desk.report().owed()).isEmpty();
        }
    }

    @Test
    void aConfirmedDeathEndsEveryClockButThatOfItsNotification() throws Exception {
        HeldFacts wounded = new HeldFacts("s", "S", "", false, true, DAY.minusDays(30));
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            DutyDesk desk = desk(store, wounded);
            dead.put("s", DAY.minusDays(9));
            desk.enter(Set.of("s"), "ENDED", DAY.minusDays(10).toString(), "clerk");
            assertThat(desk.report().owed())
                    .extracting(o -> o.duty().id() + " " + o.days())
                    .containsExactly("DEATH_NOTIFICATION 2");
            desk.enter(Set.of("s"), "DEATH_NOTIFICATION", DAY.toString(), "clerk");
            assertThat(desk.report().owed()).isEmpty();
            dead.clear();
            desk.enter(Set.of("s"), "ENDED", "", "clerk");
            assertThat(desk.report().owed())
                    .as("a word that is taken back starts them again")
                    .extracting(o -> o.duty().id())
                    .containsExactlyInAnyOrder(Duty.Id.CAPTURE_CARD, Duty.Id.HEALTH_REPORT, Duty.Id.BOARD);
        }
    }

    @Test
    void whatWasDoneForOneOfTwoJoinedRowsWasDoneForThePerson() throws Exception {
        same = Set.of("s", "twin");
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            desk(store, soldier("twin", DAY.minusDays(30)))
                    .enter(Set.of("twin"), "CAPTURE_CARD", DAY.toString(), "clerk");
            assertThat(desk(store, soldier("s", DAY.minusDays(30))).report().owed())
                    .isEmpty();
        }
    }

    @Test
    void whatCannotBeIsNotEntered() throws Exception {
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            DutyDesk desk = desk(store, soldier("a", DAY));
            String today = DAY.toString();
            assertThat(desk.enter(Set.of(), "CAPTURE_CARD", today, "clerk")).isFalse();
            assertThat(desk.enter(Set.of("a", "nobody"), "CAPTURE_CARD", today, "clerk"))
                    .isFalse();
            assertThat(desk.enter(Set.of("a"), "PAROLE", today, "clerk")).isFalse();
            assertThat(desk.enter(Set.of("a"), "CAPTURE_CARD", DAY.plusDays(1).toString(), "clerk"))
                    .isFalse();
            assertThat(desk.enter(Set.of("a"), "CAPTURE_CARD", "yesterday", "clerk"))
                    .isFalse();
            assertThat(store.dutyEvents().all()).isEmpty();
        }
    }

    @Test
    void theFiguresAreThoseOfTheList() throws Exception {
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            DutyDesk.Report report = desk(
                            store,
                            new HeldFacts("a", "A", "Camp 1", false, false, DAY.minusDays(8)),
                            new HeldFacts("b", "B", "Camp 1", false, false, DAY.minusDays(60)),
                            new HeldFacts("c", "C", "", true, false, DAY.minusDays(15)))
                    .report();
            assertThat(report.places()).containsEntry("Camp 1", 2).containsEntry("", 1);
            assertThat(report.ages()).containsEntry(1, 2).containsEntry(31, 1).containsEntry(8, 0);
            assertThat(report.owed()).extracting(o -> o.person().row()).startsWith("b");
        }
    }

    @Test
    void aNodesOwnClocksTakeThePlaceOfTheBuiltInOnes() throws Exception {
        assertThat(Duty.of(folder)).hasSize(6);
        Files.writeString(folder.resolve(Duty.FILE), """
                [{"id": "CAPTURE_CARD", "law": "Agreement of 2026, point 4", "of": "SOLDIER", "from": "CAPTURE",
                  "days": 3, "again": false}]""");
        assertThat(Duty.of(folder)).extracting(Duty::days).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[{]",
                "[{\"id\": \"CAPTURE_CARD\"}]",
                "[{\"id\": \"PAROLE\", \"law\": \"x\", \"of\": \"SOLDIER\", \"from\": \"CAPTURE\", \"days\": 3, \"again\": false}]",
                "[{\"id\": \"BOARD\", \"law\": \"x\", \"of\": \"SOLDIER\", \"from\": \"CAPTURE\", \"days\": 0, \"again\": false}]",
                "[{\"id\": \"BOARD\", \"law\": \"x\", \"of\": \"SOLDIER\", \"from\": \"CAPTURE\", \"days\": 3, \"again\": false, \"more\": 1}]"
            })
    void clocksThatCannotBeReadAreRefusedWithTheFileAndTheReason(String json) {
        assertThatThrownBy(() -> Duty.parse(json.getBytes(StandardCharsets.UTF_8), "home/duties.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("home/duties.json");
    }

    private DutyDesk.Report report(HeldFacts... people) throws Exception {
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            return desk(store, people).report();
        }
    }

    private DutyDesk desk(Store store, HeldFacts... people) throws IOException {
        Clock clock = Clock.fixed(Instant.parse(DAY + "T10:00:00Z"), ZoneOffset.UTC);
        return new DutyDesk(
                Duty.of(Path.of("no-such-home")),
                () -> List.of(people),
                store.dutyEvents(),
                () -> dead,
                () -> row -> same.contains(row) ? same : Set.of(row),
                clock);
    }

    private static HeldFacts soldier(String row, LocalDate since) {
        return new HeldFacts(row, "Sample " + row, "", false, false, since);
    }
}
