package org.homeward.talks.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SolutionsTest {
    private static Front.Point point(String a, String b) {
        return new Front.Point(Fraction.parse(a), Fraction.parse(b), 1);
    }

    private static final List<Front.Point> FRONT =
            List.of(point("1", "0"), point("0.9", "0.4"), point("0.6", "0.55"), point("0.2", "0.6"));

    @Test
    void eachIsBestByItsOwnMeasure() {
        Solutions solutions = Solutions.of(FRONT, Fraction.ZERO, Fraction.ZERO);

        assertThat(solutions.nash()).contains(1); // .36 against .33
        assertThat(solutions.egalitarian()).contains(2); // .55 against .4
        assertThat(solutions.kalaiSmorodinsky()).contains(1); // .4/.6 = .667 against .6/1
        assertThat(solutions.utilitarian()).contains(1); // 1.3 against 1.15
    }

    @Test
    void gainsAreOverWhatEachSideHasWithoutAnAgreement() {
        Solutions solutions = Solutions.of(FRONT, Fraction.ZERO, Fraction.parse("0.5"));

        assertThat(solutions.nash()).contains(2);
        assertThat(solutions.utilitarian()).contains(2);
    }

    @Test
    void noneIsNamedWhenNoPointIsEnoughForBoth() {
        Solutions solutions = Solutions.of(FRONT, Fraction.parse("0.95"), Fraction.parse("0.3"));

        assertThat(solutions.nash()).isEmpty();
        assertThat(solutions.egalitarian()).isEmpty();
        assertThat(solutions.kalaiSmorodinsky()).isEmpty();
    }

    @Test
    void ofEqualProductsTheFairerIsTaken() {
        Solutions solutions =
                Solutions.of(List.of(point("0.9", "0.4"), point("0.6", "0.6")), Fraction.ZERO, Fraction.ZERO);

        assertThat(solutions.nash()).contains(1);
    }
}
