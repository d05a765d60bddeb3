package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HashOrderTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 10_000})
    void ordersAsComparisonsDo(int size) {
        Random random = new Random(size);
        long[] entries = new long[size];
        for (int row = 0; row < size; row++) {
            // Few hashes, of both signs, so that rows of one hash must keep their order.
            int hash = (random.nextInt(50) - 25) * 0x0101_0107;
            entries[row] = (long) hash << 32 | row;
        }
        long[] sorted = entries.clone();
        Arrays.sort(sorted);

        assertThat(HashOrder.ascending(entries, size)).isEqualTo(sorted);
    }

    @Test
    void leavesOutWhatIsBeyondTheSize() {
        long[] entries = new long[1_000];
        for (int row = 0; row < 500; row++) {
            entries[row] = (long) (500 - row) << 32 | row;
        }

        assertThat(HashOrder.ascending(entries, 500)).hasSize(500).isSorted().startsWith(1L << 32 | 499);
    }
}
