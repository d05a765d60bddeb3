package org.homeward.bench.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class PackedPairsTest {
    @Test
    void isTheSetOfItsPairs() {
        assertThat(new PackedPairs(new long[] {5L << 32 | 7, 1L << 32, 3L << 32 | 2}))
                .isEqualTo(Set.of(1L << 32, 3L << 32 | 2, 5L << 32 | 7))
                .doesNotContain(5L << 32 | 6, 0L);
    }

    @Test
    void largeRegistersAreThoseOfTheOrdinaryTask() {
        TraceTask task = ForeignRegisters.task(4, 300, ForeignRegisters.Form.SPLIT);
        TraceTask large = ForeignRegisters.large(4, 300, ForeignRegisters.Form.SPLIT);

        assertThat(large.truth()).isEqualTo(task.truth()).hasSize(task.people());
        for (int row = 0; row < 300; row++) {
            for (int column = 0; column < 5; column++) {
                assertThat(large.held().value(row, column))
                        .isEqualTo(task.held().value(row, column));
                assertThat(large.sought().value(row, column))
                        .isEqualTo(task.sought().value(row, column));
            }
        }
    }
}
