package org.homeward.selection.solve;

/** The first list of the network simplex: greedy in both families at once. It may fall short of a lower quota; nothing else. */
final class FlowStart {
    private FlowStart() {}

    static boolean[] choose(Program program, FlowNetwork net, Order order) {
        boolean[] chosen = pass(program, net, order);
        int n1 = net.first.nodes();
        int n2 = net.second.nodes();
        if (net.nodes() == 1 + n1 + n2) {
            return chosen;
        }
        // Both sides of a balance start at the smaller one's number; the simplex then moves a few, not the whole
        // surplus.
        long[] smaller = new long[net.nodes()];
        java.util.Arrays.fill(smaller, Row.NONE);
        long[] count = new long[n2];
        for (int i = 0; i < program.size; i++) {
            for (int v = chosen[i] ? net.second.home[net.cells.of[i]] : -1; v >= 0; v = net.second.parent[v]) {
                count[v]++;
            }
        }
        long[] before = net.second.high.clone();
        for (int v = 0; v < n2; v++) {
            int up = net.up[1 + n1 + v];
            smaller[up] = Math.min(smaller[up], up > n1 + n2 ? count[v] : Row.NONE);
        }
        for (int v = 0; v < n2; v++) {
            net.second.high[v] = Math.min(net.second.high[v], smaller[net.up[1 + n1 + v]]);
        }
        boolean[] even = pass(program, net, order);
        System.arraycopy(before, 0, net.second.high, 0, n2);
        return even;
    }

    private static boolean[] pass(Program program, FlowNetwork net, Order order) {
        Greedy first = new Greedy(program, net.cells, net.first);
        Greedy second = new Greedy(program, net.cells, net.second);
        boolean[] chosen = new boolean[program.size];
        boolean[] closed = new boolean[net.cells.count];
        int open = net.cells.count;
        for (int i = 0; i < chosen.length && open > 0; i++) {
            int v = order.at(i);
            int cell = net.cells.of[v];
            if (closed[cell]) {
                continue;
            }
            int a = net.first.home[cell];
            int b = net.second.home[cell];
            if (first.fits(a) && second.fits(b)) {
                first.shift(a, 1);
                second.shift(b, 1);
                chosen[v] = true;
            } else {
                closed[cell] = true;
                open--;
            }
        }
        return chosen;
    }
}
