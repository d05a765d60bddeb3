package org.homeward.selection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed terms of one selection: categories, clauses, and strictly ordered levels without weights.
 *
 * @param date day on which ages and days held are counted
 * @param countingRule how the numbers are to be read, in words
 * @param sides the two sides; a person belongs to the side he returns to
 */
public record SelectionTerms(
        String id,
        LocalDate date,
        String countingRule,
        List<String> sides,
        List<Category> categories,
        List<Level> levels,
        List<Clause> clauses) {
    /** What a level looks at. */
    public enum Measure {
        /** As many persons as possible. */
        AMOUNT,
        /** As many of a category as possible. */
        MOST_OF,
        /** The greatest sum of days held; longest held first where terms are quotas. */
        LONGEST_HELD
    }

    /** One level; a later one never costs an earlier one anything. The joint lottery follows the last. */
    public record Level(Measure measure, @Nullable String category) {
        public Level {
            Terms.required("measure", measure);
            if ((measure == Measure.MOST_OF) != (category != null)) {
                throw Terms.fault("/category", "level " + measure + ": MOST_OF, and only it, names a category");
            }
        }
    }

    public SelectionTerms {
        Terms.required("id", id);
        Terms.required("date", date);
        Terms.required("countingRule", countingRule);
        sides = List.copyOf(Terms.required("sides", sides));
        categories = List.copyOf(Terms.required("categories", categories));
        levels = List.copyOf(Terms.required("levels", levels));
        clauses = List.copyOf(Terms.required("clauses", clauses));
        if (sides.size() != 2 || sides.get(0).equals(sides.get(1))) {
            throw Terms.fault("/sides", "sides: exactly two different ones are needed");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < categories.size(); i++) {
            if (!names.add(categories.get(i).id())) {
                throw Terms.fault(
                        "/categories/" + i + "/id",
                        "category '" + categories.get(i).id() + "' is defined twice");
            }
        }
        for (int i = 0; i < levels.size(); i++) {
            known(names, "/levels/" + i, "a level", levels.get(i).category());
        }
        Map<String, Clause> before = new HashMap<>();
        for (Clause clause : clauses) {
            before.putIfAbsent(clause.id(), clause);
        }
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (before.get(clause.id()) != clause) {
                throw Terms.fault("/clauses/" + i + "/id", "clause '" + clause.id() + "' is there twice");
            }
            new Names(names, sides, before, "/clauses/" + i, clause.id()).check(clause);
        }
    }

    /** What one clause may name. */
    private record Names(
            Set<String> categories, List<String> sides, Map<String, Clause> clauses, String at, String clause) {
        void check(Clause given) {
            switch (given) {
                case Clause.Count c -> known(c.category(), c.side());
                case Clause.Min c -> known(c.category(), c.side());
                case Clause.Max c -> known(c.category(), c.side());
                case Clause.All c -> known(c.category(), c.side());
                case Clause.Objections c -> known(c.category(), c.side());
                case Clause.Share c -> {
                    known(c.category(), null);
                    of(c.of(), Set.of(Clause.Count.class), "COUNT");
                }
                case Clause.Ratio c -> known(c.category(), null);
                case Clause.Rate c -> {
                    for (int i = 0; i < c.points().size(); i++) {
                        SelectionTerms.known(
                                categories,
                                at + "/points/" + i,
                                "clause '" + clause + "'",
                                c.points().get(i).category());
                    }
                }
                case Clause.Account c -> of(c.of(), Set.of(Clause.Rate.class, Clause.Ratio.class), "RATE or RATIO");
                case Clause.Days c -> days(c);
                case Clause.Bar c -> {}
                case Clause.Must c -> {}
                case Clause.Together c -> {}
                case Clause.Pair c -> {}
                case Clause.If c -> {}
                case Clause.Unconditional c -> {}
            }
        }

        private void days(Clause.Days days) {
            of(days.of(), Set.of(Clause.Count.class), "COUNT");
            long sum = days.numbers().stream().mapToLong(n -> n).sum();
            if (clauses.get(days.of()) instanceof Clause.Count count && sum != count.number()) {
                throw Terms.fault(
                        at + "/numbers",
                        "clause '" + clause + "' spreads " + sum + " over its days; clause '" + count.id() + "' counts "
                                + count.number());
            }
            if (clauses.values().stream()
                    .anyMatch(o -> o instanceof Clause.Days d && d != days && d.of().equals(days.of()))) {
                throw Terms.fault(at + "/of", "clause '" + days.of() + "' is spread over days twice");
            }
        }

        private void of(String id, Set<Class<? extends Clause>> kinds, String words) {
            Clause named = clauses.get(id);
            if (named == null || !kinds.contains(named.getClass())) {
                throw Terms.fault(at + "/of", "clause '" + clause + "': no " + words + " clause '" + id + "'");
            }
        }

        private void known(String category, @Nullable String side) {
            SelectionTerms.known(categories, at, "clause '" + clause + "'", category);
            if (side != null && !sides.contains(side)) {
                throw Terms.fault(
                        at + "/side", "clause '" + clause + "' names side '" + side + "'; the sides are " + sides);
            }
        }
    }

    /** The same terms with other clauses. */
    SelectionTerms withClauses(List<Clause> others) {
        return new SelectionTerms(id, date, countingRule, sides, categories, levels, others);
    }

    /** The clause of an id that the terms hold. */
    Clause clause(String name) {
        return clauses.stream().filter(c -> c.id().equals(name)).findFirst().orElseThrow();
    }

    /** The category of a name that the terms define. */
    public Category category(String name) {
        return categories.stream().filter(c -> c.id().equals(name)).findFirst().orElseThrow();
    }

    private static void known(Set<String> names, String at, String where, @Nullable String category) {
        if (category != null && !names.contains(category)) {
            throw Terms.fault(at + "/category", where + " names category '" + category + "', which is not defined");
        }
    }
}
