package org.homeward.talks.front;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A front as it is printed. {@code a} and {@code b} are the nearest doubles; {@code exact} is the same as fractions.
 *
 * @param outcomes how many outcomes the domain has
 * @param proven always true: a search that could not finish gives no report
 */
public record FrontReport(
        String domain,
        BigInteger outcomes,
        int clauses,
        Side a,
        Side b,
        boolean proven,
        List<Point> front,
        @Nullable Point nash,
        @Nullable Point egalitarian,
        @Nullable Point kalaiSmorodinsky,
        @Nullable Point utilitarian,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Step nearest,

        List<String> notes) {
    /** The nearest text that hurts neither side, from the one on the table. */
    public record Step(Map<String, String> outcome, List<String> changed, double gainA, double gainB) {}

    /** A side's profile. */
    public record Side(String profile, double reservation, double discount) {}

    /**
     * A point.
     *
     * @param ways how many outcomes have this worth
     * @param outcome the first of them
     * @param others more of them, as far as they were asked for
     */
    public record Point(
            double a,
            double b,
            List<String> exact,
            long ways,
            Map<String, String> outcome,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Map<String, String>> others) {}

    /**
     * @param outcomes the most outcomes to name for each point, from 1
     * @param from the text on the table, if the nearest better one is asked for
     */
    public static FrontReport of(
            Domain domain, Profile a, Profile b, int clauses, Front front, int outcomes, int @Nullable [] from) {
        List<Point> points = new ArrayList<>();
        for (int p = 0; p < front.points().size(); p++) {
            points.add(point(domain, front, p, outcomes));
        }
        Solutions solutions = Solutions.of(front.points(), a.reservation(), b.reservation());
        List<String> notes = new ArrayList<>();
        a.notes().forEach(note -> notes.add("a: " + note));
        b.notes().forEach(note -> notes.add("b: " + note));
        if (solutions.nash().isEmpty()) {
            notes.add("no outcome is at least what each side has without an agreement; no solution is named");
        }
        return new FrontReport(
                domain.name(),
                domain.outcomes(),
                clauses,
                side(a),
                side(b),
                true,
                points,
                at(points, solutions.nash()),
                at(points, solutions.egalitarian()),
                at(points, solutions.kalaiSmorodinsky()),
                at(points, solutions.utilitarian()),
                from == null ? null : nearest(domain, a, b, from, notes),
                notes);
    }

    private static @Nullable Step nearest(Domain domain, Profile a, Profile b, int[] from, List<String> notes) {
        return switch (Nearest.from(a, b, from)) {
            case Nearest.Result.Found(Nearest found) ->
                new Step(
                        named(
                                domain,
                                found.outcome().stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray()),
                        found.changed().stream()
                                .map(issue -> domain.issues().get(issue).name())
                                .toList(),
                        found.gainA().approximate(),
                        found.gainB().approximate());
            case Nearest.Result.AlreadyBest() -> {
                notes.add("no text is better for one side than the one on the table without costing the other");
                yield null;
            }
            case Nearest.Result.Farther(int moreThan) -> {
                notes.add("a text that hurts neither side changes more than " + moreThan + " issues");
                yield null;
            }
        };
    }

    private static Side side(Profile profile) {
        return new Side(
                profile.name(),
                profile.reservation().approximate(),
                profile.discount().approximate());
    }

    private static @Nullable Point at(List<Point> points, Optional<Integer> number) {
        return number.map(points::get).orElse(null);
    }

    private static Point point(Domain domain, Front front, int number, int outcomes) {
        Front.Point point = front.points().get(number);
        List<Map<String, String>> named = front.outcomes(number, outcomes).stream()
                .map(outcome -> named(domain, outcome))
                .toList();
        return new Point(
                point.a().approximate(),
                point.b().approximate(),
                List.of(text(point.a()), text(point.b())),
                point.ways(),
                named.getFirst(),
                named.subList(1, named.size()));
    }

    private static String text(Fraction fraction) {
        return fraction.toString();
    }

    private static Map<String, String> named(Domain domain, int[] outcome) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < outcome.length; i++) {
            Issue issue = domain.issues().get(i);
            named.put(issue.name(), issue.options().get(outcome[i]));
        }
        return named;
    }
}
