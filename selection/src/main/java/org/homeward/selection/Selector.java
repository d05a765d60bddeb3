package org.homeward.selection;

import com.google.ortools.init.OrToolsVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.selection.SelectionOutcome.Audit;
import org.homeward.selection.SelectionOutcome.Infeasible;
import org.homeward.selection.SelectionOutcome.Proposal;
import org.homeward.selection.SelectionOutcome.Refused;
import org.homeward.selection.solve.Answer;
import org.homeward.selection.solve.Greedy;
import org.homeward.selection.solve.LaminarList;
import org.homeward.selection.solve.Program;
import org.homeward.selection.solve.Recogniser;
import org.homeward.selection.solve.Recogniser.ProblemClass;
import org.homeward.selection.solve.Solver;
import org.jspecify.annotations.Nullable;

/** Proposes the lists: reads the class of the terms, solves exactly, and says of every person why. Stateless. */
public final class Selector {
    /** For terms of the general class; the exact classes take milliseconds. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Persons times rows up to which every clause is tried for the sentence "without it an exact method would do". */
    private static final long MOST_TO_SEARCH = 500_000;

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
        return select(without(terms, Set.of(struck)), persons, seed, announced);
    }

    /** The same terms with some persons barred. */
    static SelectionTerms without(SelectionTerms terms, Set<String> struck) {
        List<Clause> clauses = new ArrayList<>(terms.clauses());
        String id = "strike";
        while (has(clauses, id)) {
            id = id + "+";
        }
        clauses.add(new Clause.Bar(id, "Not available to this exchange.", List.copyOf(new TreeSet<>(struck))));
        return terms.withClauses(clauses);
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
        Program program = model.program();
        Recogniser reading = Recogniser.read(program);
        // In a matroid the best list without one is the nearest one too; only elsewhere do the two part.
        boolean retain = keep != null && reading.kind() != ProblemClass.LAMINAR;
        Program asked = retain && keep != null ? model.keeping(keep) : program;
        Answer answer = Solver.solve(asked, reading, LIMIT);
        if (answer == null) {
            return Contradiction.of(terms, persons, seed, LIMIT);
        }
        long[] gaps = answer.gaps();
        Proposal proposal = propose(
                terms,
                persons,
                seed,
                model,
                program,
                reading,
                answer,
                retain ? Arrays.copyOfRange(gaps, 1, gaps.length) : gaps);
        String failing =
                DayPlan.of(terms, persons, proposal.lists(), proposal.outside()).failing();
        return failing == null
                ? proposal
                : new Infeasible(
                        unfilled(terms, failing),
                        List.of("clause " + failing
                                + ": other numbers of the days, which those kept together can fill"));
    }

    /** The days of a clause are filled unless those kept together do not fit. */
    private static List<String> unfilled(SelectionTerms terms, String days) {
        return terms.clauses().stream()
                .filter(c -> c.id().equals(days) || c instanceof Clause.Together)
                .map(Clause::id)
                .toList();
    }

    private static Proposal propose(
            SelectionTerms terms,
            List<Candidate> persons,
            LotterySeed seed,
            Model model,
            Program program,
            Recogniser reading,
            Answer answer,
            long[] gaps) {
        Map<String, List<String>> lists = new TreeMap<>();
        Map<String, List<String>> reserve = new TreeMap<>();
        terms.sides().forEach(s -> {
            lists.put(s, new ArrayList<>());
            reserve.put(s, new ArrayList<>());
        });
        for (Candidate p : persons) {
            if (model.outside.containsKey(p.id())) {
                listOf(lists, p).add(p.id());
            }
        }
        boolean[] chosen = answer.chosen();
        Greedy greedy = reading.greedy(program);
        LaminarList laminar = null;
        if (greedy != null) {
            boolean[] again = greedy.solve();
            laminar = again == null ? null : new LaminarList(greedy, again);
        }
        Explainer explainer = new Explainer(terms, persons, model, program, chosen, laminar);
        boolean ordered = laminar != null;
        explainer.order().forEach(v -> {
            Candidate p = model.open.get(v);
            if (chosen[v]) {
                listOf(lists, p).add(p.id());
            } else if (ordered) {
                listOf(reserve, p).add(p.id());
            }
        });
        List<String> levels = new ArrayList<>();
        terms.levels()
                .forEach(l -> levels.add(l.category() == null ? l.measure().name() : l.measure() + " " + l.category()));
        levels.add("LOTTERY");
        boolean search = reading.kind() == ProblemClass.GENERAL
                && (long) program.size() * program.rows().size() <= MOST_TO_SEARCH;
        Audit audit = new Audit(
                reading.kind().name(),
                reading.hardClause(),
                search ? Recogniser.easierWithout(program) : null,
                answer.algorithm(),
                levels,
                Explainer.boxed(program.values(chosen)),
                Arrays.stream(gaps).allMatch(g -> g == 0),
                Explainer.boxed(gaps),
                seed.hex(),
                inputHash(terms, persons),
                hash(lists),
                hash(reserve),
                versions(reading.kind()),
                HouseRules.notes(terms, persons));
        List<String> outside = persons.stream()
                .map(Candidate::id)
                .filter(model.outside::containsKey)
                .toList();
        return new Proposal(lists, outside, reserve, explainer.all(), audit, explainer.cutOffs());
    }

    private static Map<String, String> versions(ProblemClass kind) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("java", Integer.toString(Runtime.version().feature()));
        if (kind == ProblemClass.GENERAL) {
            versions.put("or-tools", OrToolsVersion.getVersionString());
        }
        return versions;
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
