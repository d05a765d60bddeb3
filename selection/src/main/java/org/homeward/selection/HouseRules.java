package org.homeward.selection;

import java.util.ArrayList;
import java.util.BitSet;
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
        Refused attribute = attributes(terms, persons);
        if (attribute != null) {
            return attribute;
        }
        Membership members = new Membership(terms, persons);
        Set<String> outside = outside(terms, persons, members);
        for (Clause clause : terms.clauses()) {
            for (String id : named(clause)) {
                if (!ids.contains(id)) {
                    return new Refused(
                            "PERSON_UNKNOWN",
                            "Clause " + clause.id() + " names " + id
                                    + ", who is not in the persons' file; add him or correct the id.");
                }
            }
            Set<Candidate.Kind> kinds = EnumSet.noneOf(Candidate.Kind.class);
            for (String category : counted(clause)) {
                BitSet in = members.of(category);
                for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(i + 1)) {
                    Candidate p = persons.get(i);
                    boolean elsewhere =
                            clause instanceof Clause.Count c && !c.side().equals(p.side());
                    if (elsewhere || outside.contains(p.id())) {
                        continue;
                    }
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

    /** A category that looks at an attribute nobody has is a slip of the pen, and would silently be empty. */
    private static @Nullable Refused attributes(SelectionTerms terms, List<Candidate> persons) {
        Set<String> known = new HashSet<>(PersonsFile.COLUMNS);
        persons.forEach(p -> known.addAll(p.attributes().keySet()));
        for (Category category : terms.categories()) {
            for (Category.Test test : category.tests()) {
                if (!persons.isEmpty() && !known.contains(test.looksAt())) {
                    return new Refused(
                            "ATTRIBUTE_UNKNOWN",
                            "Category " + category.id() + " looks at '" + test.attribute()
                                    + "', which the persons do not have; add the column or correct the name.");
                }
            }
        }
        return null;
    }

    /** What deserves a second look although it breaks no rule; a sentence each. */
    static List<String> notes(SelectionTerms terms, List<Candidate> persons) {
        Membership members = new Membership(terms, persons);
        List<String> notes = new ArrayList<>();
        for (Category category : terms.categories()) {
            if (members.of(category.id()).isEmpty()) {
                notes.add("Category " + category.id() + " holds nobody.");
            }
        }
        for (Clause clause : terms.clauses()) {
            if (clause instanceof Clause.Objections c) {
                Set<String> heard = new HashSet<>(c.barred());
                long late = c.filed().stream()
                        .filter(o -> !heard.contains(o.person()))
                        .count();
                if (late > 0) {
                    notes.add("Clause " + c.id() + ": " + late + " of "
                            + c.filed().size() + " objections came outside its " + c.hours()
                            + " hours and have no effect.");
                }
            }
        }
        return notes;
    }

    /** Those whom no balance counts: barred, or home without conditions. */
    private static Set<String> outside(SelectionTerms terms, List<Candidate> persons, Membership members) {
        Set<String> outside = new HashSet<>();
        for (Clause clause : terms.clauses()) {
            switch (clause) {
                case Clause.Bar c -> outside.addAll(c.persons());
                case Clause.Objections c -> outside.addAll(c.barred());
                case Clause.Unconditional c -> outside.addAll(c.persons());
                case Clause.All c ->
                    members.of(c.category()).stream()
                            .mapToObj(persons::get)
                            .filter(p -> c.side() == null || c.side().equals(p.side()))
                            .forEach(p -> outside.add(p.id()));
                default -> {}
            }
        }
        return outside;
    }

    private static List<String> counted(Clause clause) {
        return switch (clause) {
            case Clause.Count c -> List.of(c.category());
            case Clause.Ratio c -> List.of(c.category());
            case Clause.Rate c ->
                c.points().stream().map(Clause.Points::category).toList();
            default -> List.of();
        };
    }

    private static List<String> named(Clause clause) {
        List<String> named = new ArrayList<>();
        switch (clause) {
            case Clause.Bar c -> named.addAll(c.persons());
            case Clause.Objections c -> c.filed().forEach(o -> named.add(o.person()));
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
