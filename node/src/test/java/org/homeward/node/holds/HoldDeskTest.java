package org.homeward.node.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.node.people.Person.Role;
import org.homeward.node.store.Holds.Hold;
import org.homeward.node.store.Holds.Kind;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
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
}
