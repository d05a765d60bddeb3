package org.homeward.selection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.selection.SelectionOutcome.Proposal;
import org.homeward.selection.SelectionOutcome.Refused;
import org.homeward.selection.solve.Answer;
import org.homeward.selection.solve.Program;
import org.homeward.selection.solve.Recogniser;
import org.homeward.selection.solve.Row;
import org.homeward.selection.solve.Solver;

/** What happens to an announced list when someone leaves it, or comes back to it. */
public final class Changes {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Changes() {}

    /** One point of the curve: with so many of the others leaving the list, these are the best level values, the lottery last. */
    public record Point(int othersLeaving, List<Long> levelValues) {}

    /**
     * Strikes someone at a stage, or says why that is too late. Substitutes come by {@link Selector#strike}; while people are being
     * loaded a change that would touch a third person is refused.
     */
    public static SelectionOutcome strike(
            SelectionTerms terms,
            List<Candidate> persons,
            LotterySeed seed,
            Set<String> announced,
            String struck,
            Stage stage,
            Stage.Cause cause) {
        if (!stage.admits(cause)) {
            return new Refused(
                    "STAGE_TOO_LATE",
                    "The list is " + stage
                            + "; a strike for this cause was possible only before. Amend the agreement instead.");
        }
        SelectionOutcome outcome = Selector.strike(terms, persons, seed, announced, struck);
        if (stage == Stage.LOADING
                && outcome instanceof Proposal after
                && !leaving(announced, after).equals(Set.of(struck))) {
            return new Refused(
                    "LOADING_MOVES_OTHERS",
                    "No substitute can take that place without moving others, and people are being loaded; "
                            + "the exchange goes on without him or the parties amend the agreement.");
        }
        return outcome;
    }

    /** Those of an announced list who are not on a new one. */
    public static Set<String> leaving(Set<String> announced, Proposal after) {
        Set<String> leaving = new TreeSet<>(announced);
        after.lists().values().forEach(leaving::removeAll);
        return leaving;
    }

    /**
     * The curve of changes against loss: from the fewest others who must leave to the number at which the optimum without the struck
     * person is reached. One point means that the nearest list is also the best, as it always is in laminar terms; none that there
     * is no list at all without him.
     */
    public static List<Point> curve(
            SelectionTerms terms, List<Candidate> given, LotterySeed seed, Set<String> announced, String struck) {
        List<Candidate> persons =
                given.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        if (HouseRules.check(terms, persons) != null) {
            return List.of();
        }
        Model model = new Model(Selector.without(terms, Set.of(struck)), persons, seed);
        int[] members = model.open.stream()
                .filter(p -> announced.contains(p.id()))
                .mapToInt(p -> model.variable(p.id()))
                .toArray();
        List<Point> curve = new ArrayList<>();
        Program best = model.program();
        Program near = model.keeping(announced);
        Answer optimum = Solver.solve(best, Recogniser.read(best), LIMIT);
        Answer nearest = Solver.solve(near, Recogniser.read(near), LIMIT);
        if (optimum == null || nearest == null) {
            return curve;
        }
        int least = leaving(members, nearest);
        int most = leaving(members, optimum);
        for (int leaving = least; leaving <= most; leaving++) {
            List<Row> rows = new ArrayList<>(model.rows);
            rows.add(Row.count("announced", members, members.length - leaving, Row.NONE));
            Program kept = new Program(best.size(), rows, model.keys);
            Answer answer = leaving == most ? optimum : Solver.solve(kept, Recogniser.read(kept), LIMIT);
            if (answer != null) {
                curve.add(new Point(leaving, Explainer.boxed(best.values(answer.chosen()))));
            }
        }
        return curve;
    }

    private static int leaving(int[] members, Answer answer) {
        int leaving = 0;
        for (int v : members) {
            leaving += answer.chosen()[v] ? 0 : 1;
        }
        return leaving;
    }
}
