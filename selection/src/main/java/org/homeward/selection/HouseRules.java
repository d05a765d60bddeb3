package org.homeward.selection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.selection.SelectionOutcome.Refused;
import org.jspecify.annotations.Nullable;

/** What no terms may ask: that civilians balance soldiers, or that the seriously wounded are counted at all. */
final class HouseRules {
    private HouseRules() {}

    static @Nullable Refused check(SelectionTerms terms, List<Candidate> persons) {
        Set<String> ids = new HashSet<>();
        for (Candidate p : persons) {
            if (!ids.add(p.id())) {
                return new Refused(
                        "PERSON_TWICE", "A person id is in the persons' file twice; each may be booked once.");
            }
            if (!terms.sides().contains(p.side())) {
                return new Refused(
                        "SIDE_UNKNOWN",
                        "A person returns to a side that is not in the terms; the sides are " + terms.sides() + ".");
            }
        }
        Model model = new Model(terms, persons, new LotterySeed("0".repeat(64)));
        Set<String> outside = new HashSet<>(model.outside.keySet());
        outside.addAll(model.barred.keySet());
        for (Clause clause : terms.clauses()) {
            for (String id : named(clause)) {
                if (!ids.contains(id)) {
                    return new Refused(
                            "PERSON_UNKNOWN",
                            "Clause " + clause.id()
                                    + " names a person who is not in the persons' file; add him or correct the id.");
                }
            }
            Set<Candidate.Kind> kinds = EnumSet.noneOf(Candidate.Kind.class);
            for (Candidate p : persons) {
                if (!outside.contains(p.id()) && balances(terms, clause, p)) {
                    kinds.add(p.kind());
                    if (p.medical() == Candidate.Medical.SERIOUS) {
                        return new Refused(
                                "WOUNDED_COUNTED",
                                "Clause " + clause.id()
                                        + " counts seriously wounded or sick persons; bring them home with an ALL clause instead.");
                    }
                }
            }
            if (kinds.size() > 1) {
                return new Refused(
                        "CIVILIANS_BALANCE_SOLDIERS",
                        "Clause " + clause.id()
                                + " counts civilians together with soldiers; give each kind a clause of its own.");
            }
        }
        return null;
    }

    private static boolean balances(SelectionTerms terms, Clause clause, Candidate p) {
        return switch (clause) {
            case Clause.Count c ->
                c.side().equals(p.side()) && terms.category(c.category()).has(p, terms.date());
            case Clause.Ratio c -> terms.category(c.category()).has(p, terms.date());
            case Clause.Rate c ->
                c.points().stream().anyMatch(q -> terms.category(q.category()).has(p, terms.date()));
            default -> false;
        };
    }

    private static List<String> named(Clause clause) {
        List<String> named = new ArrayList<>();
        switch (clause) {
            case Clause.Bar c -> named.addAll(c.persons());
            case Clause.Must c -> named.addAll(c.persons());
            case Clause.Unconditional c -> named.addAll(c.persons());
            case Clause.Together c -> named.addAll(c.persons());
            case Clause.Pair c -> named.addAll(List.of(c.first(), c.second()));
            case Clause.If c -> named.addAll(List.of(c.person(), c.needs()));
            default -> {}
        }
        return named;
    }
}
