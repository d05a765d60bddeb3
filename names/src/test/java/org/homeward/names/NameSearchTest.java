package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NameSearchTest {
    private static final List<String> REGISTER =
            List.of("Коваль Іван", "Щербань Григорій", "", "Mohammed Ali", "محمد علي", "Сидоренко Ольга", "...");

    @Test
    void asManyAreGivenAsWereAskedForWhereTheRegisterHasThem() {
        NameSearch search = new NameSearch(REGISTER);
        for (String query : List.of("Hryhorii Shcherban", "Ж", "", "\uD83D\uDE00", "יוסף כהן")) {
            for (int k = 1; k <= REGISTER.size() + 2; k++) {
                assertThat(search.best(query, k)).as(query).hasSize(Math.min(k, REGISTER.size()));
            }
        }
    }

    @Test
    void theBestComesFirst() {
        NameSearch search = new NameSearch(REGISTER);
        assertThat(search.best("Hryhorii Shcherban", 7).getFirst().name()).isEqualTo("Щербань Григорій");
        assertThat(search.best("Mohamed Aly", 2))
                .extracting(NameSearch.Found::row)
                .containsExactlyInAnyOrder(3, 4);
        assertThat(search.best("Hryhorii Shcherban", 7))
                .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
    }
}
