package org.homeward.talks.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.homeward.talks.front.Cases.Digits;
import org.homeward.talks.front.Cases.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontTest {
    private static Fraction f(String text) {
        return Fraction.parse(text);
    }

    private static Profile profile(List<List<Fraction>> worth) {
        return new Profile("p", worth, Fraction.ZERO, Fraction.ONE, List.of());
    }

    private static Front found(Front.Result result) {
        assertThat(result).isInstanceOf(Front.Result.Found.class);
        return ((Front.Result.Found) result).front();
    }

    private static void same(Front front, Pair pair, Clauses clauses) {
        List<Map.Entry<Front.Point, List<int[]>>> truth = BruteForce.front(pair.a(), pair.b(), clauses);
        assertThat(front.points())
                .isEqualTo(truth.stream().map(Map.Entry::getKey).toList());
        for (int p = 0; p < truth.size(); p++) {
            assertThat(front.outcomes(p, Integer.MAX_VALUE))
                    .usingElementComparator(Arrays::compare)
                    .containsExactlyElementsOf(truth.get(p).getValue());
        }
    }

    @ParameterizedTest
    @EnumSource(Digits.class)
    void isWhatLookingAtEveryOutcomeGives(Digits digits) {
        Random random = new Random(9);
        for (int round = 0; round < 120; round++) {
            Pair pair = Cases.pair(random, 1 + random.nextInt(5), 5, digits);
            same(found(Front.of(pair.a(), pair.b(), Clauses.NONE)), pair, Clauses.NONE);
            same(found(Front.ofBig(pair.a(), pair.b(), Clauses.NONE)), pair, Clauses.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(Digits.class)
    void withClausesIsWhatLookingAtEveryAllowedOutcomeGives(Digits digits) {
        Random random = new Random(10);
        int impossible = 0;
        for (int round = 0; round < 150; round++) {
            Pair pair = Cases.pair(random, 2 + random.nextInt(4), 4, digits);
            Clauses clauses = Cases.clauses(random, pair.a(), 1 + random.nextInt(4));
            Front.Result result = Front.of(pair.a(), pair.b(), clauses);
            if (result instanceof Front.Result.NoOutcome) {
                impossible++;
                assertThat(BruteForce.front(pair.a(), pair.b(), clauses)).isEmpty();
            } else {
                same(found(result), pair, clauses);
                same(found(Front.ofBig(pair.a(), pair.b(), clauses)), pair, clauses);
            }
        }
        assertThat(impossible).isBetween(1, 75);
    }

    @Test
    void twoOutcomesOfEqualWorthToBothAreOnePointWithTwoWays() {
        Profile a = profile(List.of(List.of(f("0.1"), f("0.2")), List.of(f("0.2"), f("0.1"))));
        Profile b = profile(List.of(List.of(f("0.2"), f("0.1")), List.of(f("0.1"), f("0.2"))));

        Front front = found(Front.of(a, b, Clauses.NONE));

        assertThat(front.points())
                .containsExactly(
                        new Front.Point(f("0.4"), f("0.2"), 1),
                        new Front.Point(f("0.3"), f("0.3"), 2),
                        new Front.Point(f("0.2"), f("0.4"), 1));
        assertThat(front.outcome(1)).containsExactly(0, 0);
    }

    @Test
    void sumsThatDoublesWouldTellApartAreEqual() {
        // 0.1 + 0.2 is not 0.3 in doubles; the two ways must be one point.
        Profile a = profile(List.of(List.of(f("0.1"), f("0.3")), List.of(f("0.2"), f("0"))));
        Profile b = profile(List.of(List.of(f("0.5"), f("0.5")), List.of(f("0.5"), f("0.5"))));

        assertThat(found(Front.of(a, b, Clauses.NONE)).points())
                .containsExactly(new Front.Point(f("0.5"), Fraction.ONE, 1));
        Profile level = profile(List.of(List.of(f("0.1"), f("0.3")), List.of(f("0.2"), f("0"))));
        Profile other = profile(List.of(List.of(f("0.3"), f("0")), List.of(f("0"), f("0.3"))));
        same(found(Front.of(level, other, Clauses.NONE)), new Pair(level, other), Clauses.NONE);
    }

    @Test
    void thirtyIssuesOfTenOptionsAreNoTrouble() {
        Random random = new Random(3);
        List<List<Fraction>> a = new ArrayList<>();
        List<List<Fraction>> b = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            a.add(random.ints(10, 0, 1000).mapToObj(Fraction::of).toList());
            b.add(random.ints(10, 0, 1000).mapToObj(Fraction::of).toList());
        }
        Front front = found(Front.of(profile(a), profile(b), Clauses.NONE));

        assertThat(front.points()).hasSizeGreaterThan(50);
        for (int p = 0; p < front.points().size(); p++) {
            int[] outcome = front.outcome(p);
            assertThat(profile(a).worthOf(outcome))
                    .isEqualTo(front.points().get(p).a());
            assertThat(profile(b).worthOf(outcome))
                    .isEqualTo(front.points().get(p).b());
        }
    }

    @Test
    void clausesThatContradictEachOtherLeaveNoOutcome() {
        Profile a = profile(List.of(List.of(f("0"), f("1")), List.of(f("0"), f("1"))));
        Clauses.Choice first = new Clauses.Choice(0, Set.of(0, 1));
        Clauses.Choice second = new Clauses.Choice(1, Set.of(0, 1));

        Clauses never = new Clauses(List.of(new Clauses.Clause.Bar(List.of(first, second))));

        assertThat(Front.of(a, a, never)).isInstanceOf(Front.Result.NoOutcome.class);
    }
}
