package org.homeward.selection.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lexicographic network simplex on a {@link FlowNetwork}, from a greedy start.
 *
 * <p>The quotas' own arcs form the first spanning tree, so that any choice whatever is a first basic solution: what it breaks runs
 * over arcs that cost one unit of a level above all others. Within a cell the best are taken first, so each cell offers only two
 * arcs at a time, and the work does not grow with the number of persons. Pricing by blocks (as in LEMON's network simplex); after a
 * run of pivots without progress Bland's rule, which cannot cycle.
 */
public final class NetworkSimplex {
    private static final int MAIN = 0;
    private static final int OVER = 1;
    private static final int UNDER = 2;

    private final FlowNetwork net;
    private final Words words;
    private final CellLists lists;
    private final int nodes;
    private final int base;
    private final long[] flow;
    private final int[] pred;
    private final int[] predArc;
    private final int[] depth;
    private final long[][] pot;
    private final int[] path;
    private int cursor;
    private int idle;
    private long pivots;

    // The arc that the last pricing found best.
    private int entering;
    private int direction;
    private final long[] bestGain;
    private final long[] gain;

    // The arc that the last ratio test found to block.
    private long step;
    private int leaving;
    private boolean leavesOnHeadSide;
    private int leavingArc;

    NetworkSimplex(Program program, FlowNetwork net, Order order) {
        this.net = net;
        nodes = net.nodes();
        base = 3 * nodes;
        words = Words.of(program, 2L * nodes + 4, 2, true);
        lists = new CellLists(program, net.cells, order, words, FlowStart.choose(program, net, order));
        flow = new long[base];
        pred = net.up.clone();
        predArc = new int[nodes];
        depth = new int[nodes];
        pot = new long[words.count][nodes];
        path = new int[nodes];
        bestGain = new long[words.count];
        gain = new long[words.count];
        start();
    }

    private void start() {
        long[] count = new long[nodes];
        int[] taken = lists.taken();
        for (int c = 0; c < taken.length; c++) {
            count[net.tail[c]] -= taken[c];
            count[net.head[c]] += taken[c];
        }
        // Children come before parents inside a forest, and forests before balances: one pass gives the flow on each
        // own arc.
        for (int v = 1; v < nodes; v++) {
            long out = net.outward[v] ? count[v] : -count[v];
            count[net.up[v]] += count[v];
            long main = Math.max(net.low[v], Math.min(net.high[v], out));
            flow[3 * v + MAIN] = main;
            flow[3 * v + OVER] = Math.max(0, out - main);
            flow[3 * v + UNDER] = Math.max(0, main - out);
            predArc[v] = 3 * v + (out > main ? OVER : out < main ? UNDER : MAIN);
        }
        refresh();
    }

    /** The best choice, or null when the rows cannot all hold. */
    public boolean @Nullable [] solve() {
        while (price()) {
            pivot();
        }
        for (int v = 1; v < nodes; v++) {
            if (flow[3 * v + OVER] + flow[3 * v + UNDER] > 0) {
                return null;
            }
        }
        return lists.barredIn() ? null : lists.chosen();
    }

    /** Bars a variable for good and goes on from where the last answer stood; solve again after it. */
    public void bar(int variable) {
        lists.bar(variable);
        refresh();
    }

    /** Pivots so far. */
    public long pivots() {
        return pivots;
    }

    private int tail(int arc) {
        if (arc >= base) {
            return net.tail[lists.cell(arc - base)];
        }
        int v = arc / 3;
        return net.outward[v] == (arc % 3 != UNDER) ? v : net.up[v];
    }

    private int head(int arc) {
        if (arc >= base) {
            return net.head[lists.cell(arc - base)];
        }
        int v = arc / 3;
        return net.outward[v] == (arc % 3 != UNDER) ? net.up[v] : v;
    }

    private long flow(int arc) {
        return arc >= base ? lists.in(arc - base) ? 1 : 0 : flow[arc];
    }

    private long room(int arc, boolean more) {
        if (arc >= base) {
            return lists.in(arc - base) == more ? 0 : 1;
        }
        int v = arc / 3;
        boolean main = arc % 3 == MAIN;
        return more ? (main ? net.high[v] : Row.NONE) - flow[arc] : flow[arc] - (main ? net.low[v] : 0);
    }

    private void push(int arc, long by) {
        if (arc >= base) {
            lists.set(arc - base, by > 0);
        } else {
            flow[arc] += by;
        }
    }

    private long value(int arc, int word) {
        if (arc >= base) {
            return lists.value(arc - base, word);
        }
        return word == 0 && arc % 3 != MAIN ? -words.reserved[1] : 0;
    }

    private boolean price() {
        int all = base + net.cells.count;
        boolean bland = idle > 4 * nodes;
        int block = bland ? 1 : Math.max(64, (int) Math.sqrt(all) * 2);
        int at = bland ? 3 : Math.max(3, cursor);
        entering = -1;
        int seen = 0;
        for (int scanned = 3; scanned < all; scanned++) {
            if (at < base) {
                offer(at, net.up[at / 3]);
            } else {
                lists.offers(at - base, this);
            }
            at = at + 1 == all ? 3 : at + 1;
            if (++seen >= block) {
                if (entering >= 0) {
                    break;
                }
                seen = 0;
            }
        }
        cursor = at;
        return entering >= 0;
    }

    private void offer(int arc, int up) {
        int v = arc / 3;
        boolean out = net.outward[v] == (arc % 3 != UNDER);
        int from = out ? v : up;
        int to = out ? up : v;
        int sign = 0;
        for (int w = 0; w < gain.length; w++) {
            gain[w] = value(arc, w) + pot[w][from] - pot[w][to];
            sign = sign == 0 ? Long.signum(gain[w]) : sign;
        }
        if (sign != 0 && room(arc, sign > 0) > 0) {
            consider(arc, sign);
        }
    }

    /** A cell offers the best of those out when it gains, or the last of those in when it costs. */
    void offer(int cell, int place, boolean in, long[][] values) {
        int from = net.tail[cell];
        int to = net.head[cell];
        int sign = 0;
        for (int w = 0; w < gain.length; w++) {
            gain[w] = values[w][cell] + pot[w][from] - pot[w][to];
            if (sign == 0 && gain[w] != 0) {
                sign = Long.signum(gain[w]);
                if (sign > 0 == in) {
                    return;
                }
            }
        }
        if (sign != 0 && from != to) {
            consider(base + place, sign);
        }
    }

    private void consider(int arc, int sign) {
        boolean better = entering < 0;
        for (int w = 0; w < gain.length && !better; w++) {
            long size = sign > 0 ? gain[w] : -gain[w];
            if (size != bestGain[w]) {
                if (size < bestGain[w]) {
                    return;
                }
                better = true;
            }
        }
        if (better) {
            entering = arc;
            direction = sign;
            for (int w = 0; w < gain.length; w++) {
                bestGain[w] = sign > 0 ? gain[w] : -gain[w];
            }
        }
    }

    private void pivot() {
        pivots++;
        boolean forward = direction > 0;
        int a = forward ? tail(entering) : head(entering);
        int b = forward ? head(entering) : tail(entering);
        step = room(entering, forward);
        leaving = -1;
        leavingArc = entering;
        boolean bland = idle > 4 * nodes;
        int u = a;
        int w = b;
        while (u != w) {
            if (depth[u] >= depth[w]) {
                block(u, head(predArc[u]) == u, false, bland);
                u = pred[u];
            } else {
                block(w, tail(predArc[w]) == w, true, bland);
                w = pred[w];
            }
        }
        idle = step == 0 ? idle + 1 : 0;
        if (step > 0) {
            push(entering, forward ? step : -step);
            for (u = a; u != w; u = pred[u]) {
                push(predArc[u], head(predArc[u]) == u ? step : -step);
            }
            for (u = b; u != w; u = pred[u]) {
                push(predArc[u], tail(predArc[u]) == u ? step : -step);
            }
        }
        if (leaving >= 0) {
            int prevNode = leavesOnHeadSide ? a : b;
            int prevArc = entering;
            int at = leavesOnHeadSide ? b : a;
            while (true) {
                int next = pred[at];
                int nextArc = predArc[at];
                pred[at] = prevNode;
                predArc[at] = prevArc;
                if (at == leaving) {
                    break;
                }
                prevNode = at;
                prevArc = nextArc;
                at = next;
            }
            refresh();
        }
    }

    private void block(int node, boolean more, boolean headSide, boolean bland) {
        int arc = predArc[node];
        long room = room(arc, more);
        if (room < step || (room == step && (bland ? arc < leavingArc : headSide && leaving >= 0))) {
            step = room;
            leaving = node;
            leavingArc = arc;
            leavesOnHeadSide = headSide;
        }
    }

    /** Depths and prices from the tree. */
    private void refresh() {
        Arrays.fill(depth, -1);
        depth[0] = 0;
        for (int start = 1; start < nodes; start++) {
            int n = 0;
            for (int v = start; depth[v] < 0; v = pred[v]) {
                path[n++] = v;
            }
            while (n > 0) {
                int v = path[--n];
                int up = pred[v];
                int arc = predArc[v];
                depth[v] = depth[up] + 1;
                boolean out = tail(arc) == v;
                for (int w = 0; w < pot.length; w++) {
                    pot[w][v] = out ? pot[w][up] - value(arc, w) : pot[w][up] + value(arc, w);
                }
            }
        }
    }

    /** For tests: that the flow on every arc keeps its bounds. */
    boolean consistent() {
        for (int arc = 3; arc < base; arc++) {
            if (room(arc, true) < 0 || room(arc, false) < 0 || flow(arc) < 0) {
                return false;
            }
        }
        return true;
    }
}
