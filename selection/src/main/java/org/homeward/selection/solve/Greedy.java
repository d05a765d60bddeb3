package org.homeward.selection.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The exact greedy for quotas that nest: one pass over one strict order.
 *
 * <p>Choices inside nested quotas form the bases of a generalised matroid (Tardos 1985), where the greedy base is best on every
 * level at once (Gale 1968, Edmonds 1971). A variable is taken when the places still owed to lower quotas leave room for it on its
 * chain of quotas. Who is refused once is refused for ever, and so is everyone of his cell: O(n log n) for the order, then
 * O(n + taken * depth).
 */
public final class Greedy {
    private final Program program;
    private final Cells cells;
    private final Forest forest;
    private final int[] parent;
    private final long[] low;
    private final long[] high;
    private final long[] taken;
    private final long[] owed;
    private final long[] owedBelow;
    private boolean feasible = true;

    Greedy(Program program, Cells cells, Forest forest) {
        this.program = program;
        this.cells = cells;
        this.forest = forest;
        parent = forest.parent;
        low = forest.low;
        high = forest.high;
        int n = forest.nodes();
        taken = new long[n];
        owed = new long[n];
        owedBelow = new long[n];
        reset();
    }

    private void reset() {
        Arrays.fill(taken, 0);
        Arrays.fill(owed, 0);
        Arrays.fill(owedBelow, 0);
        long[] capacity = new long[taken.length];
        for (int c = 0; c < cells.count; c++) {
            if (forest.home[c] >= 0) {
                capacity[forest.home[c]] += cells.weight[c];
            }
        }
        for (int v = 0; v < taken.length; v++) {
            capacity[v] = Math.min(capacity[v], high[v]);
            owed[v] = Math.max(low[v], owedBelow[v]);
            feasible &= owed[v] <= capacity[v];
            if (parent[v] >= 0) {
                capacity[parent[v]] += capacity[v];
                owedBelow[parent[v]] += Math.max(0, owed[v]);
            }
        }
    }

    /** Sorts and solves; null when the rows cannot all hold. */
    public boolean @Nullable [] solve() {
        return solve(Order.of(program));
    }

    boolean @Nullable [] solve(Order order) {
        reset();
        if (!feasible) {
            return null;
        }
        boolean[] chosen = new boolean[program.size];
        boolean[] closed = new boolean[cells.count];
        int open = cells.count;
        for (int i = 0; i < chosen.length && open > 0; i++) {
            int v = order.at(i);
            int cell = cells.of[v];
            if (closed[cell]) {
                continue;
            }
            int home = forest.home[cell];
            if (fits(home)) {
                shift(home, 1);
                chosen[v] = true;
            } else {
                closed[cell] = true;
                open--;
            }
        }
        return chosen;
    }

    /** Whether taking one more at this node leaves every owed place free. */
    boolean fits(int at) {
        long less = 0;
        for (int v = at; v >= 0; v = parent[v]) {
            long need = Math.max(0, Math.max(low[v] - taken[v] - 1, owedBelow[v] - less));
            if (taken[v] + 1 + need > high[v]) {
                return false;
            }
            less = Math.max(0, owed[v]) - need;
        }
        return true;
    }

    /** Takes one more at a node, or gives one back. */
    void shift(int at, int by) {
        long less = 0;
        for (int v = at; v >= 0; v = parent[v]) {
            owedBelow[v] -= less;
            taken[v] += by;
            long need = Math.max(0, Math.max(low[v] - taken[v], owedBelow[v]));
            less = Math.max(0, owed[v]) - need;
            owed[v] = need;
        }
    }

    Program program() {
        return program;
    }

    Cells cells() {
        return cells;
    }

    Forest forest() {
        return forest;
    }

    long taken(int node) {
        return taken[node];
    }
}
