package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.homeward.node.store.Holds.Hold;
import org.homeward.node.store.Holds.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of holds, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class HoldsTest {
    private static final Instant AT = Instant.parse("2026-02-05T09:00:00Z");

    @Parameter
    Engine engine;

    @Test
    void aHoldIsInForceAtOnceAndOnlyAnotherPersonConfirmsIt(@TempDir Path folder) throws Exception {
        try (Store store = engine.open(folder)) {
            Holds holds = store.holds();
            holds.set("row-1", Kind.LEGAL, "first", AT);
            assertThat(holds.rows()).containsExactly("row-1");
            Hold hold = holds.of("row-1").getFirst();
            assertThat(holds.confirm(hold.id(), "first")).isFalse();
            assertThat(holds.confirm(hold.id(), "second")).isTrue();
            assertThat(holds.confirm(hold.id(), "third")).isFalse();
            assertThat(holds.of("row-1"))
                    .containsExactly(new Hold(hold.id(), "row-1", Kind.LEGAL, "first", AT, "second", null, null));
        }
    }

    @Test
    void onlyTwoDifferentPeopleLiftAHoldAndAnotherHoldStays(@TempDir Path folder) throws Exception {
        try (Store store = engine.open(folder)) {
            Holds holds = store.holds();
            holds.set("row-1", Kind.MEDICAL, "first", AT);
            holds.set("row-1", Kind.PROTECTION, "first", AT);
            long medical = holds.of("row-1").getFirst().id();
            assertThat(holds.lift(medical, "second", AT)).isFalse();
            assertThat(holds.lift(medical, "second", AT)).isFalse();
            assertThat(holds.of("row-1")).hasSize(2);
            assertThat(holds.lift(medical, "first", AT)).isTrue();
            assertThat(holds.of("row-1")).extracting(Hold::kind).containsExactly(Kind.PROTECTION);
            assertThat(holds.rows()).containsExactly("row-1");
        }
    }

    @Test
    void whoSetsTheSameHoldAgainConfirmsIt(@TempDir Path folder) throws Exception {
        try (Store store = engine.open(folder)) {
            Holds holds = store.holds();
            holds.set("row-1", Kind.LEGAL, "first", AT);
            holds.set("row-1", Kind.LEGAL, "first", AT);
            holds.set("row-1", Kind.LEGAL, "second", AT);
            assertThat(holds.of("row-1")).extracting(Hold::confirmedBy).containsExactly("second");
        }
    }
}
