package org.homeward.talks.front;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Pareto front of two profiles: all pairs of worth that no outcome beats for one side without costing the other. Exact; points
 * fall for the first side. {@code BruteForce} in the tests says the same by looking at every outcome.
 */
public final class Front {
    /**
     * A point of the front.
     *
     * @param ways how many outcomes have this very worth; {@link Long#MAX_VALUE} stands for that or more
     */
    public record Point(Fraction a, Fraction b, long ways) {}

    /** A front, or why there is none. */
    public sealed interface Result {
        /** It was found, and is proven to be whole. */
        record Found(Front front) implements Result {}

        /** The clauses contradict each other: no outcome keeps them all. */
        record NoOutcome() implements Result {}

        /** More points on the way than fit in memory. */
        record TooLarge() implements Result {}
    }

    private interface Outcomes {
        List<int[]> of(int point, int limit);
    }

    private final List<Point> points;
    private final Outcomes outcomes;

    private Front(List<Point> points, Outcomes outcomes) {
        this.points = List.copyOf(points);
        this.outcomes = outcomes;
    }

    /** The front over a domain that both profiles are bound to. */
    public static Result of(Profile a, Profile b, Clauses clauses) {
        Scale scaleA = Scale.of(a.worth());
        Scale scaleB = Scale.of(b.worth());
        long[][] longsA = scaleA.longs();
        long[][] longsB = scaleB.longs();
        return longsA != null && longsB != null
                ? search(new LongKernel(longsA, longsB), scaleA, scaleB, clauses)
                : search(new BigKernel(scaleA.whole(), scaleB.whole()), scaleA, scaleB, clauses);
    }

    /**
     * The front of whole numbers, by issue and option; for those who search many fronts of estimates.
     *
     * @throws IllegalArgumentException when a sum could leave the longs
     */
    public static Front ofWhole(long[][] a, long[][] b) {
        Scale scaleA = Scale.ofWhole(a);
        Scale scaleB = Scale.ofWhole(b);
        if (scaleA.longs() == null || scaleB.longs() == null) {
            throw new IllegalArgumentException("numbers whose sum could leave the longs");
        }
        if (search(new LongKernel(a, b), scaleA, scaleB, Clauses.NONE) instanceof Result.Found(Front front)) {
            return front;
        }
        throw new IllegalArgumentException("more points than fit in memory");
    }

    /** The front of numbers as if they were too large for longs; for the test that both kernels agree. */
    static Result ofBig(Profile a, Profile b, Clauses clauses) {
        Scale scaleA = Scale.of(a.worth());
        Scale scaleB = Scale.of(b.worth());
        return search(new BigKernel(scaleA.whole(), scaleB.whole()), scaleA, scaleB, clauses);
    }

    private static <F> Result search(Kernel<F> kernel, Scale a, Scale b, Clauses clauses) {
        int issues = a.whole().length;
        int[] sizes = new int[issues];
        int[][] useful = new int[issues][];
        for (int i = 0; i < issues; i++) {
            sizes[i] = a.whole()[i].length;
            useful[i] = useful(a.whole()[i], b.whole()[i], i, clauses);
        }
        FrontSearch<F> search = FrontSearch.run(kernel, sizes, useful, clauses);
        if (search == null) {
            return new Result.TooLarge();
        }
        F whole = search.whole();
        if (whole == null) {
            return new Result.NoOutcome();
        }
        List<Point> points = new ArrayList<>(kernel.size(whole));
        for (int p = 0; p < kernel.size(whole); p++) {
            points.add(new Point(
                    new Fraction(kernel.a(whole, p), a.denominator()),
                    new Fraction(kernel.b(whole, p), b.denominator()),
                    kernel.ways(whole, p)));
        }
        return new Result.Found(new Front(points, search::outcomes));
    }

    /** The options that no option of the same bearing on the clauses dominates; equals of each other stay. */
    private static int[] useful(BigInteger[] a, BigInteger[] b, int issue, Clauses clauses) {
        List<Clauses.Choice> choices = clauses.clauses().isEmpty()
                ? List.of()
                : clauses.clauses().stream()
                        .flatMap(clause -> clause.choices().stream())
                        .filter(choice -> choice.issue() == issue)
                        .toList();
        if (choices.isEmpty()) {
            // The usual case, in plain loops: streams cost more than the search where many small fronts are wanted.
            int[] useful = new int[a.length];
            int count = 0;
            for (int o = 0; o < a.length; o++) {
                boolean dominated = false;
                for (int other = 0; other < a.length && !dominated; other++) {
                    dominated = dominates(a, b, other, o);
                }
                if (!dominated) {
                    useful[count++] = o;
                }
            }
            return Arrays.copyOf(useful, count);
        }
        Map<List<Boolean>, List<Integer>> alike = new HashMap<>();
        for (int o = 0; o < a.length; o++) {
            int option = o;
            alike.computeIfAbsent(
                            choices.stream()
                                    .map(c -> c.options().contains(option))
                                    .toList(),
                            bearing -> new ArrayList<>())
                    .add(o);
        }
        return alike.values().stream()
                .flatMap(group ->
                        group.stream().filter(o -> group.stream().noneMatch(other -> dominates(a, b, other, o))))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static boolean dominates(BigInteger[] a, BigInteger[] b, int better, int worse) {
        int byA = a[better].compareTo(a[worse]);
        int byB = b[better].compareTo(b[worse]);
        return byA >= 0 && byB >= 0 && byA + byB > 0;
    }

    /** From the best for the first side to the best for the second. */
    public List<Point> points() {
        return points;
    }

    /** The first outcome with the worth of a point, in the order of the domain's options. */
    public int[] outcome(int point) {
        return outcomes.of(point, 1).getFirst();
    }

    /** The outcomes with the worth of a point, in the order of the domain's options, at most {@code limit}. */
    public List<int[]> outcomes(int point, int limit) {
        return outcomes.of(point, limit);
    }

    /** The number of the point of that worth. */
    public Optional<Integer> find(Fraction a, Fraction b) {
        @Nullable Integer found = null;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).a().equals(a) && points.get(i).b().equals(b)) {
                found = i;
            }
        }
        return Optional.ofNullable(found);
    }
}
