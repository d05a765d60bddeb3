package org.homeward.selection;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.homeward.selection.SelectionOutcome.CutOff;
import org.homeward.selection.SelectionOutcome.Reason;
import org.homeward.selection.solve.LaminarList;
import org.homeward.selection.solve.ListFacts;
import org.homeward.selection.solve.Program;
import org.jspecify.annotations.Nullable;

/** Says of one person why he is in or out, naming no one else. The facts are computed once for all; sentences when asked for. */
final class Explainer {
    private final SelectionTerms terms;
    private final List<Candidate> persons;
    private final Model model;
    private final Program program;
    private final boolean[] chosen;
    private final ListFacts facts;
    private final Map<String, Integer> index = new HashMap<>();

    /** @param laminar the list with its order, where the terms are laminar */
    Explainer(
            SelectionTerms terms,
            List<Candidate> persons,
            Model model,
            Program program,
            boolean[] chosen,
            @Nullable LaminarList laminar) {
        this.terms = terms;
        this.persons = persons;
        this.model = model;
        this.program = program;
        this.chosen = chosen;
        facts = laminar == null ? ListFacts.of(program, chosen) : ListFacts.of(program, laminar);
        for (int i = 0; i < persons.size(); i++) {
            index.put(persons.get(i).id(), i);
        }
    }

    /** One reason for each person, by id. */
    Map<String, Reason> all() {
        return new AbstractMap<>() {
            @Override
            public @Nullable Reason get(@Nullable Object id) {
                Integer at = id == null ? null : index.get(id);
                return at == null ? null : reason(persons.get(at));
            }

            @Override
            public boolean containsKey(@Nullable Object id) {
                return id != null && index.containsKey(id);
            }

            @Override
            public Set<Entry<String, Reason>> entrySet() {
                return new AbstractSet<>() {
                    @Override
                    public Iterator<Entry<String, Reason>> iterator() {
                        return persons.stream()
                                .map(p -> Map.entry(p.id(), reason(p)))
                                .iterator();
                    }

                    @Override
                    public int size() {
                        return persons.size();
                    }
                };
            }
        };
    }

    Reason reason(Candidate p) {
        String clause = model.outside.get(p.id());
        if (clause != null) {
            return new Reason(p.id(), true, "OUTSIDE_BALANCE", "Returns outside the balance.", clause, null);
        }
        if (model.barred.containsKey(p.id())) {
            return new Reason(
                    p.id(), false, "BARRED", "Does not take part in this exchange.", model.barred.get(p.id()), null);
        }
        int variable = model.variable(p.id());
        if (variable < 0) {
            return new Reason(p.id(), false, "NO_CLAUSE", "No clause of these terms brings him in.", null, null);
        }
        return chosen[variable] ? in(p.id()) : out(p.id(), variable);
    }

    private Reason in(String id) {
        return facts.ordered()
                ? new Reason(
                        id,
                        true,
                        "ABOVE_CUT_OFF",
                        "Stands above the cut-off of his category in the agreed order.",
                        null,
                        null)
                : new Reason(id, true, "IN_BEST_LIST", "The best list under these terms includes him.", null, null);
    }

    private Reason out(String id, int variable) {
        int row = facts.binding(variable);
        String clause = row < 0 ? null : program.rows().get(row).clause;
        String places = clause == null
                ? "All places are held by persons before him in the agreed order. "
                : "All " + program.rows().get(row).high() + " places of clause " + clause
                        + " are held by persons before him in the agreed order. ";
        String needed = needed(variable);
        int entry = facts.entrySize(variable);
        if (entry > 0) {
            return new Reason(
                    id,
                    false,
                    "BELOW_CUT_OFF",
                    places + needed + "He would be included at " + at(variable, entry) + ".",
                    clause,
                    (long) entry);
        }
        if (facts.ordered()) {
            return new Reason(
                    id,
                    false,
                    "CATEGORY_FULL",
                    places + needed + "More places in the whole exchange alone would not include him.",
                    clause,
                    null);
        }
        return new Reason(
                id,
                false,
                "NOT_IN_BEST_LIST",
                needed + "Every list with him is worse on an agreed level, or breaks a clause.",
                clause,
                null);
    }

    /** The number at which he enters, as the parties speak of it: "163 for 163". Each side's list is made for itself. */
    private String at(int variable, int entry) {
        int row = facts.outermost(variable);
        String id = row < 0 ? "" : program.rows().get(row).clause;
        if (row < 0 || !(terms.clause(id) instanceof Clause.Count count)) {
            return entry + " places";
        }
        String as = terms.clauses().stream().anyMatch(c -> c instanceof Clause.Share s && s.of().equals(id))
                ? " while the shares stay at their present numbers"
                : "";
        for (Clause other : terms.clauses()) {
            if (other instanceof Clause.Count c
                    && !c.side().equals(count.side())
                    && c.category().equals(count.category())) {
                boolean first = count.side().equals(terms.sides().getFirst());
                long their = c.number() == count.number() ? entry : c.number();
                return (first ? entry + " for " + their : their + " for " + entry) + as;
            }
        }
        return entry + " places" + as;
    }

    /** What he lacks against the last one in whose place he could take. */
    private String needed(int variable) {
        int last = facts.cutOff(variable);
        for (int level = 0; last >= 0 && level < terms.levels().size(); level++) {
            long his = program.key(level, variable);
            long cut = program.key(level, last);
            if (his < cut) {
                return switch (terms.levels().get(level).measure()) {
                    case AMOUNT -> "";
                    case MOST_OF ->
                        "Category " + terms.levels().get(level).category() + " goes first; he is not in it. ";
                    case LONGEST_HELD ->
                        "The cut-off is " + cut + " days held; his are " + his + ", " + (cut - his) + " fewer. ";
                };
            }
            if (his > cut) {
                return "";
            }
        }
        return last < 0 ? "" : "The lottery decided between equals. ";
    }

    /** The cut-off table, by side and then by the number of persons. */
    List<CutOff> cutOffs() {
        Map<Integer, List<Integer>> cells = new HashMap<>();
        for (int v = 0; v < chosen.length; v++) {
            cells.computeIfAbsent(facts.cell(v), c -> new ArrayList<>()).add(v);
        }
        List<List<String>> clauses = facts.clauses(program);
        List<CutOff> table = new ArrayList<>();
        cells.forEach((cell, members) -> {
            int last = facts.lastIn(cell);
            long in = members.stream().filter(v -> chosen[v]).count();
            table.add(new CutOff(
                    model.open.get(members.getFirst()).side(),
                    List.copyOf(new LinkedHashSet<>(clauses.get(cell))),
                    in,
                    members.size() - in,
                    last < 0 ? null : days(last)));
        });
        table.sort((a, b) -> {
            int c = a.side().compareTo(b.side());
            c = c != 0 ? c : Long.compare(b.in() + b.out(), a.in() + a.out());
            return c != 0 ? c : a.clauses().toString().compareTo(b.clauses().toString());
        });
        return table;
    }

    private long days(int variable) {
        return Math.max(
                0,
                java.time.temporal.ChronoUnit.DAYS.between(
                        model.open.get(variable).heldSince(), terms.date()));
    }

    /** Variables best first. */
    IntStream order() {
        return facts.order(program);
    }

    static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
