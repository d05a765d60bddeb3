package org.homeward.selection.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * The linear relaxation on OR-Tools GLOP, with bounds that do not trust it: whatever multipliers it gives, they are rounded to
 * integers and the bound is computed again exactly (Neumaier and Shcherbina 2004, "Safe bounds in linear and mixed-integer linear
 * programming"). Reduced costs are exact integers likewise.
 */
final class Relaxation {
    private static final double INFINITY = MPSolver.infinity();

    private final int size;
    private final MPSolver lp;
    private final MPVariable[] x;
    private final List<Row> rows = new ArrayList<>();
    private final List<MPConstraint> constraints = new ArrayList<>();

    // Of the last solve.
    private long scale = 1;
    private long bound;
    private long[] reduced = new long[0];

    Relaxation(Program program) {
        size = program.size;
        lp = MPSolver.createSolver("GLOP");
        x = new MPVariable[size];
        for (int i = 0; i < size; i++) {
            x[i] = lp.makeNumVar(0, 1, "");
        }
        program.rows.forEach(this::add);
    }

    /** Adds a row for this and all later solves. */
    void add(Row row) {
        MPConstraint c = lp.makeConstraint(
                row.low <= -Row.NONE ? -INFINITY : row.low, row.high >= Row.NONE ? INFINITY : row.high);
        for (int i = 0; i < row.vars.length; i++) {
            c.setCoefficient(x[row.vars[i]], row.coef(i));
        }
        rows.add(row);
        constraints.add(c);
    }

    /** Fixes a variable for all later solves. */
    void fix(int variable, boolean in) {
        x[variable].setBounds(in ? 1 : 0, in ? 1 : 0);
    }

    /** Maximises; false when the relaxation has no solution, or the time ended. */
    boolean maximise(double[] objective, long millis) {
        for (int i = 0; i < size; i++) {
            lp.objective().setCoefficient(x[i], objective[i]);
        }
        lp.objective().setMaximization();
        lp.setTimeLimit(Math.max(1, millis));
        return lp.solve() == MPSolver.ResultStatus.OPTIMAL;
    }

    double value(int variable) {
        return x[variable].solutionValue();
    }

    double reducedCost(int variable) {
        return x[variable].reducedCost();
    }

    /** Computes the exact bound and reduced costs of the last solve for an integer objective. */
    void certify(long[] objective) {
        long total = 1;
        for (long key : objective) {
            total += key;
        }
        scale = 1L << Math.max(0, Math.min(20, 58 - Order.bits(total)));
        long[] duals = new long[rows.size()];
        for (int r = 0; r < duals.length; r++) {
            duals[r] = Math.round(constraints.get(r).dualValue() * scale);
        }
        certify(objective, duals);
        long first = bound;
        long[] kept = reduced;
        // The sign of a multiplier is the library's convention; the bound holds for either, the smaller is the right
        // one.
        for (int r = 0; r < duals.length; r++) {
            duals[r] = -duals[r];
        }
        certify(objective, duals);
        if (first < bound) {
            bound = first;
            reduced = kept;
        }
    }

    private void certify(long[] objective, long[] duals) {
        reduced = new long[size];
        for (int i = 0; i < size; i++) {
            reduced[i] = objective[i] * scale;
        }
        bound = 0;
        for (int r = 0; r < duals.length; r++) {
            Row row = rows.get(r);
            long y = duals[r];
            long side = y > 0 ? row.high : row.low;
            if (y == 0 || Math.abs(side) >= Row.NONE) {
                continue;
            }
            bound = Math.addExact(bound, Math.multiplyExact(y, side));
            for (int i = 0; i < row.vars.length; i++) {
                reduced[row.vars[i]] -= y * row.coef(i);
            }
        }
        for (int i = 0; i < size; i++) {
            boolean fixedIn = x[i].lb() > 0.5;
            boolean fixedOut = x[i].ub() < 0.5;
            bound += fixedIn ? reduced[i] : fixedOut ? 0 : Math.max(0, reduced[i]);
        }
    }

    /** No choice has a greater value than this. */
    long bound() {
        return Math.floorDiv(bound, scale);
    }

    /** 1 when every choice worth at least {@code value} has the variable, -1 when none has, 0 when that is open. */
    int settled(int variable, long value) {
        if (bound - Math.abs(reduced[variable]) >= value * scale) {
            return 0;
        }
        return Long.signum(reduced[variable]);
    }
}
