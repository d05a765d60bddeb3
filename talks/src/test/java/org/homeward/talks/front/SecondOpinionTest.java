package org.homeward.talks.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Fronts with clauses between issues, over more outcomes than can be looked at, beside OR-Tools CP-SAT: from point to point the most
 * for one side that still gives the other more than before, each proven optimal, and at the end that there is nothing further.
 */
class SecondOpinionTest {
    @Test
    void theSolverProvesTheSameFront() {
        Loader.loadNativeLibraries();
        Random random = new Random(14);
        int points = 0;
        for (int round = 0; round < 4; round++) {
            List<List<Fraction>> a = new ArrayList<>();
            List<List<Fraction>> b = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                a.add(random.ints(6, 0, 60).mapToObj(Fraction::of).toList());
                b.add(random.ints(6, 0, 60).mapToObj(Fraction::of).toList());
            }
            Profile sideA = new Profile("a", a, Fraction.ZERO, Fraction.ONE, List.of());
            Profile sideB = new Profile("b", b, Fraction.ZERO, Fraction.ONE, List.of());
            Clauses clauses = Cases.clauses(random, sideA, 7);
            List<long[]> proven = proven(a, b, clauses);
            List<long[]> found = Front.of(sideA, sideB, clauses) instanceof Front.Result.Found(Front front)
                    ? front.points().stream()
                            .map(p -> new long[] {
                                p.a().numerator().longValueExact(),
                                p.b().numerator().longValueExact()
                            })
                            .toList()
                    : List.of();
            assertThat(found).usingElementComparator(Arrays::compare).containsExactlyElementsOf(proven);
            points += found.size();
        }
        assertThat(points).isGreaterThan(40);
    }

    private static List<long[]> proven(List<List<Fraction>> a, List<List<Fraction>> b, Clauses clauses) {
        List<long[]> points = new ArrayList<>();
        long least = 0;
        while (true) {
            long most = best(a, b, clauses, least, -1);
            if (most < 0) {
                return points;
            }
            long other = best(b, a, clauses, most, least);
            points.add(new long[] {most, other});
            least = other + 1;
        }
    }

    /** The most of {@code what} where {@code bound} has at least {@code floor}; with {@code own} its own floor, too. */
    private static long best(
            List<List<Fraction>> what, List<List<Fraction>> bound, Clauses clauses, long floor, long own) {
        CpModel model = new CpModel();
        List<List<BoolVar>> chosen = new ArrayList<>();
        LinearExprBuilder sum = LinearExpr.newBuilder();
        LinearExprBuilder floored = LinearExpr.newBuilder();
        for (int i = 0; i < what.size(); i++) {
            List<BoolVar> options = new ArrayList<>();
            for (int o = 0; o < what.get(i).size(); o++) {
                BoolVar option = model.newBoolVar(i + "=" + o);
                options.add(option);
                sum.addTerm(option, what.get(i).get(o).numerator().longValueExact());
                floored.addTerm(option, bound.get(i).get(o).numerator().longValueExact());
            }
            model.addExactlyOne(options.toArray(Literal[]::new));
            chosen.add(options);
        }
        model.addGreaterOrEqual(floored.build(), floor);
        if (own >= 0) {
            model.addGreaterOrEqual(sum.build(), own);
        }
        clauses.clauses().forEach(clause -> add(model, chosen, clause));
        model.maximize(sum.build());
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(1);
        CpSolverStatus status = solver.solve(model);
        assertThat(status).isIn(CpSolverStatus.OPTIMAL, CpSolverStatus.INFEASIBLE);
        return status == CpSolverStatus.OPTIMAL ? Math.round(solver.objectiveValue()) : -1;
    }

    private static void add(CpModel model, List<List<BoolVar>> chosen, Clauses.Clause clause) {
        switch (clause) {
            case Clauses.Clause.Bar(List<Clauses.Choice> of) ->
                model.addBoolOr(
                        of.stream().map(c -> holds(model, chosen, c).not()).toArray(Literal[]::new));
            case Clauses.Clause.Together(List<Clauses.Choice> of) -> {
                for (int i = 1; i < of.size(); i++) {
                    model.addEquality(holds(model, chosen, of.get(i)), holds(model, chosen, of.getFirst()));
                }
            }
            case Clauses.Clause.If(List<Clauses.Choice> when, List<Clauses.Choice> then) ->
                then.forEach(t -> {
                    List<Literal> any = new ArrayList<>(when.stream()
                            .map(c -> (Literal) holds(model, chosen, c).not())
                            .toList());
                    any.add(holds(model, chosen, t));
                    model.addBoolOr(any.toArray(Literal[]::new));
                });
        }
    }

    private static BoolVar holds(CpModel model, List<List<BoolVar>> chosen, Clauses.Choice choice) {
        BoolVar holds = model.newBoolVar("holds");
        model.addEquality(
                holds,
                LinearExpr.sum(choice.options().stream()
                        .map(o -> chosen.get(choice.issue()).get(o))
                        .toArray(BoolVar[]::new)));
        return holds;
    }
}
