package org.homeward.selection.solve;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;

/** The same problems as the general solvers of OR-Tools are given them; what the benchmark measures beside our own methods. */
final class Peers {
    private Peers() {}

    /** What a peer reached, level by level; empty when it ended by its time limit. */
    record Result(String name, long[] values, boolean proven) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Level by level on one of MPSolver's back ends (GLOP, HIGHS, SCIP): the levels before become rows. */
    static Result lexicographic(Program program, String backend, boolean integers, double seconds) {
        Loader.loadNativeLibraries();
        double end = System.nanoTime() / 1e9 + seconds;
        long[] values = new long[program.keys.length];
        for (int level = 0; level < values.length; level++) {
            MPSolver solver = MPSolver.createSolver(backend);
            MPVariable[] x = new MPVariable[program.size];
            for (int i = 0; i < x.length; i++) {
                x[i] = integers ? solver.makeIntVar(0, 1, "") : solver.makeNumVar(0, 1, "");
            }
            for (Row row : program.rows) {
                MPConstraint c = solver.makeConstraint(
                        row.low <= -Row.NONE ? -MPSolver.infinity() : row.low,
                        row.high >= Row.NONE ? MPSolver.infinity() : row.high);
                for (int i = 0; i < row.vars.length; i++) {
                    c.setCoefficient(x[row.vars[i]], row.coef(i));
                }
            }
            for (int before = 0; before < level; before++) {
                MPConstraint c = solver.makeConstraint(values[before], MPSolver.infinity());
                for (int i = 0; i < x.length; i++) {
                    c.setCoefficient(x[i], program.keys[before][i]);
                }
            }
            for (int i = 0; i < x.length; i++) {
                solver.objective().setCoefficient(x[i], program.keys[level][i]);
            }
            solver.objective().setMaximization();
            solver.setTimeLimit(Math.max(1, (long) ((end - System.nanoTime() / 1e9) * 1000)));
            MPSolverParameters exact = new MPSolverParameters();
            exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            if (!optimal(solver, exact)) {
                return new Result(backend, Arrays.copyOf(values, level), false);
            }
            values[level] = Math.round(solver.objective().value());
        }
        return new Result(backend, values, true);
    }

    /** Its Java side throws when the library answers with a status that it has no name for, as HiGHS does when time runs out. */
    private static boolean optimal(MPSolver solver, MPSolverParameters parameters) {
        try {
            return solver.solve(parameters) == MPSolver.ResultStatus.OPTIMAL;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Two families as one cost flow on OR-Tools' MinCostFlow: an arc for each person. Its one 64-bit cost holds three tiers and the days,
     * not the lottery.
     */
    static long[] minCostFlow(Program program, Recogniser reading) {
        Loader.loadNativeLibraries();
        FlowNetwork net = reading.network;
        if (net == null) {
            throw new IllegalArgumentException("not two families");
        }
        MinCostFlow flow = new MinCostFlow();
        int base = net.nodes();
        // Lower bounds move into supplies, since the library has none.
        long[] supply = new long[base];
        for (int v = 1; v < base; v++) {
            int from = net.outward[v] ? v : net.up[v];
            int to = net.outward[v] ? net.up[v] : v;
            long most = Math.min(net.high[v], program.size);
            flow.addArcWithCapacityAndUnitCost(from, to, most - net.low[v], 0);
            supply[from] -= net.low[v];
            supply[to] += net.low[v];
        }
        int[] arc = new int[program.size];
        for (int i = 0; i < program.size; i++) {
            int cell = net.cells.of[i];
            long worth = 0;
            for (int level = 0; level < 3; level++) {
                worth = worth * 2048 + program.keys[level][i];
            }
            worth = worth * (1L << 16) + program.keys[3][i];
            arc[i] = flow.addArcWithCapacityAndUnitCost(net.tail[cell], net.head[cell], 1, -worth);
        }
        for (int v = 0; v < base; v++) {
            flow.setNodeSupply(v, supply[v]);
        }
        if (flow.solve() != MinCostFlow.Status.OPTIMAL) {
            throw new IllegalStateException("MinCostFlow found no optimum");
        }
        boolean[] chosen = new boolean[program.size];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = flow.getFlow(arc[i]) > 0;
        }
        return program.values(chosen);
    }
}
