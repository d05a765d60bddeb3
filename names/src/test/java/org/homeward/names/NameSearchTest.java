package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    void manySearchAtOnceAndFindWhatOneFinds() throws Exception {
        NameSearch search = new NameSearch(REGISTER);
        List<String> queries = List.of("Hryhorii Shcherban", "Mohamed Aly", "Щербань", "Нободі Ніхто");
        List<List<NameSearch.Found>> alone =
                queries.stream().map(q -> search.best(q, 7)).toList();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<List<NameSearch.Found>>> found = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String query = queries.get(i % queries.size());
                found.add(people.submit(() -> search.best(query, 7)));
            }
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).get()).isEqualTo(alone.get(i % queries.size()));
            }
        }
    }
}
