package org.homeward.selection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.selection.SelectionOutcome.Infeasible;
import org.homeward.selection.solve.Conflict;
import org.homeward.selection.solve.Program;

/**
 * Terms that cannot all hold: the smallest set of clauses that contradict each other, and the nearest terms that can hold.
 *
 * <p>Some clauses are rows of the model; others (BAR, OBJECTIONS, ALL, UNCONDITIONAL) decide who is in it at all. Both kinds are left
 * out one by one, and what cannot be left out is the contradiction.
 */
final class Contradiction {
    private final List<Candidate> persons;
    private final LotterySeed seed;
    private final Duration limit;

    private Contradiction(List<Candidate> persons, LotterySeed seed, Duration limit) {
        this.persons = persons;
        this.seed = seed;
        this.limit = limit;
    }

    static Infeasible of(SelectionTerms terms, List<Candidate> persons, LotterySeed seed, Duration limit) {
        return new Contradiction(persons, seed, limit).find(terms);
    }

    private Infeasible find(SelectionTerms terms) {
        Conflict whole = conflict(terms);
        Set<String> kept = new HashSet<>(whole.clauses());
        SelectionTerms left = terms;
        for (Clause clause : terms.clauses()) {
            if (decidesWhoIsThere(clause)) {
                SelectionTerms fewer = without(left, clause.id());
                Set<String> rows = new HashSet<>(kept);
                rows.remove(clause.id());
                if (conflict(fewer).possible(rows)) {
                    kept.add(clause.id());
                } else {
                    left = fewer;
                    kept.remove(clause.id());
                }
            }
        }
        Set<String> rows = new HashSet<>(conflict(left).clauses(kept));
        List<String> names = terms.clauses().stream()
                .filter(c -> rows.contains(c.id()) || decidesWhoIsThere(c) && kept.contains(c.id()))
                .map(Clause::id)
                .toList();
        return new Infeasible(names, nearest(terms, whole));
    }

    private static boolean decidesWhoIsThere(Clause clause) {
        return clause instanceof Clause.Bar
                || clause instanceof Clause.Objections
                || clause instanceof Clause.All
                || clause instanceof Clause.Unconditional;
    }

    private Conflict conflict(SelectionTerms terms) {
        Program program = new Model(terms, persons, seed).program();
        return new Conflict(program, limit);
    }

    private static SelectionTerms without(SelectionTerms terms, String clause) {
        List<Clause> clauses = new ArrayList<>(terms.clauses());
        clauses.removeIf(c -> c.id().equals(clause));
        return terms.withClauses(clauses);
    }

    private static List<String> nearest(SelectionTerms terms, Conflict conflict) {
        Set<String> ties = new HashSet<>();
        for (Clause clause : terms.clauses()) {
            if (!numbered(clause)) {
                ties.add(clause.id());
            }
        }
        return conflict.nearest(ties).stream()
                .map(change -> sentence(terms.clause(change.clause()), change, terms))
                .distinct()
                .toList();
    }

    private static boolean numbered(Clause clause) {
        return switch (clause) {
            case Clause.Count c -> true;
            case Clause.Min c -> true;
            case Clause.Max c -> true;
            case Clause.Share c -> true;
            case Clause.Ratio c -> true;
            case Clause.Rate c -> true;
            case Clause.Objections c -> true;
            default -> false;
        };
    }

    private static String sentence(Clause clause, Conflict.Change change, SelectionTerms terms) {
        long by = Math.abs(change.to() - change.from());
        return "clause " + clause.id()
                + switch (clause) {
                    case Clause.Count c -> ": the number " + c.number() + " becomes " + change.to();
                    case Clause.Min c -> ": at least " + c.number() + " becomes at least " + change.to();
                    case Clause.Max c -> ": at most " + c.number() + " becomes at most " + change.to();
                    case Clause.Share c ->
                        ": at least " + c.percent() + " percent, " + change.from() + " persons, becomes " + change.to()
                                + " persons";
                    case Clause.Objections c ->
                        ": " + by + " more may be taken from the pool, or the pool grows by " + by * c.times();
                    case Clause.Ratio c -> account(terms, clause, by);
                    case Clause.Rate c ->
                        c.most() != null && change.from() == c.most()
                                ? ": at most " + c.most() + " points becomes at most " + change.to()
                                : account(terms, clause, by);
                    default -> " is kept for fewer of the persons it names, or left out";
                };
    }

    private static String account(SelectionTerms terms, Clause balance, long by) {
        for (Clause other : terms.clauses()) {
            if (other instanceof Clause.Account a && a.of().equals(balance.id())) {
                return ": the limit " + a.limit() + " of clause " + a.id() + " becomes " + (a.limit() + by);
            }
        }
        return ": an ACCOUNT clause carries " + by + " over";
    }
}
