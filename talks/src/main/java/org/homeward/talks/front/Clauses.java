package org.homeward.talks.front;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules between issues that an outcome must keep. */
public record Clauses(List<Clause> clauses) {
    public static final Clauses NONE = new Clauses(List.of());

    public Clauses {
        clauses = List.copyOf(clauses);
    }

    /** True of an outcome that takes one of the options of the issue; both are numbers in the domain. */
    public record Choice(int issue, Set<Integer> options) {
        public Choice {
            options = Set.copyOf(options);
        }
    }

    /** One rule. */
    public sealed interface Clause {
        /** The choices it looks at. */
        List<Choice> choices();

        /** When all of {@code when} hold, all of {@code then} must. */
        record If(List<Choice> when, List<Choice> then) implements Clause {
            public If {
                when = List.copyOf(when);
                then = List.copyOf(then);
            }

            @Override
            public List<Choice> choices() {
                return Stream.concat(when.stream(), then.stream()).toList();
            }
        }

        /** Not all of {@code of} may hold at once. */
        record Bar(List<Choice> of) implements Clause {
            public Bar {
                of = List.copyOf(of);
            }

            @Override
            public List<Choice> choices() {
                return of;
            }
        }

        /** All of {@code of} hold, or none. */
        record Together(List<Choice> of) implements Clause {
            public Together {
                of = List.copyOf(of);
            }

            @Override
            public List<Choice> choices() {
                return of;
            }
        }
    }

    /** Whether an outcome keeps every clause; the plain reading, which the search is checked against. */
    public boolean allow(int[] outcome) {
        return clauses.stream().allMatch(clause -> switch (clause) {
            case Clause.If(List<Choice> when, List<Choice> then) -> !all(when, outcome) || all(then, outcome);
            case Clause.Bar(List<Choice> of) -> !all(of, outcome);
            case Clause.Together(List<Choice> of) ->
                all(of, outcome) || of.stream().noneMatch(c -> c.options().contains(outcome[c.issue()]));
        });
    }

    private static boolean all(List<Choice> choices, int[] outcome) {
        return choices.stream().allMatch(c -> c.options().contains(outcome[c.issue()]));
    }

    /** The issues that any clause looks at. */
    Set<Integer> issues() {
        Set<Integer> issues = new HashSet<>();
        clauses.forEach(clause -> clause.choices().forEach(choice -> issues.add(choice.issue())));
        return issues;
    }
}
