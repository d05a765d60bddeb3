package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LikenessTest {
    @Test
    void tenthsAreTheLikenessRoundedDownWhicheverComesFirst() {
        Random random = new Random(8);
        int between = 0;
        for (int round = 0; round < 20_000; round++) {
            String one = word(random);
            String other = random.nextBoolean() ? word(random) : slip(one, random);
            int tenths = Likeness.tenths(one, other);
            // Fractions may fall short of a whole tenth by their last bit.
            assertThat(tenths).as(one + " " + other).isEqualTo((int) (10 * Likeness.of(one, other) + 1e-9));
            assertThat(Likeness.tenths(other, one)).as(other + " " + one).isEqualTo(tenths);
            between += tenths > 3 && tenths < 10 ? 1 : 0;
        }
        assertThat(between).isGreaterThan(5_000);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            word.append("aeioukvshgzjqxcdtpbnմ".charAt(random.nextInt(21)));
        }
        return word.toString();
    }

    private static String slip(String word, Random random) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + word(random).charAt(0) + word.substring(random.nextBoolean() ? at : at + 1);
    }
}
