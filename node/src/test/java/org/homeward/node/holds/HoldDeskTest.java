package org.homeward.node.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.homeward.node.people.Person.Role;
import org.homeward.node.store.Holds.Hold;
import org.homeward.node.store.Holds.Kind;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
import org.homeward.protocol.exchange.Board;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldDeskTest {
    @TempDir
    Path folder;

    private Store store;
    private HoldDesk desk;
    private long batch;

    @BeforeEach
    void aRegisterWithOneMan() throws Exception {
        store = Store.embedded(folder.resolve("homeward.db"));
        RegisterTable table = new RegisterTable(
                List.of(new Column("Прізвище", Field.SURNAME)),
                List.of("row-1"),
                List.<String[]>of(new String[] {"Тестенко"}));
        batch = store.registers()
                .add(Registers.Kind.HELD, "held.csv", "ab".repeat(32), table, "clerk", Instant.EPOCH)
                .id();
        desk = new HoldDesk(store.holds(), store.boards(), store.registers(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoMayNotSeeAReasonIsToldThatHeIsNotAvailableAndNoMore() {
        assertThat(desk.set("row-1", Kind.PROTECTION, "head", Role.HEAD, null)).isTrue();
        HoldDesk.Seen analyst = desk.of(batch, 0, Role.ANALYST).orElseThrow();
        assertThat(analyst.seen()).isEmpty();
        assertThat(analyst.notAvailable()).isTrue();
        assertThat(desk.of(batch, 0, Role.HEAD).orElseThrow().seen())
                .extracting(Hold::kind)
                .containsExactly(Kind.PROTECTION);
        assertThat(desk.of(batch, 0, Role.AUDITOR).orElseThrow().seen()).hasSize(1);
    }

    @Test
    void aRoleSetsConfirmsAndLiftsOnlyItsOwnKinds() {
        assertThat(desk.set("row-1", Kind.LEGAL, "analyst", Role.ANALYST, null)).isFalse();
        assertThat(desk.set("row-1", Kind.LEGAL, "auditor", Role.AUDITOR, null)).isFalse();
        assertThat(desk.set("row-1", Kind.LEGAL, "officer", Role.LIST_OFFICER, null))
                .isTrue();
        long id = store.holds().of("row-1").getFirst().id();
        assertThat(desk.confirm("row-1", id, "analyst", Role.ANALYST)).isFalse();
        assertThat(desk.lift("row-1", id, "analyst", Role.ANALYST)).isFalse();
        assertThat(desk.confirm("row-2", id, "head", Role.HEAD))
                .as("of another row")
                .isFalse();
        assertThat(desk.confirm("row-1", id, "officer", Role.LIST_OFFICER)).isFalse();
        assertThat(desk.confirm("row-1", id, "head", Role.HEAD)).isTrue();
    }

    @Test
    void oneLiftsAndTheOtherLiftsAndHeIsAvailableAgain() {
        desk.set("row-1", Kind.MEDICAL, "analyst", Role.ANALYST, null);
        long id = store.holds().of("row-1").getFirst().id();
        assertThat(desk.lift("row-1", id, "analyst", Role.ANALYST)).isTrue();
        assertThat(desk.of(batch, 0, Role.CLERK).orElseThrow().notAvailable()).isTrue();
        assertThat(desk.lift("row-1", id, "head", Role.HEAD)).isTrue();
        assertThat(desk.of(batch, 0, Role.CLERK).orElseThrow().notAvailable()).isFalse();
        assertThat(desk.of(batch, 1, Role.HEAD)).isEmpty();
    }

    @Test
    void aPersonsOwnWillHasADayToComeAndLooksToOthersLikeAnyHold() {
        LocalDate later = LocalDate.now(ZoneOffset.UTC).plusDays(90);
        assertThat(desk.set("row-1", Kind.OWN_WILL, "head", Role.HEAD, null)).isFalse();
        assertThat(desk.set("row-1", Kind.OWN_WILL, "head", Role.HEAD, LocalDate.of(2020, 1, 1)))
                .isFalse();
        assertThat(desk.set("row-1", Kind.OWN_WILL, "analyst", Role.ANALYST, later))
                .isFalse();
        assertThat(desk.set("row-1", Kind.PROTECTION, "head", Role.HEAD, later)).isFalse();
        assertThat(desk.set("row-1", Kind.OWN_WILL, "head", Role.HEAD, later)).isTrue();
        HoldDesk.Seen will = desk.of(batch, 0, Role.ANALYST).orElseThrow();
        long id = store.holds().of("row-1").getFirst().id();
        desk.lift("row-1", id, "head", Role.HEAD);
        desk.lift("row-1", id, "head-2", Role.HEAD);
        desk.set("row-1", Kind.PROTECTION, "head", Role.HEAD, null);
        assertThat(desk.of(batch, 0, Role.ANALYST).orElseThrow()).isEqualTo(will);
    }

    @Test
    void aBoardsDecisionIsNotedByOneAndConfirmedByAnotherAndSeenByWhoMaySeeWhatIsMedical() {
        Board next = new Board(Board.Decision.NEXT, null, "2026-02-01", "2026-08-01");
        assertThat(desk.note("row-1", next, "officer", Role.LIST_OFFICER)).isFalse();
        assertThat(desk.note("row-1", new Board(Board.Decision.A, null, "2026-02-01", null), "head", Role.HEAD))
                .isFalse();
        assertThat(desk.note("row-1", next, "analyst", Role.ANALYST)).isTrue();
        long id = store.boards().of("row-1").getFirst().id();
        assertThat(HoldDesk.decided(store.boards())).isEmpty();
        assertThat(desk.confirmBoard("row-1", id, "analyst", Role.ANALYST)).isFalse();
        assertThat(desk.confirmBoard("row-1", id, "head", Role.HEAD)).isTrue();
        assertThat(HoldDesk.decided(store.boards())).containsEntry("row-1", next);
        assertThat(desk.of(batch, 0, Role.LIST_OFFICER).orElseThrow().boards()).isEmpty();
        assertThat(desk.of(batch, 0, Role.ANALYST).orElseThrow().boards()).hasSize(1);
    }
}
