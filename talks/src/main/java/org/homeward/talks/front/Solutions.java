package org.homeward.talks.front;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The points of a front that the theory of bargaining singles out, as numbers of points; empty when no point is at least what each
 * side has without an agreement. Gains are over the reservation.
 *
 * @param nash the largest product of gains (Nash, Econometrica 18, 1950)
 * @param egalitarian the largest smaller gain, then the largest larger one (Kalai, Econometrica 45, 1977)
 * @param kalaiSmorodinsky the same of gains divided by the best gain that the side could have here (Kalai and Smorodinsky,
 *     Econometrica 43, 1975; in this form on finite sets Imai, Econometrica 51, 1983)
 * @param utilitarian the largest sum of gains
 */
public record Solutions(
        Optional<Integer> nash,
        Optional<Integer> egalitarian,
        Optional<Integer> kalaiSmorodinsky,
        Optional<Integer> utilitarian) {
    private record Gain(int point, Fraction a, Fraction b) {
        Fraction smaller() {
            return a.compareTo(b) < 0 ? a : b;
        }

        Fraction larger() {
            return a.compareTo(b) < 0 ? b : a;
        }
    }

    /** Compared exactly; of equals the one that is better for the side that has less, then the first. */
    public static Solutions of(List<Front.Point> front, Fraction reservationA, Fraction reservationB) {
        List<Gain> gains = IntStream.range(0, front.size())
                .mapToObj(i -> new Gain(
                        i,
                        front.get(i).a().minus(reservationA),
                        front.get(i).b().minus(reservationB)))
                .filter(gain -> gain.a().signum() >= 0 && gain.b().signum() >= 0)
                .toList();
        Comparator<Gain> fair = Comparator.comparing(Gain::smaller).thenComparing(Gain::larger);
        Comparator<Gain> first = Comparator.comparing(Gain::point, Comparator.reverseOrder());
        Fraction bestA =
                gains.stream().map(Gain::a).max(Comparator.naturalOrder()).orElse(Fraction.ONE);
        Fraction bestB =
                gains.stream().map(Gain::b).max(Comparator.naturalOrder()).orElse(Fraction.ONE);
        List<Gain> shares = gains.stream()
                .map(gain -> new Gain(gain.point(), share(gain.a(), bestA), share(gain.b(), bestB)))
                .toList();
        return new Solutions(
                best(
                        gains,
                        Comparator.comparing((Gain g) -> g.a().times(g.b()))
                                .thenComparing(fair)
                                .thenComparing(first)),
                best(gains, fair.thenComparing(first)),
                best(shares, fair.thenComparing(first)),
                best(
                        gains,
                        Comparator.comparing((Gain g) -> g.a().plus(g.b()))
                                .thenComparing(fair)
                                .thenComparing(first)));
    }

    /** The part of the best gain; a side that can gain nothing has all there is. */
    private static Fraction share(Fraction gain, Fraction best) {
        return best.signum() == 0 ? Fraction.ONE : gain.over(best);
    }

    private static Optional<Integer> best(List<Gain> gains, Comparator<Gain> by) {
        return gains.stream().max(by).map(Gain::point);
    }
}
