package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlausibilityTest {
    @Test
    void aSlipSoundsLikeNoSurnameAndAnotherSurnameDoes() {
        for (String[] one : new String[][] {{"Шевченко", "Шевчук", "Шевчнеко"}}) {
            float usual = Plausibility.cost(Skeleton.of(one[0]));
            assertThat(Plausibility.cost(Skeleton.of(one[1]))).as(one[1]).isLessThan(usual + 4);
            assertThat(Plausibility.cost(Skeleton.of(one[2]))).as(one[2]).isGreaterThan(usual + 4);
        }
    }

    @Test
    void theTableOfAListIsTheSameTwiceAndHoldsNoSurname() {
        List<String> words = List.of("Шевченко", "Коваль", "Kovalenko");
        List<String> table = Plausibility.learn(words, "a test");
        assertThat(table).isEqualTo(Plausibility.learn(words, "a test")).hasSize(2 + 27 * 27);
        assertThat(table.subList(2, table.size()))
                .allSatisfy(line -> assertThat(line).hasSize(27));
    }
}
