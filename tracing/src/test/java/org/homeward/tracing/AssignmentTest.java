package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AssignmentTest {
    @Test
    void choosesAsMuchWeightAsTryingEveryAssignment() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            long[] pairs = new long[25];
            double[] weights = new double[25];
            int count = 0;
            for (long held = 0; held < 5; held++) {
                for (int sought = 0; sought < 5; sought++) {
                    if (random.nextInt(3) > 0) {
                        weights[count] = 0.1 + random.nextInt(90) / 10.0;
                        pairs[count++] = (held << 32) | sought;
                    }
                }
            }
            pairs = Arrays.copyOf(pairs, count);
            double total = 0;
            int used = 0;
            for (int pair : Assignment.choose(pairs, weights, 5, 5)) {
                if (pair >= 0) {
                    total += weights[pair];
                    assertThat(used & (1 << (int) pairs[pair])).isZero();
                    used |= 1 << (int) pairs[pair];
                }
            }
            assertThat(total).isCloseTo(best(pairs, weights, 0, 0), within(1e-6));
        }
    }

    private static double best(long[] pairs, double[] weights, int held, int used) {
        if (held == 5) {
            return 0;
        }
        double best = best(pairs, weights, held + 1, used);
        for (int i = 0; i < pairs.length; i++) {
            int bit = 1 << (int) pairs[i];
            if (pairs[i] >> 32 == held && (used & bit) == 0) {
                best = Math.max(best, weights[i] + best(pairs, weights, held + 1, used | bit));
            }
        }
        return best;
    }
}
