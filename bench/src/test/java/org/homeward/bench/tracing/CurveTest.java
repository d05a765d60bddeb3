package org.homeward.bench.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CurveTest {
    private final Curve curve = new Curve(
            List.of(
                    new Curve.Scored(1, .9),
                    new Curve.Scored(2, .9),
                    new Curve.Scored(3, .5),
                    new Curve.Scored(4, .4),
                    new Curve.Scored(5, .3)),
            Set.of(1L, 2L, 4L, 9L),
            4);

    @Test
    void takesTheGreatestRecallOfACutThatIsPreciseEnough() {
        assertThat(curve.recallAtPrecision(1)).isEqualTo(.5);
        assertThat(curve.recallAtPrecision(.75)).isEqualTo(.75);
        assertThat(curve.recallAtPrecision(.76)).isEqualTo(.5);
    }

    @Test
    void letsPairsOfOneScoreStandOrFallTogether() {
        Curve tied = new Curve(List.of(new Curve.Scored(1, .9), new Curve.Scored(7, .9)), Set.of(1L), 1);
        assertThat(tied.recallAtPrecision(1)).isZero();
    }

    @Test
    void comparesWhatWasSaidWithWhatCameTrue() {
        Curve.Bin bin = curve.reliability(.2, .45, 1).getFirst();
        assertThat(bin.pairs()).isEqualTo(2);
        assertThat(bin.said()).isCloseTo(.35, within(1e-9));
        assertThat(bin.right()).isEqualTo(.5);
    }
}
