package org.homeward.talks.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManyClausesTest {
    @Test
    void twentyFiveIssuesUnderFifteenClausesAreFoundAndEveryPointKeepsThem() {
        Random random = new Random(6);
        for (int round = 0; round < 5; round++) {
            Cases.Pair pair = Cases.pair(random, 25, 6, Cases.Digits.TWO);
            // Clauses that some outcome keeps, so that there is a front to be found.
            int[] kept = pair.a().worth().stream()
                    .mapToInt(options -> random.nextInt(options.size()))
                    .toArray();
            Clauses clauses = new Clauses(Cases.clauses(random, pair.a(), 90).clauses().stream()
                    .filter(clause -> new Clauses(List.of(clause)).allow(kept))
                    .limit(15)
                    .toList());
            assertThat(clauses.clauses()).hasSize(15);
            Front.Result result = Front.of(pair.a(), pair.b(), clauses);
            assertThat(result).isInstanceOf(Front.Result.Found.class);
            if (result instanceof Front.Result.Found(Front front)) {
                for (int p = 0; p < front.points().size(); p++) {
                    int[] outcome = front.outcome(p);
                    assertThat(clauses.allow(outcome)).isTrue();
                    assertThat(pair.a().worthOf(outcome))
                            .isEqualTo(front.points().get(p).a());
                    assertThat(pair.b().worthOf(outcome))
                            .isEqualTo(front.points().get(p).b());
                }
            }
        }
    }
}
