package org.homeward.talks.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The text nearest to the one on the table that hurts neither side: the fewest issues changed such that neither is worse off and
 * one is better off; of these the largest product of gains, then the fairest. Exact.
 *
 * @param outcome by issue, the number of the option
 * @param changed the issues that differ, by number
 */
public record Nearest(List<Integer> outcome, List<Integer> changed, Fraction gainA, Fraction gainB) {
    /** Sets of issues looked at before giving up; enough for all changes of up to three issues out of a hundred. */
    private static final long MOST_SETS = 200_000;

    public Nearest {
        outcome = List.copyOf(outcome);
        changed = List.copyOf(changed);
    }

    /** What the search gave. */
    public sealed interface Result {
        /** A text that hurts neither. */
        record Found(Nearest nearest) implements Result {}

        /** No text at all is better for one and not worse for the other. */
        record AlreadyBest() implements Result {}

        /** There is one, but only by changing more issues than were looked at. */
        record Farther(int moreThan) implements Result {}
    }

    /** Looks from a text outwards, one issue at a time. */
    public static Result from(Profile a, Profile b, int[] text) {
        Fraction nowA = a.worthOf(text);
        Fraction nowB = b.worthOf(text);
        if (Front.of(a, b, Clauses.NONE) instanceof Front.Result.Found(Front whole)
                && whole.find(nowA, nowB).isPresent()) {
            return new Result.AlreadyBest();
        }
        long looked = 0;
        for (int count = 1; count <= text.length; count++) {
            Optional<Nearest> best = Optional.empty();
            int[] set = new int[count];
            Arrays.setAll(set, i -> i);
            do {
                if (++looked > MOST_SETS) {
                    return best.<Result>map(Result.Found::new).orElse(new Result.Farther(count - 1));
                }
                Optional<Nearest> found = within(a, b, text, set, nowA, nowB);
                if (found.isPresent() && (best.isEmpty() || found.get().betterThan(best.get()))) {
                    best = found;
                }
            } while (advance(set, text.length));
            if (best.isPresent()) {
                return new Result.Found(best.get());
            }
        }
        return new Result.AlreadyBest();
    }

    private static boolean advance(int[] set, int of) {
        int i = set.length - 1;
        while (i >= 0 && set[i] == of - set.length + i) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        set[i]++;
        for (int j = i + 1; j < set.length; j++) {
            set[j] = set[j - 1] + 1;
        }
        return true;
    }

    /** The best change of just these issues, by their own front; the others stay. */
    private static Optional<Nearest> within(Profile a, Profile b, int[] text, int[] set, Fraction nowA, Fraction nowB) {
        if (!(Front.of(only(a, set), only(b, set), Clauses.NONE) instanceof Front.Result.Found(Front front))) {
            return Optional.empty();
        }
        Fraction partA = Fraction.ZERO;
        Fraction partB = Fraction.ZERO;
        for (int issue : set) {
            partA = partA.plus(a.worth().get(issue).get(text[issue]));
            partB = partB.plus(b.worth().get(issue).get(text[issue]));
        }
        Optional<Nearest> best = Optional.empty();
        for (int p = 0; p < front.points().size(); p++) {
            Fraction gainA = front.points().get(p).a().minus(partA);
            Fraction gainB = front.points().get(p).b().minus(partB);
            if (gainA.signum() >= 0 && gainB.signum() >= 0 && gainA.signum() + gainB.signum() > 0) {
                int[] chosen = front.outcome(p);
                List<Integer> outcome =
                        new ArrayList<>(Arrays.stream(text).boxed().toList());
                for (int i = 0; i < set.length; i++) {
                    outcome.set(set[i], chosen[i]);
                }
                List<Integer> changed = Arrays.stream(set)
                        .filter(issue -> outcome.get(issue) != text[issue])
                        .boxed()
                        .toList();
                Nearest found = new Nearest(outcome, changed, gainA, gainB);
                if (best.isEmpty() || found.betterThan(best.get())) {
                    best = Optional.of(found);
                }
            }
        }
        return best;
    }

    private boolean betterThan(Nearest other) {
        int byProduct = gainA.times(gainB).compareTo(other.gainA.times(other.gainB));
        return byProduct > 0 || (byProduct == 0 && gainA.plus(gainB).compareTo(other.gainA.plus(other.gainB)) > 0);
    }

    private static Profile only(Profile profile, int[] set) {
        return new Profile(
                profile.name(),
                Arrays.stream(set).mapToObj(issue -> profile.worth().get(issue)).toList(),
                Fraction.ZERO,
                Fraction.ONE,
                List.of());
    }
}
