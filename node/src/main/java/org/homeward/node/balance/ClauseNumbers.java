package org.homeward.node.balance;

import org.homeward.selection.Clause;
import org.homeward.selection.SelectionTerms;
import org.jspecify.annotations.Nullable;

/** The one number of a clause that people bargain about, and the same terms with another. */
final class ClauseNumbers {
    private ClauseNumbers() {}

    static @Nullable Long of(Clause clause) {
        return switch (clause) {
            case Clause.Count c -> c.number();
            case Clause.Min c -> c.number();
            case Clause.Max c -> c.number();
            case Clause.Share c -> c.percent();
            case Clause.Ratio c -> c.second();
            case Clause.Account c -> c.limit();
            case Clause.Rate c -> c.most();
            default -> null;
        };
    }

    static long numberOf(Clause clause) {
        Long number = of(clause);
        if (number == null) {
            throw new IllegalArgumentException("a clause without a number");
        }
        return number;
    }

    /** @throws IllegalArgumentException with a sentence, when no terms have that number there */
    static SelectionTerms with(SelectionTerms terms, String id, long number) {
        return new SelectionTerms(
                terms.id(),
                terms.date(),
                terms.countingRule(),
                terms.sides(),
                terms.categories(),
                terms.levels(),
                terms.clauses().stream()
                        .map(c -> c.id().equals(id) ? with(c, number) : c)
                        .toList());
    }

    private static Clause with(Clause clause, long n) {
        return switch (clause) {
            case Clause.Count c -> new Clause.Count(c.id(), c.text(), c.side(), c.category(), n);
            case Clause.Min c -> new Clause.Min(c.id(), c.text(), c.side(), c.category(), n);
            case Clause.Max c -> new Clause.Max(c.id(), c.text(), c.side(), c.category(), n);
            case Clause.Share c -> new Clause.Share(c.id(), c.text(), c.of(), c.category(), n);
            case Clause.Ratio c -> new Clause.Ratio(c.id(), c.text(), c.category(), c.first(), n);
            case Clause.Account c -> new Clause.Account(c.id(), c.text(), c.of(), c.carried(), n);
            case Clause.Rate c -> new Clause.Rate(c.id(), c.text(), c.points(), n);
            default -> clause;
        };
    }
}
