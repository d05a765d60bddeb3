package org.homeward.selection.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exact search over the variables that are not settled; the settled ones become constants, and rows they satisfy vanish. */
final class Core {
    /** What a search of one level gave. */
    record Found(boolean @Nullable [] chosen, boolean proven, long bound) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Program program;
    private final byte[] settled;
    private final CpModel cp = new CpModel();
    private final @Nullable BoolVar[] x;
    private boolean possible = true;

    Core(Program program, List<Row> extra, byte[] settled) {
        this.program = program;
        this.settled = settled;
        x = new BoolVar[program.size];
        for (int v = 0; v < x.length; v++) {
            x[v] = settled[v] == 0 ? cp.newBoolVar("") : null;
        }
        List<Row> rows = new ArrayList<>(program.rows);
        rows.addAll(extra);
        rows.forEach(this::add);
    }

    private void add(Row row) {
        long constant = 0;
        long least = 0;
        long most = 0;
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int i = 0; i < row.vars.length; i++) {
            int v = row.vars[i];
            BoolVar open = x[v];
            if (open == null) {
                constant += settled[v] > 0 ? row.coef(i) : 0;
            } else {
                sum.addTerm(open, row.coef(i));
                least += Math.min(0, row.coef(i));
                most += Math.max(0, row.coef(i));
            }
        }
        long low = row.low - constant;
        long high = row.high - constant;
        possible &= low <= most && high >= least;
        if (possible && (low > least || high < most)) {
            cp.addLinearConstraint(sum, Math.max(low, least), Math.min(high, most));
        }
    }

    private LinearExpr objective(int level) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int v = 0; v < x.length; v++) {
            BoolVar open = x[v];
            if (open != null && program.keys[level][v] != 0) {
                sum.addTerm(open, program.keys[level][v]);
            }
        }
        return sum.build();
    }

    private long constant(int level) {
        long constant = 0;
        for (int v = 0; v < x.length; v++) {
            constant += settled[v] > 0 ? program.keys[level][v] : 0;
        }
        return constant;
    }

    /** The best on one level, starting from a list. */
    Found search(int level, boolean[] list, long end) {
        if (!possible) {
            return new Found(null, true, 0);
        }
        hint(list);
        cp.maximize(objective(level));
        CpSolver solver = CpSat.solver(end);
        CpSolverStatus status = solver.solve(cp);
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        boolean proven = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE;
        long bound = proven ? 0 : constant(level) + (long) Math.floor(solver.bestObjectiveBound() + 1e-6);
        return new Found(found ? read(solver) : null, proven, bound);
    }

    /** A list that is good on all levels in turn; null when the open variables allow none. */
    boolean @Nullable [] allLevels(long end) {
        boolean[] list = null;
        for (int level = 0; possible && level < program.keys.length; level++) {
            LinearExpr objective = objective(level);
            cp.maximize(objective);
            CpSolver solver = CpSat.solver(end);
            CpSolverStatus status = solver.solve(cp);
            if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
                list = read(solver);
                cp.addGreaterOrEqual(objective, value(level, list));
                hint(list);
            } else if (list == null) {
                if (status == CpSolverStatus.INFEASIBLE) {
                    return null;
                }
                throw new IllegalStateException("no list found within the limit; status " + status);
            }
        }
        return list;
    }

    private long value(int level, boolean[] list) {
        long value = 0;
        for (int v = 0; v < x.length; v++) {
            value += x[v] != null && list[v] ? program.keys[level][v] : 0;
        }
        return value;
    }

    private void hint(boolean[] list) {
        cp.clearHints();
        for (int v = 0; v < x.length; v++) {
            BoolVar open = x[v];
            if (open != null) {
                cp.addHint(open, list[v]);
            }
        }
    }

    private boolean[] read(CpSolver solver) {
        boolean[] chosen = new boolean[x.length];
        for (int v = 0; v < x.length; v++) {
            BoolVar open = x[v];
            chosen[v] = open == null ? settled[v] > 0 : solver.booleanValue(open);
        }
        return chosen;
    }
}
