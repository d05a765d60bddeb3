package org.homeward.selection.solve;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that cannot all hold: which contradict each other, and how little would have to change. Works on cells, one number for each,
 * since who of a cell is chosen makes no difference to a row.
 */
public final class Conflict {
    private final Program program;
    private final Cells cells;
    private final Duration limit;

    public Conflict(Program program, Duration limit) {
        this.program = program;
        this.limit = limit;
        cells = Cells.of(program.size, program.rows);
        Loader.loadNativeLibraries();
    }

    /** A bound that would move: upwards for an upper one, downwards for a lower one. */
    public record Change(String clause, boolean upper, long from, long to) {}

    /** As {@link #clauses()}, from some of the clauses only. */
    public List<String> clauses(Set<String> among) {
        List<String> all = program.rows.stream()
                .map(row -> row.clause)
                .distinct()
                .filter(among::contains)
                .toList();
        Set<String> kept = new HashSet<>(all);
        for (String clause : all) {
            kept.remove(clause);
            if (possible(kept)) {
                kept.add(clause);
            }
        }
        return all.stream().filter(kept::contains).toList();
    }

    /** A smallest set of clauses that contradict each other: leaving out any one of them lets the rest hold (deletion filter). */
    public List<String> clauses() {
        Set<String> all = new HashSet<>();
        program.rows.forEach(row -> all.add(row.clause));
        return clauses(all);
    }

    /**
     * The least total change of numbers that lets the rows hold; of several, one that changes the fewest.
     *
     * @param ties clauses without a number, which are given up only where no number helps
     */
    public List<Change> nearest(Set<String> ties) {
        CpModel cp = new CpModel();
        IntVar[] x = variables(cp);
        List<IntVar> over = new ArrayList<>();
        List<IntVar> under = new ArrayList<>();
        var slack = LinearExpr.newBuilder();
        long dear = 1;
        for (Row row : program.rows) {
            dear += ties.contains(row.clause) ? 0 : 2 * reach(row);
        }
        LinearExpr[] sums = sums(x);
        for (int r = 0; r < sums.length; r++) {
            Row row = program.rows.get(r);
            IntVar more = cp.newIntVar(0, reach(row), "");
            IntVar less = cp.newIntVar(0, reach(row), "");
            over.add(more);
            under.add(less);
            BoolVar changed = cp.newBoolVar("");
            cp.addLessOrEqual(
                    LinearExpr.newBuilder()
                            .add(more)
                            .add(less)
                            .addTerm(changed, -2 * reach(row))
                            .build(),
                    0);
            slack.add(changed);
            long price = (ties.contains(row.clause) ? dear : 1) * (sums.length + 1);
            slack.addTerm(more, price);
            slack.addTerm(less, price);
            cp.addLessOrEqual(
                    LinearExpr.newBuilder().add(sums[r]).addTerm(more, -1).build(), row.high);
            cp.addGreaterOrEqual(LinearExpr.newBuilder().add(sums[r]).add(less).build(), row.low);
        }
        cp.minimize(slack.build());
        CpSolver solver = CpSat.solver(System.nanoTime() + limit.toNanos());
        CpSolverStatus status = solver.solve(cp);
        List<Change> changes = new ArrayList<>();
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            for (int r = 0; r < program.rows.size(); r++) {
                Row row = program.rows.get(r);
                long up = solver.value(over.get(r));
                long down = solver.value(under.get(r));
                if (up > 0) {
                    changes.add(new Change(row.clause, true, row.high, row.high + up));
                }
                if (down > 0) {
                    changes.add(new Change(row.clause, false, row.low, row.low - down));
                }
            }
        }
        return changes;
    }

    /** No row needs to move further than this to hold. */
    private static long reach(Row row) {
        long reach = 0;
        for (int i = 0; i < row.vars.length; i++) {
            reach += Math.abs(row.coef(i));
        }
        reach += Math.abs(row.low) < Row.NONE ? Math.abs(row.low) : 0;
        return reach + (Math.abs(row.high) < Row.NONE ? Math.abs(row.high) : 0);
    }

    /** Whether the rows of some clauses can all hold; also where that could not be decided in time. */
    public boolean possible(Set<String> kept) {
        CpModel cp = new CpModel();
        LinearExpr[] sums = sums(variables(cp));
        for (int r = 0; r < sums.length; r++) {
            Row row = program.rows.get(r);
            if (kept.contains(row.clause)) {
                cp.addLinearConstraint(sums[r], row.low, row.high);
            }
        }
        CpSolver solver = CpSat.solver(System.nanoTime() + limit.toNanos());
        return solver.solve(cp) != CpSolverStatus.INFEASIBLE;
    }

    private IntVar[] variables(CpModel cp) {
        IntVar[] x = new IntVar[cells.count];
        for (int c = 0; c < x.length; c++) {
            x[c] = cp.newIntVar(0, cells.weight[c], "");
        }
        return x;
    }

    private LinearExpr[] sums(IntVar[] x) {
        int[][] inside = Forest.inside(program.rows.size(), cells);
        LinearExpr[] sums = new LinearExpr[inside.length];
        for (int r = 0; r < sums.length; r++) {
            var sum = LinearExpr.newBuilder();
            for (int c : inside[r]) {
                for (int i = 0; i < cells.rows[c].length; i++) {
                    if (cells.rows[c][i] == r) {
                        sum.addTerm(x[c], cells.coefs[c][i]);
                    }
                }
            }
            sums[r] = sum.build();
        }
        return sums;
    }
}
