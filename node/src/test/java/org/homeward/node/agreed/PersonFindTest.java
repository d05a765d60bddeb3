package org.homeward.node.agreed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page bears fifty people of nine thousand, and shows nobody for whom nobody looks. */
class PersonFindTest {
    private static final List<String> PEOPLE = IntStream.range(0, 9_000)
            .mapToObj(n -> (n % 3 == 0 ? "Тестенко Іван" : "Primerov Petr") + " ua-%06d".formatted(n))
            .toList();

    private static List<String> find(String query) {
        return PersonFind.find(PEOPLE, query, Function.identity());
    }

    @Test
    void nobodyIsShownBeforeSomebodyIsLookedFor() {
        assertThat(find("")).isEmpty();
        assertThat(find(" \t ")).isEmpty();
    }

    @Test
    void everyWordMustBeThereInAnyOrderAndCase() {
        assertThat(find("іВАН тест 000003")).containsExactly("Тестенко Іван ua-000003");
        assertThat(find("ua-000004")).containsExactly("Primerov Petr ua-000004");
        assertThat(find("Тестенко 000004")).isEmpty();
        assertThat(find("% _ ' <b>")).isEmpty();
    }

    @Test
    void noMoreThanAPageBears() {
        assertThat(find("u")).hasSize(PersonFind.MOST);
        assertThat(find("x".repeat(10_000))).isEmpty();
    }
}
