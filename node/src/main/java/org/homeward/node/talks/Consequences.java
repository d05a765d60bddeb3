package org.homeward.node.talks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.node.desk.CaseTerms;
import org.homeward.selection.Candidate;
import org.homeward.selection.LotterySeed;
import org.homeward.selection.SelectionOutcome;
import org.homeward.selection.SelectionTerms;
import org.homeward.selection.Selector;
import org.homeward.talks.Act;
import org.homeward.talks.TextClause;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom one wording of a clause would bring home, as numbers. The lottery is not drawn for it: ties fall by a seed that follows from
 * the input, which changes who, and never how many.
 *
 * @param of the party whose wording it is; empty for the clause itself and for the mediator's alternative
 * @param place 0 for the clause itself, otherwise the bracket's place from 1
 * @param home by side, how many come home, those outside the balance among them
 * @param stay by side, how many of those who may be exchanged do not
 * @param outside by side, how many of those who come home stand outside the balance
 * @param categories by the name of a category of these terms, and side, how many come home
 * @param refused why these terms give no list, in a sentence; null when they do
 */
public record Consequences(
        String of,
        int place,
        Map<String, Integer> home,
        Map<String, Integer> stay,
        Map<String, Integer> outside,
        Map<String, Map<String, Integer>> categories,
        @Nullable String refused) {

    /** Each wording that stands for terms, the clause's own first. */
    static List<Consequences> of(TextClause clause, List<Candidate> people) {
        List<Consequences> all = new ArrayList<>();
        if (clause.terms() != null) {
            all.add(of("", 0, clause.terms(), people));
        }
        for (int i = 0; i < clause.brackets().size(); i++) {
            Act.Bracket bracket = clause.brackets().get(i);
            String of = bracket.of();
            if (bracket.terms() != null) {
                all.add(of(of == null ? "" : of, i + 1, bracket.terms(), people));
            }
        }
        return all;
    }

    private static Consequences of(String of, int place, JsonNode json, List<Candidate> people) {
        SelectionTerms terms;
        try {
            terms = CaseTerms.selection(json.toString());
        } catch (CaseTerms.UnusableTermsException e) {
            return none(of, place, String.valueOf(e.getMessage()));
        }
        Set<String> sides = new TreeSet<>(terms.sides());
        for (Candidate person : people) {
            if (!sides.contains(person.side())) {
                return none(
                        of,
                        place,
                        "These terms are between " + String.join(" and ", sides) + "; the case has people of the side '"
                                + person.side() + "'.");
            }
        }
        LotterySeed seed = new LotterySeed(Selector.inputHash(terms, people));
        return switch (Selector.select(terms, people, seed)) {
            case SelectionOutcome.Proposal lists -> counted(of, place, terms, people, lists, sides);
            case SelectionOutcome.Infeasible no ->
                none(
                        of,
                        place,
                        "These clauses contradict each other for the people there are: "
                                + String.join(", ", no.conflict()) + ". The nearest terms that can be kept: "
                                + String.join("; ", no.nearest()) + ".");
            case SelectionOutcome.Refused refused -> none(of, place, refused.sentence());
        };
    }

    private static Consequences none(String of, int place, String sentence) {
        return new Consequences(of, place, Map.of(), Map.of(), Map.of(), Map.of(), sentence);
    }

    private static Consequences counted(
            String of,
            int place,
            SelectionTerms terms,
            List<Candidate> people,
            SelectionOutcome.Proposal lists,
            Set<String> sides) {
        Set<String> in = new HashSet<>();
        lists.lists().values().forEach(in::addAll);
        Set<String> free = new HashSet<>(lists.outside());
        Map<String, Integer> home = zero(sides);
        Map<String, Integer> stay = zero(sides);
        Map<String, Integer> outside = zero(sides);
        Map<String, Map<String, Integer>> categories = new LinkedHashMap<>();
        terms.categories().forEach(c -> categories.put(c.text(), zero(sides)));
        for (Candidate person : people) {
            if (!in.contains(person.id())) {
                stay.merge(person.side(), 1, Integer::sum);
                continue;
            }
            home.merge(person.side(), 1, Integer::sum);
            if (free.contains(person.id())) {
                outside.merge(person.side(), 1, Integer::sum);
            }
            terms.categories().stream()
                    .filter(c -> c.has(person, terms.date()))
                    .forEach(c -> categories
                            .computeIfAbsent(c.text(), text -> zero(sides))
                            .merge(person.side(), 1, Integer::sum));
        }
        return new Consequences(of, place, home, stay, outside, categories, null);
    }

    private static Map<String, Integer> zero(Set<String> sides) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sides.forEach(side -> counts.put(side, 0));
        return counts;
    }
}
