package org.homeward.selection.solve;

import java.util.Arrays;

/**
 * Two crossing families of nested quotas as a network: the root, a node for each quota, and for each cell an arc from its smallest
 * quota in the first family to its smallest in the second. The flow on a quota's own arc is the number it counts; a balance "as many
 * to one side as to the other" is conservation at a middle node. Cells of the other side run backwards.
 */
final class FlowNetwork {
    final Cells cells;
    final Forest first;
    final Forest second;
    /** For each node its own arc's other end, whether that arc leaves the node, its bounds, and its row (-1: a balance). */
    final int[] up;

    final boolean[] outward;
    final long[] low;
    final long[] high;
    final int[] row;
    /** For each cell the ends of its arc. */
    final int[] tail;

    final int[] head;

    /**
     * @param minus for each cell whether it runs backwards
     * @param balanceOf for each node of the second forest the balance it hangs from, or -1
     */
    FlowNetwork(Cells cells, Forest first, Forest second, boolean[] minus, int[] balanceOf, int balances) {
        this.cells = cells;
        this.first = first;
        this.second = second;
        int n1 = first.nodes();
        int n2 = second.nodes();
        int nodes = 1 + n1 + n2 + balances;
        up = new int[nodes];
        outward = new boolean[nodes];
        low = new long[nodes];
        high = new long[nodes];
        row = new int[nodes];
        Arrays.fill(row, -1);
        boolean[] back1 = backwards(first, cells, minus);
        boolean[] back2 = backwards(second, cells, minus);
        for (int v = 0; v < n1; v++) {
            up[1 + v] = 1 + first.parent[v];
            outward[1 + v] = back1[v];
            low[1 + v] = Math.max(0, first.low[v]);
            high[1 + v] = first.high[v];
            row[1 + v] = first.row[v];
        }
        for (int v = 0; v < n2; v++) {
            int at = 1 + n1 + v;
            int parent = second.parent[v];
            up[at] = balanceOf[v] >= 0 ? 1 + n1 + n2 + balanceOf[v] : parent < 0 ? 0 : 1 + n1 + parent;
            outward[at] = !back2[v];
            low[at] = Math.max(0, second.low[v]);
            high[at] = second.high[v];
            row[at] = second.row[v];
        }
        tail = new int[cells.count];
        head = new int[cells.count];
        for (int c = 0; c < cells.count; c++) {
            int a = 1 + first.home[c];
            int b = second.home[c] < 0 ? 0 : 1 + n1 + second.home[c];
            tail[c] = minus[c] ? b : a;
            head[c] = minus[c] ? a : b;
        }
    }

    private static boolean[] backwards(Forest forest, Cells cells, boolean[] minus) {
        boolean[] back = new boolean[forest.nodes()];
        for (int c = 0; c < cells.count; c++) {
            for (int v = forest.home[c]; minus[c] && v >= 0; v = forest.parent[v]) {
                back[v] = true;
            }
        }
        return back;
    }

    int nodes() {
        return up.length;
    }
}
