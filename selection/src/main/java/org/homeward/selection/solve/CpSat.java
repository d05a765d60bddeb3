package org.homeward.selection.solve;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Any rows at all, level by level on OR-Tools CP-SAT. Its answer does not hang on the solver's own choices, because the lottery
 * makes the best choice unique; one worker keeps even the proof repeatable. The second opinion on every other method.
 */
public final class CpSat {
    static final String NAME = "CP-SAT level by level (OR-Tools), 2";

    private final Program program;
    private final Duration limit;

    public CpSat(Program program, Duration limit) {
        this.program = program;
        this.limit = limit;
        Loader.loadNativeLibraries();
    }

    /** @return null when the rows cannot all hold; throws when the limit ends before a first choice is found */
    public @Nullable Answer solve() {
        long end = System.nanoTime() + limit.toNanos();
        CpModel cp = new CpModel();
        BoolVar[] x = new BoolVar[program.size];
        Arrays.setAll(x, i -> cp.newBoolVar(""));
        for (Row row : program.rows) {
            cp.addLinearConstraint(sum(x, row), row.low, row.high);
        }
        boolean[] chosen = new boolean[x.length];
        long[] gaps = new long[program.keys.length];
        boolean found = false;
        for (int level = 0; level < gaps.length; level++) {
            LinearExpr sum = LinearExpr.weightedSum(x, program.keys[level]);
            cp.maximize(sum);
            CpSolver solver = solver(end);
            CpSolverStatus status = solver.solve(cp);
            if (status == CpSolverStatus.INFEASIBLE) {
                return null;
            }
            if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
                found = true;
                for (int i = 0; i < x.length; i++) {
                    chosen[i] = solver.booleanValue(x[i]);
                }
            } else if (!found) {
                throw new IllegalStateException("no list found within the limit; status " + status);
            }
            long value = 0;
            cp.clearHints();
            for (int i = 0; i < x.length; i++) {
                value += chosen[i] ? program.keys[level][i] : 0;
                cp.addHint(x[i], chosen[i]);
            }
            long bound = (long) Math.floor(solver.bestObjectiveBound() + 1e-6);
            gaps[level] = status == CpSolverStatus.OPTIMAL ? 0 : Math.max(1, bound - value);
            cp.addGreaterOrEqual(sum, value);
        }
        return new Answer(chosen, gaps, NAME);
    }

    static CpSolver solver(long end) {
        CpSolver solver = new CpSolver();
        double seconds = Math.max(0.01, (end - System.nanoTime()) / 1e9);
        solver.getParameters().setNumWorkers(1).setRandomSeed(1).setMaxTimeInSeconds(seconds);
        return solver;
    }

    private static LinearExpr sum(BoolVar[] x, Row row) {
        BoolVar[] picked = new BoolVar[row.vars.length];
        long[] coefs = new long[row.vars.length];
        for (int i = 0; i < coefs.length; i++) {
            picked[i] = x[row.vars[i]];
            coefs[i] = row.coef(i);
        }
        return LinearExpr.weightedSum(picked, coefs);
    }
}
