package org.homeward.selection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.selection.SelectionOutcome.Audit;
import org.homeward.selection.SelectionOutcome.Infeasible;
import org.homeward.selection.SelectionOutcome.Proposal;
import org.homeward.selection.SelectionOutcome.Reason;
import org.homeward.selection.SelectionOutcome.Refused;
import org.jspecify.annotations.Nullable;

/** Proposes the lists: reads the class of the terms, solves exactly, and says of every person why. Stateless. */
public final class Selector {
    private Selector() {}

    /** The one best selection under the terms; ties by the lottery only. The order of the persons does not matter. */
    public static SelectionOutcome select(SelectionTerms terms, List<Candidate> persons, LotterySeed seed) {
        return select(terms, persons, seed, null);
    }

    /**
     * The lists after someone was struck: in laminar terms one out and one in, which is also the optimum; in others as many as
     * possible of the announced list stay, and only then the levels count.
     */
    public static SelectionOutcome strike(
            SelectionTerms terms, List<Candidate> persons, LotterySeed seed, Set<String> announced, String struck) {
        List<Clause> clauses = new ArrayList<>(terms.clauses());
        String id = "strike";
        while (has(clauses, id)) {
            id = id + "+";
        }
        clauses.add(new Clause.Bar(id, "Struck from the announced list.", List.of(struck)));
        SelectionTerms after = new SelectionTerms(
                terms.id(),
                terms.date(),
                terms.countingRule(),
                terms.sides(),
                terms.categories(),
                terms.levels(),
                clauses);
        return select(after, persons, seed, announced);
    }

    private static SelectionOutcome select(
            SelectionTerms terms, List<Candidate> given, LotterySeed seed, @Nullable Set<String> keep) {
        List<Candidate> persons =
                given.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        Refused refused = HouseRules.check(terms, persons);
        if (refused != null) {
            return refused;
        }
        Model model = new Model(terms, persons, seed);
        String hard = LaminarGreedy.crossing(model);
        Integer[] order = model.order();
        boolean @Nullable [] chosen;
        List<Long> gaps;
        LaminarGreedy greedy = null;
        if (hard == null) {
            greedy = new LaminarGreedy(model);
            chosen = greedy.solve(order);
            List<Long> none = new ArrayList<>();
            for (int i = 0; i < model.keys.length; i++) {
                none.add(0L);
            }
            gaps = none;
        } else {
            List<long[]> first = keep == null ? List.of() : List.of(retention(model, keep));
            GeneralSolver.Solved solved = new GeneralSolver(model).solve(first);
            chosen = solved == null ? null : solved.chosen();
            gaps = solved == null
                    ? List.of()
                    : solved.gaps().subList(first.size(), solved.gaps().size());
        }
        if (chosen == null) {
            GeneralSolver solver = new GeneralSolver(model);
            return new Infeasible(solver.conflict(), solver.nearest());
        }
        return propose(terms, persons, seed, model, order, chosen, greedy, hard, gaps);
    }

    private static long[] retention(Model model, Set<String> keep) {
        return model.open.stream().mapToLong(p -> keep.contains(p.id()) ? 1 : 0).toArray();
    }

    private static Proposal propose(
            SelectionTerms terms,
            List<Candidate> persons,
            LotterySeed seed,
            Model model,
            Integer[] order,
            boolean[] chosen,
            @Nullable LaminarGreedy greedy,
            @Nullable String hard,
            List<Long> gaps) {
        Map<String, List<String>> lists = new TreeMap<>();
        Map<String, List<String>> reserve = new TreeMap<>();
        terms.sides().forEach(s -> {
            lists.put(s, new ArrayList<>());
            reserve.put(s, new ArrayList<>());
        });
        Map<String, Reason> reasons = new HashMap<>();
        for (Candidate p : persons) {
            String clause = model.outside.get(p.id());
            if (clause != null) {
                listOf(lists, p).add(p.id());
                reasons.put(
                        p.id(),
                        new Reason(p.id(), true, "OUTSIDE_BALANCE", "Returns outside the balance.", clause, null));
            } else if (model.barred.containsKey(p.id())) {
                reasons.put(
                        p.id(),
                        new Reason(
                                p.id(),
                                false,
                                "BARRED",
                                "Does not take part in this exchange.",
                                model.barred.get(p.id()),
                                null));
            } else {
                reasons.put(
                        p.id(),
                        new Reason(p.id(), false, "NO_CLAUSE", "No clause of these terms brings him in.", null, null));
            }
        }
        Explainer explainer = new Explainer(model, order, chosen, greedy);
        for (int i : order) {
            Candidate p = model.open.get(i);
            Reason reason = explainer.reason(i);
            reasons.put(p.id(), reason);
            if (chosen[i]) {
                listOf(lists, p).add(p.id());
            } else if (reason.entrySize() != null) {
                listOf(reserve, p).add(p.id());
            }
        }
        List<String> levels = new ArrayList<>();
        terms.levels()
                .forEach(l -> levels.add(l.category() == null ? l.measure().name() : l.measure() + " " + l.category()));
        levels.add("LOTTERY");
        List<Long> values = new ArrayList<>();
        for (long value : model.values(chosen)) {
            values.add(value);
        }
        Audit audit = new Audit(
                hard == null ? "LAMINAR" : "GENERAL",
                hard,
                hard == null ? "greedy on a generalised matroid, 1" : "CP-SAT level by level (OR-Tools 9.15), 1",
                levels,
                values,
                gaps.stream().allMatch(g -> g == 0),
                gaps,
                seed.hex(),
                inputHash(terms, persons),
                hash(lists),
                hash(reserve));
        return new Proposal(
                lists,
                List.copyOf(new TreeMap<>(model.outside)
                        .keySet().stream().filter(reasons::containsKey).toList()),
                reserve,
                reasons,
                audit);
    }

    /** SHA-256 of the canonical bytes of terms and persons; the same on every node, whatever the order of the persons. */
    public static String inputHash(SelectionTerms terms, List<Candidate> persons) {
        StringBuilder text = new StringBuilder(TermsFile.write(terms));
        for (Candidate p :
                persons.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList()) {
            for (String name : List.of("id", "side", "kind", "medical", "heldSince", "rank", "birth")) {
                text.append(p.attribute(name).length()).append(':').append(p.attribute(name));
            }
            new TreeMap<>(p.attributes())
                    .forEach((k, v) -> text.append(k.length())
                            .append(':')
                            .append(k)
                            .append(v.length())
                            .append(':')
                            .append(v));
            text.append('\n');
        }
        return hex(text.toString());
    }

    static String hash(Map<String, List<String>> lists) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(lists).forEach((side, ids) -> {
            text.append(side.length()).append(':').append(side).append(ids.size());
            ids.forEach(id -> text.append(' ').append(id.length()).append(':').append(id));
        });
        return hex(text.toString());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(LotterySeed.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> listOf(Map<String, List<String>> lists, Candidate p) {
        return lists.computeIfAbsent(p.side(), s -> new ArrayList<>());
    }

    private static boolean has(List<Clause> clauses, String id) {
        Set<String> ids = new HashSet<>();
        clauses.forEach(c -> ids.add(c.id()));
        return ids.contains(id);
    }
}
