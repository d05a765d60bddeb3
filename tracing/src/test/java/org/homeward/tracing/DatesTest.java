package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "1990-02-01, 01.02.1990, EXACT",
        "1990-02-01, 19900201, EXACT",
        "1990-02-01, 02/13/1971, DIFFERENT",
        "1990-02-13, 02/13/1990, EXACT",
        "1990-02-01, 1990-01-02, ALIKE",
        "1990-02-01, 02.1990, EQUIVALENT",
        "1990-02-01, 1991-02-01, CLOSE",
        "1990-02-28, 1990-03-01, NEAR",
        "1990-02-01, 1990-02-25, LOOSE",
        "1990-02-01, 1990-02-11, NEAR",
        "1990-07-13, 1990-01-01, PART",
        "1990-07-13, 1990, PART",
        "1990-07-13, 1991, LOOSE",
        "1990-07-13, близько 1992, LOOSE",
        "1990-07-13, около 1994, DIFFERENT",
        "1990-07-13, 1971-03-20, DIFFERENT",
        "1990-07-13, unknown, MISSING"
    })
    void tellsHowFarTwoDatesAgree(String left, String right, Level level) {
        assertThat(Dates.compare(Dates.parse(left), Dates.parse(right))).isEqualTo(level);
        assertThat(Dates.compare(Dates.parse(right), Dates.parse(left))).isEqualTo(level);
    }

    @Test
    void readsAnyTextWithoutFailing() {
        Random random = new Random(3);
        String letters = "0123456789.-/ абвяaz~?\u0000\uD83D";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "1990-02-01" : "");
            for (int n = random.nextInt(14); n > 0; n--) {
                text.insert(random.nextInt(text.length() + 1), letters.charAt(random.nextInt(letters.length())));
            }
            int date = Dates.parse(text.toString());
            assertThat(Dates.compare(date, date))
                    .isIn(Level.MISSING, Level.EXACT, Level.PART, Level.EQUIVALENT, Level.LOOSE);
        }
    }
}
