package org.homeward.node.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.node.balance.BalanceView.Changeable;
import org.homeward.node.balance.BalanceView.Difference;
import org.homeward.node.balance.BalanceView.Level;
import org.homeward.node.balance.BalanceView.Party;
import org.homeward.node.balance.BalanceView.PersonRow;
import org.homeward.node.balance.BalanceView.WhatIf;
import org.homeward.node.desk.Candidates;
import org.homeward.node.desk.CaseTerms;
import org.homeward.node.desk.ListProposal;
import org.homeward.protocol.exchange.Act.Proposal;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Terms;
import org.homeward.selection.Candidate;
import org.homeward.selection.LotterySeed;
import org.homeward.selection.SelectionOutcome;
import org.homeward.selection.SelectionOutcome.Infeasible;
import org.homeward.selection.SelectionOutcome.Reason;
import org.homeward.selection.SelectionOutcome.Refused;
import org.homeward.selection.SelectionTerms;
import org.homeward.selection.Selector;
import org.jspecify.annotations.Nullable;

/** Selects again from what this node knows, and says of it only what this node may show. A function of the case. */
final class BalanceDesk {
    private final BalanceSource.OneCase one;
    private final CaseState state;
    private final SelectionTerms terms;
    private final List<Candidate> candidates;
    private final LotterySeed seed;
    private final SelectionOutcome outcome;
    private final List<String> sides;
    private final List<String> shown;

    private BalanceDesk(BalanceSource.OneCase one, Terms signed, String self, boolean agency) {
        this.one = one;
        state = one.state();
        terms = CaseTerms.selection(signed);
        candidates = Candidates.of(state);
        seed = ListProposal.seed(state, terms, candidates);
        outcome = Selector.select(terms, candidates, seed);
        sides = state.known().parties().stream().map(p -> p.id()).toList();
        shown = agency ? sides : sides.stream().filter(self::equals).toList();
    }

    /** Empty before the lottery is drawn: until then nobody can select. */
    static Optional<BalanceDesk> of(BalanceSource.OneCase one, String self, boolean agency) {
        CaseState state = one.state();
        Terms signed = state.terms();
        if (signed == null
                || state.participants() == null
                || !state.lottery()
                        .keySet()
                        .containsAll(
                                state.known().all().stream().map(p -> p.id()).toList())) {
            return Optional.empty();
        }
        return Optional.of(new BalanceDesk(one, signed, self, agency));
    }

    /** The page; empty where the terms give no lists. */
    Optional<BalanceView> view() {
        if (!(outcome instanceof SelectionOutcome.Proposal selected)) {
            return Optional.empty();
        }
        ClauseCounts counts = new ClauseCounts(terms, candidates, selected, sides);
        Proposal table = state.proposal();
        int versions = one.proposals().size();
        return Optional.of(new BalanceView(
                state.caseId(),
                state.terms() == null ? state.caseId() : state.terms().title(),
                state.known().parties().stream()
                        .map(p -> new Party(p.id(), p.name()))
                        .toList(),
                shown,
                table == null ? null : listed(table).equals(listed(selected)),
                selected.audit(),
                counts.clauses(),
                counts.categories(),
                people(selected),
                terms.clauses().stream()
                        .filter(c -> ClauseNumbers.of(c) != null)
                        .map(c -> new Changeable(c.id(), ClauseNumbers.numberOf(c)))
                        .toList(),
                versions < 2
                        ? null
                        : difference(
                                listed(one.proposals().get(versions - 2)),
                                listed(one.proposals().get(versions - 1)))));
    }

    /** Tries another number; empty where the terms have no such clause, or no number in it. */
    Optional<WhatIf> whatIf(String clause, long number) {
        if (!(outcome instanceof SelectionOutcome.Proposal now)
                || terms.clauses().stream().noneMatch(c -> c.id().equals(clause) && ClauseNumbers.of(c) != null)) {
            return Optional.empty();
        }
        SelectionTerms tried;
        try {
            tried = ClauseNumbers.with(terms, clause, number);
        } catch (IllegalArgumentException e) {
            return Optional.of(new WhatIf.None(clause, number, List.of(String.valueOf(e.getMessage()))));
        }
        return Optional.of(
                switch (Selector.select(tried, candidates, seed)) {
                    case SelectionOutcome.Proposal then ->
                        new WhatIf.Lists(clause, number, difference(listed(now), listed(then)), levels(now, then));
                    case Infeasible no -> {
                        List<String> sentences = new ArrayList<>();
                        sentences.add("These clauses contradict each other: " + String.join(", ", no.conflict()) + ".");
                        no.nearest().forEach(n -> sentences.add("Nearest terms: " + n + "."));
                        yield new WhatIf.None(clause, number, sentences);
                    }
                    case Refused refused -> new WhatIf.None(clause, number, List.of(refused.sentence()));
                });
    }

    private static List<Level> levels(SelectionOutcome.Proposal now, SelectionOutcome.Proposal then) {
        List<Level> levels = new ArrayList<>();
        // The lottery's sum, the last, says nothing to a person.
        for (int i = 0; i + 1 < now.audit().levels().size(); i++) {
            levels.add(new Level(
                    now.audit().levels().get(i),
                    now.audit().levelValues().get(i),
                    then.audit().levelValues().get(i)));
        }
        return levels;
    }

    private static Set<String> listed(SelectionOutcome.Proposal selected) {
        Set<String> ids = new TreeSet<>();
        selected.lists().values().forEach(ids::addAll);
        return ids;
    }

    private static Set<String> listed(Proposal proposal) {
        Set<String> ids = new TreeSet<>();
        proposal.returning().forEach((side, people) -> people.forEach(p -> ids.add(Candidates.id(side, p.line()))));
        return ids;
    }

    private Difference difference(Set<String> before, Set<String> after) {
        Set<String> entering = new TreeSet<>(after);
        entering.removeAll(before);
        Set<String> leaving = new TreeSet<>(before);
        leaving.removeAll(after);
        return new Difference(perSide(entering), perSide(leaving), mayBeShown(entering), mayBeShown(leaving));
    }

    private List<Long> perSide(Set<String> ids) {
        return sides.stream()
                .map(s -> ids.stream().filter(id -> id.startsWith(s + ":")).count())
                .toList();
    }

    private List<String> mayBeShown(Set<String> ids) {
        return ids.stream()
                .filter(id -> shown.stream().anyMatch(s -> id.startsWith(s + ":")))
                .toList();
    }

    private List<PersonRow> people(SelectionOutcome.Proposal selected) {
        List<PersonRow> people = new ArrayList<>();
        for (String side : shown) {
            Map<String, String> names = new HashMap<>();
            if (shown.size() == 1) {
                state.lists().getOrDefault(side, List.of()).forEach(l -> names.put(l.line(), l.name()));
            }
            List<String> order = new ArrayList<>(selected.lists().getOrDefault(side, List.of()));
            order.addAll(selected.reserve().getOrDefault(side, List.of()));
            Set<String> there = new HashSet<>(order);
            candidates.stream()
                    .filter(c -> c.side().equals(side) && !there.contains(c.id()))
                    .forEach(c -> order.add(c.id()));
            for (String id : order) {
                PersonRow row = row(side, id, selected.reasons().get(id), names);
                if (row != null) {
                    people.add(row);
                }
            }
        }
        return people;
    }

    private static @Nullable PersonRow row(String side, String id, @Nullable Reason reason, Map<String, String> names) {
        if (reason == null) {
            return null;
        }
        String line = id.substring(side.length() + 1);
        return new PersonRow(
                side,
                line,
                names.get(line),
                reason.in(),
                reason.code(),
                reason.clause(),
                reason.entrySize(),
                reason.sentence());
    }
}
