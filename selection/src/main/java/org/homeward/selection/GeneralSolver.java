package org.homeward.selection;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any terms at all, level by level on OR-Tools CP-SAT. Its answer does not hang on the solver's own choices, because the lottery
 * makes the best list unique; one worker and a deterministic limit keep even the proof repeatable.
 */
final class GeneralSolver {
    /** A list, and for each level how far a better one could be (0: proven best). */
    record Solved(boolean[] chosen, List<Long> gaps) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Limit of one level, in CP-SAT's deterministic seconds. */
    private static final double LIMIT = 60;

    private final Model model;

    GeneralSolver(Model model) {
        this.model = model;
        Loader.loadNativeLibraries();
    }

    /** The levels after those in {@code first}; null when no list fulfils the rows. Throws when the limit ends before a first list is found. */
    @Nullable
    Solved solve(List<long[]> first) {
        List<long[]> objectives = new ArrayList<>(first);
        objectives.addAll(List.of(model.keys));
        CpModel cp = new CpModel();
        BoolVar[] x = variables(cp);
        for (Row row : model.rows) {
            cp.addLinearConstraint(LinearExpr.weightedSum(pick(x, row.vars), row.coefs), row.low, row.high);
        }
        boolean[] chosen = new boolean[x.length];
        List<Long> gaps = new ArrayList<>();
        for (long[] objective : objectives) {
            LinearExpr sum = LinearExpr.weightedSum(x, objective);
            cp.maximize(sum);
            CpSolver solver = solver();
            CpSolverStatus status = solver.solve(cp);
            if (status == CpSolverStatus.INFEASIBLE) {
                return null;
            }
            if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
                for (int i = 0; i < x.length; i++) {
                    chosen[i] = solver.booleanValue(x[i]);
                }
            } else if (gaps.isEmpty()) {
                throw new IllegalStateException("no list found within the limit; status " + status);
            }
            long value = 0;
            cp.clearHints();
            for (int i = 0; i < x.length; i++) {
                value += chosen[i] ? objective[i] : 0;
                cp.addHint(x[i], chosen[i]);
            }
            long bound = (long) Math.floor(solver.bestObjectiveBound() + 1e-6);
            gaps.add(status == CpSolverStatus.OPTIMAL ? 0 : Math.max(1, bound - value));
            cp.addGreaterOrEqual(sum, value);
        }
        return new Solved(chosen, gaps);
    }

    /** A smallest set of clauses that contradict each other, by leaving out one after the other. */
    List<String> conflict() {
        Set<String> kept = new HashSet<>();
        model.rows.forEach(row -> kept.add(row.clause));
        List<String> all = model.rows.stream().map(row -> row.clause).distinct().toList();
        for (String clause : all) {
            kept.remove(clause);
            if (possible(kept)) {
                kept.add(clause);
            }
        }
        return all.stream().filter(kept::contains).toList();
    }

    /** The terms nearest to these that can be fulfilled: the least total change of numbers, as sentences. */
    List<String> nearest() {
        CpModel cp = new CpModel();
        BoolVar[] x = variables(cp);
        List<IntVar> over = new ArrayList<>();
        List<IntVar> under = new ArrayList<>();
        List<LinearArgument> slack = new ArrayList<>();
        for (Row row : model.rows) {
            IntVar more = cp.newIntVar(0, reach(row), "");
            IntVar less = cp.newIntVar(0, reach(row), "");
            over.add(more);
            under.add(less);
            slack.add(more);
            slack.add(less);
            LinearExpr sum = LinearExpr.weightedSum(pick(x, row.vars), row.coefs);
            cp.addLessOrEqual(LinearExpr.newBuilder().add(sum).addTerm(more, -1).build(), row.high);
            cp.addGreaterOrEqual(LinearExpr.newBuilder().add(sum).add(less).build(), row.low);
        }
        cp.minimize(LinearExpr.sum(slack.toArray(LinearArgument[]::new)));
        CpSolver solver = solver();
        CpSolverStatus status = solver.solve(cp);
        List<String> changes = new ArrayList<>();
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            for (int r = 0; r < model.rows.size(); r++) {
                Row row = model.rows.get(r);
                long up = solver.value(over.get(r));
                long down = solver.value(under.get(r));
                if (up > 0) {
                    changes.add(
                            "clause " + row.clause + ": the upper number " + row.high + " becomes " + (row.high + up));
                }
                if (down > 0) {
                    changes.add(
                            "clause " + row.clause + ": the lower number " + row.low + " becomes " + (row.low - down));
                }
            }
        }
        return changes;
    }

    /** No row needs to move further than this to hold. */
    private static long reach(Row row) {
        long reach = 0;
        for (long coef : row.coefs) {
            reach += Math.abs(coef);
        }
        reach += Math.abs(row.low) < Row.NONE ? Math.abs(row.low) : 0;
        return reach + (Math.abs(row.high) < Row.NONE ? Math.abs(row.high) : 0);
    }

    private boolean possible(Set<String> kept) {
        CpModel cp = new CpModel();
        BoolVar[] x = variables(cp);
        for (Row row : model.rows) {
            if (kept.contains(row.clause)) {
                cp.addLinearConstraint(LinearExpr.weightedSum(pick(x, row.vars), row.coefs), row.low, row.high);
            }
        }
        return solver().solve(cp) != CpSolverStatus.INFEASIBLE;
    }

    private BoolVar[] variables(CpModel cp) {
        BoolVar[] x = new BoolVar[model.open.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = cp.newBoolVar("");
        }
        return x;
    }

    private static CpSolver solver() {
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(1).setMaxDeterministicTime(LIMIT);
        return solver;
    }

    private static BoolVar[] pick(BoolVar[] x, int[] vars) {
        BoolVar[] picked = new BoolVar[vars.length];
        for (int i = 0; i < vars.length; i++) {
            picked[i] = x[vars[i]];
        }
        return picked;
    }
}
