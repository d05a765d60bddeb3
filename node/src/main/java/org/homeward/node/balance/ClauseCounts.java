package org.homeward.node.balance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.homeward.node.balance.BalanceView.Row;
import org.homeward.selection.Candidate;
import org.homeward.selection.Category;
import org.homeward.selection.Clause;
import org.homeward.selection.SelectionOutcome.Proposal;
import org.homeward.selection.SelectionTerms;
import org.jspecify.annotations.Nullable;

/** How many of each side every clause and every category has on the lists. */
final class ClauseCounts {
    private final SelectionTerms terms;
    private final List<String> sides;
    private final List<Candidate> listed;
    private final Set<String> outside;

    ClauseCounts(SelectionTerms terms, List<Candidate> candidates, Proposal selected, List<String> sides) {
        this.terms = terms;
        this.sides = sides;
        Set<String> ids = new HashSet<>();
        selected.lists().values().forEach(ids::addAll);
        listed = candidates.stream().filter(c -> ids.contains(c.id())).toList();
        outside = new HashSet<>(selected.outside());
    }

    /** Everyone who returns, by category, in the balance or outside it. */
    List<Row> categories() {
        return terms.categories().stream()
                .map(c -> new Row(c.id(), c.text(), null, sum(null, p -> c.has(p, terms.date()) ? 1 : 0)))
                .toList();
    }

    /** The clauses that count people; those that name persons are not for a page. */
    List<Row> clauses() {
        List<Row> rows = new ArrayList<>();
        for (Clause clause : terms.clauses()) {
            Row row = row(clause);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private @Nullable Row row(Clause clause) {
        return switch (clause) {
            case Clause.Count c -> quota(clause, "= " + c.number(), c.side(), c.category());
            case Clause.Min c -> quota(clause, "\u2265 " + c.number(), c.side(), c.category());
            case Clause.Max c -> quota(clause, "\u2264 " + c.number(), c.side(), c.category());
            case Clause.Share c -> quota(clause, "\u2265 " + c.percent() + " %", side(c), c.category());
            case Clause.Objections c -> quota(clause, "\u00d7 " + c.times(), c.side(), c.category());
            case Clause.Ratio c -> quota(clause, c.first() + " : " + c.second(), null, c.category());
            case Clause.Rate c -> {
                Long most = c.most();
                yield new Row(c.id(), c.text(), most == null ? null : "\u2264 " + most, sum(false, p -> points(c, p)));
            }
            case Clause.All c -> {
                Category of = terms.category(c.category());
                yield new Row(
                        c.id(),
                        c.text(),
                        null,
                        sum(
                                true,
                                p -> of.has(p, terms.date())
                                                && (c.side() == null || c.side().equals(p.side()))
                                        ? 1
                                        : 0));
            }
            default -> null;
        };
    }

    private String side(Clause.Share share) {
        return terms.clauses().stream()
                .filter(c -> c instanceof Clause.Count && c.id().equals(share.of()))
                .map(c -> ((Clause.Count) c).side())
                .findFirst()
                .orElseThrow();
    }

    private Row quota(Clause clause, String agreed, @Nullable String side, String category) {
        Category of = terms.category(category);
        return new Row(
                clause.id(),
                clause.text(),
                agreed,
                sum(false, p -> (side == null || side.equals(p.side())) && of.has(p, terms.date()) ? 1 : 0));
    }

    private long points(Clause.Rate rate, Candidate p) {
        return rate.points().stream()
                .filter(worth -> terms.category(worth.category()).has(p, terms.date()))
                .mapToLong(Clause.Points::points)
                .findFirst()
                .orElse(0);
    }

    /** @param free only those outside the balance, only those in it, or null for both */
    private List<Long> sum(@Nullable Boolean free, ToLongFunction<Candidate> worth) {
        return sides.stream()
                .map(side -> listed.stream()
                        .filter(p -> p.side().equals(side) && (free == null || free == outside.contains(p.id())))
                        .mapToLong(worth)
                        .sum())
                .toList();
    }
}
