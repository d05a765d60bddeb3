package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TraceMemoryTest {
    @Test
    void refusesWhatDoesNotFitAndSaysTheSizeItNeeds() {
        assertThat(TraceMemory.refusal(1_000, 1_000, 512L << 20)).isNull();
        assertThat(TraceMemory.refusal(1_000_000, 1_000_000, 512L << 20))
                .contains("needs about 1,001 MiB")
                .contains("-Xmx1501m");
    }
}
