package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.homeward.node.store.Boards.Noted;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoardsTest {
    private static final Instant AT = Instant.parse("2026-02-05T08:00:00Z");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDecisionCountsWhenAnotherPersonHasConfirmedIt(Engine engine, @TempDir Path folder) throws Exception {
        try (Store store = engine.open(folder)) {
            Boards boards = store.boards();
            boards.note("row-1", "NEXT", null, "2026-02-01", "2026-08-01", "first", AT);
            Noted noted = boards.of("row-1").getFirst();
            assertThat(noted)
                    .isEqualTo(new Noted(
                            noted.id(), "row-1", "NEXT", null, "2026-02-01", "2026-08-01", "first", AT, null));
            assertThat(boards.confirmed()).isEmpty();
            assertThat(boards.confirm("row-1", noted.id(), "first")).isFalse();
            assertThat(boards.confirm("row-2", noted.id(), "second")).isFalse();
            assertThat(boards.confirm("row-1", noted.id(), "second")).isTrue();
            assertThat(boards.confirm("row-1", noted.id(), "third")).isFalse();
            boards.note("row-1", "A", "I-A-3", "2026-03-01", null, "second", AT);
            assertThat(boards.confirmed()).extracting(Noted::decision).containsExactly("NEXT");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPersonsOwnWillIsAHoldWithADay(Engine engine, @TempDir Path folder) throws Exception {
        try (Store store = engine.open(folder)) {
            store.holds().set("row-1", Holds.Kind.OWN_WILL, "head", AT, java.time.LocalDate.of(2026, 8, 1));
            assertThat(store.holds().of("row-1").getFirst().askAgain()).isEqualTo("2026-08-01");
            assertThat(store.holds().rows()).containsExactly("row-1");
        }
    }
}
