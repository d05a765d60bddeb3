package org.homeward.talks.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void itChangesAsFewIssuesAsLookingAtEveryOutcomeFinds() {
        Random random = new Random(12);
        int found = 0;
        for (int round = 0; round < 200; round++) {
            Cases.Pair pair = Cases.pair(random, 4, 4, Cases.Digits.TWO);
            int[] text = new int[4];
            for (int i = 0; i < 4; i++) {
                text[i] = random.nextInt(pair.a().worth().get(i).size());
            }
            int fewest = fewest(pair, text, 0, text.clone());
            switch (Nearest.from(pair.a(), pair.b(), text)) {
                case Nearest.Result.AlreadyBest() -> assertThat(fewest).isEqualTo(Integer.MAX_VALUE);
                case Nearest.Result.Farther ignored -> throw new AssertionError("four issues are few");
                case Nearest.Result.Found(Nearest nearest) -> {
                    found++;
                    assertThat(nearest.changed()).hasSize(fewest);
                    int[] to = nearest.outcome().stream()
                            .mapToInt(Integer::intValue)
                            .toArray();
                    assertThat(pair.a().worthOf(to).minus(pair.a().worthOf(text)))
                            .isEqualTo(nearest.gainA());
                    assertThat(nearest.gainA().signum()).isNotNegative();
                    assertThat(nearest.gainB().signum()).isNotNegative();
                }
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private static int fewest(Cases.Pair pair, int[] text, int issue, int[] outcome) {
        if (issue == text.length) {
            int moreA = pair.a().worthOf(outcome).compareTo(pair.a().worthOf(text));
            int moreB = pair.b().worthOf(outcome).compareTo(pair.b().worthOf(text));
            int changed = 0;
            for (int i = 0; i < text.length; i++) {
                changed += outcome[i] == text[i] ? 0 : 1;
            }
            return moreA >= 0 && moreB >= 0 && moreA + moreB > 0 ? changed : Integer.MAX_VALUE;
        }
        int least = Integer.MAX_VALUE;
        List<Fraction> options = pair.a().worth().get(issue);
        for (int o = 0; o < options.size(); o++) {
            outcome[issue] = o;
            least = Math.min(least, fewest(pair, text, issue + 1, outcome));
        }
        return least;
    }
}
