package org.homeward.selection;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
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
                throw new IllegalArgumentException("level " + measure + ": MOST_OF, and only it, names a category");
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
            throw new IllegalArgumentException("sides: exactly two different ones are needed");
        }
        Set<String> names = new HashSet<>();
        for (Category category : categories) {
            if (!names.add(category.id())) {
                throw new IllegalArgumentException("category '" + category.id() + "' is defined twice");
            }
        }
        for (Level level : levels) {
            known(names, "a level", level.category());
        }
        Set<String> ids = new HashSet<>();
        for (Clause clause : clauses) {
            if (!ids.add(clause.id())) {
                throw new IllegalArgumentException("clause '" + clause.id() + "' is there twice");
            }
            switch (clause) {
                case Clause.Count c -> known(names, sides, c.id(), c.category(), c.side());
                case Clause.Min c -> known(names, sides, c.id(), c.category(), c.side());
                case Clause.Max c -> known(names, sides, c.id(), c.category(), c.side());
                case Clause.All c -> known(names, sides, c.id(), c.category(), c.side());
                case Clause.Share c -> {
                    known(names, c.id(), c.category());
                    if (clauses.stream().noneMatch(o -> o instanceof Clause.Count && o.id().equals(c.of()))) {
                        throw new IllegalArgumentException("clause '" + c.id() + "': no COUNT clause '" + c.of() + "'");
                    }
                }
                case Clause.Ratio c -> known(names, c.id(), c.category());
                case Clause.Rate c -> c.points().forEach(p -> known(names, c.id(), p.category()));
                case Clause.Account c -> {
                    if (clauses.stream()
                            .noneMatch(o ->
                                    (o instanceof Clause.Rate || o instanceof Clause.Ratio) && o.id().equals(c.of()))) {
                        throw new IllegalArgumentException(
                                "clause '" + c.id() + "': no RATE or RATIO clause '" + c.of() + "'");
                    }
                }
                case Clause.Bar c -> {}
                case Clause.Must c -> {}
                case Clause.Together c -> {}
                case Clause.Pair c -> {}
                case Clause.If c -> {}
                case Clause.Unconditional c -> {}
            }
        }
    }

    /** The category of a name that the terms define. */
    public Category category(String name) {
        return categories.stream().filter(c -> c.id().equals(name)).findFirst().orElseThrow();
    }

    private static void known(Set<String> names, String where, @Nullable String category) {
        if (category != null && !names.contains(category)) {
            throw new IllegalArgumentException(where + " names category '" + category + "', which is not defined");
        }
    }

    private static void known(
            Set<String> names, List<String> sides, String clause, String category, @Nullable String side) {
        known(names, "clause '" + clause + "'", category);
        if (side != null && !sides.contains(side)) {
            throw new IllegalArgumentException(
                    "clause '" + clause + "' names side '" + side + "'; the sides are " + sides);
        }
    }
}
