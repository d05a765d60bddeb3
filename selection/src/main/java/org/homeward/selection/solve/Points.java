package org.homeward.selection.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Exact dynamic programmes over a tree of quotas: rank rates and N-for-M ratios (sums of points, small integers), and groups that stay
 * together inside one cell (sizes of units). These are knapsacks, but with sizes in unary, so polynomial (Pisinger 1999 on knapsacks
 * with bounded weights); the sums over ranks are (max, +) convolutions with concave curves.
 */
final class Points {
    /** The longest table of points tried; beyond it the general method is the better one. */
    private static final long MOST_POINTS = 2_000_000;

    /** A balance: one side's points less the other's lie in the row's bounds; each side's points have a limit. */
    record Balance(Row row, TreeMap<Long, List<Integer>> plus, TreeMap<Long, List<Integer>> minus, long[] limit) {
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
    private final Cells cells;
    private final Forest forest;
    private final List<Balance> balances;
    private final Map<Integer, List<int[]>> groups;
    private final Words words;
    private final long[] cap;
    private final long[] need;
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<List<Integer>> cellsAt = new ArrayList<>();
    private int[][] singles = new int[0][];

    private Points(
            Program program,
            Cells cells,
            Forest forest,
            List<Balance> balances,
            Map<Integer, List<int[]>> groups,
            Words words) {
        this.program = program;
        this.cells = cells;
        this.forest = forest;
        this.balances = balances;
        this.groups = groups;
        this.words = words;
        cap = new long[forest.nodes()];
        need = new long[forest.nodes()];
        for (int v = 0; v < forest.nodes(); v++) {
            children.add(new ArrayList<>());
            cellsAt.add(new ArrayList<>());
        }
        for (int c = 0; c < cells.count; c++) {
            if (forest.home[c] >= 0) {
                cellsAt.get(forest.home[c]).add(c);
                cap[forest.home[c]] += cells.weight[c];
            }
        }
        for (int v = 0; v < cap.length; v++) {
            cap[v] = Math.min(cap[v], forest.high[v]);
            need[v] = Math.max(need[v], forest.low[v]);
            if (forest.parent[v] >= 0) {
                children.get(forest.parent[v]).add(v);
                cap[forest.parent[v]] += cap[v];
                need[forest.parent[v]] += Math.max(0, need[v]);
            }
        }
    }

    /**
     * The programme, or null when the rows have another form.
     *
     * @param ties the rows that keep two together; all others are in {@code cells}
     */
    static @Nullable Points of(Program program, Cells cells, Forest forest, List<Row> weighted, List<Row> ties) {
        Map<Integer, List<int[]>> groups = Groups.inCells(program.size, cells, ties);
        List<Balance> balances = new ArrayList<>();
        for (Row row : weighted) {
            if (signs(row) == 3) {
                balances.add(balance(row));
            }
        }
        for (Row row : weighted) {
            if (signs(row) != 3 && !limits(balances, row)) {
                balances.add(balance(row));
            }
        }
        if (groups == null || !new Shape(cells, forest, balances).fits()) {
            return null;
        }
        for (Balance b : balances) {
            long points = Math.min(Math.max(total(cells, b.plus), total(cells, b.minus)), most(cells, b));
            long width = Math.min(b.row.high - b.row.low, points) + b.plus.size() + b.minus.size();
            if (points > MOST_POINTS || points * width > 100 * MOST_POINTS) {
                return null;
            }
        }
        try {
            // A balance compares sums of both sides.
            long most = Math.multiplyExact(balances.isEmpty() ? 1 : 2, most(program, cells, forest, balances));
            return new Points(program, cells, forest, balances, groups, Words.of(program, most, 0, false));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    /** The most persons in any one curve: a side of a balance, or an outermost quota. */
    private static long most(Program program, Cells cells, Forest forest, List<Balance> balances) {
        long most = 1;
        for (Balance b : balances) {
            most = Math.max(most, Math.min(b.limit[0], most(cells, b)) / Math.max(1, first(b.plus)));
            most = Math.max(most, Math.min(b.limit[1], most(cells, b)) / Math.max(1, first(b.minus)));
        }
        long[] size = new long[forest.nodes() + 1];
        for (int c = 0; c < cells.count; c++) {
            size[1 + forest.home[c]] += cells.weight[c];
        }
        most = balances.isEmpty() ? Math.max(most, size[0]) : most;
        for (int v = 0; v < forest.nodes(); v++) {
            if (forest.parent[v] < 0) {
                most = Math.max(most, Math.min(forest.high[v], size[1 + v]));
            } else {
                size[1 + forest.parent[v]] += size[1 + v];
            }
        }
        return Math.min(most, program.size + 1L);
    }

    private static long first(TreeMap<Long, List<Integer>> classes) {
        return classes.isEmpty() ? 1 : classes.firstKey();
    }

    private static long most(Cells cells, Balance b) {
        long slack = Math.min(Row.NONE, Math.max(Math.abs(b.row.low), Math.abs(b.row.high)));
        return Math.min(total(cells, b.plus), total(cells, b.minus)) + slack;
    }

    private static long total(Cells cells, TreeMap<Long, List<Integer>> classes) {
        long total = 0;
        for (Map.Entry<Long, List<Integer>> e : classes.entrySet()) {
            for (int c : e.getValue()) {
                total += e.getKey() * cells.weight[c];
            }
        }
        return total;
    }

    private static Balance balance(Row row) {
        return new Balance(row, new TreeMap<>(), new TreeMap<>(), new long[] {Row.NONE, Row.NONE});
    }

    /** 1: has positive coefficients; 2: negative ones; 3: both. */
    private static int signs(Row row) {
        int signs = 0;
        for (int i = 0; i < row.vars.length; i++) {
            signs |= row.coef(i) > 0 ? 1 : 2;
        }
        return signs;
    }

    /** Whether the row only limits the points of one side of a balance; the limit is then noted. */
    private static boolean limits(List<Balance> balances, Row limit) {
        for (Balance b : balances) {
            for (int side = 0; side < 2; side++) {
                if (limit.low <= 0 && sameSide(b.row, limit, side == 0 ? 1 : -1)) {
                    b.limit[side] = Math.min(b.limit[side], limit.high);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameSide(Row row, Row limit, int sign) {
        int at = 0;
        for (int i = 0; i < row.vars.length; i++) {
            if (row.coef(i) * sign > 0) {
                if (at == limit.vars.length || limit.vars[at] != row.vars[i] || limit.coef(at) != row.coef(i) * sign) {
                    return false;
                }
                at++;
            }
        }
        return at == limit.vars.length;
    }

    boolean grouped() {
        return !groups.isEmpty();
    }

    boolean rated() {
        return balances.stream().anyMatch(b -> b.plus.size() + b.minus.size() > 2);
    }

    boolean balanced() {
        return !balances.isEmpty();
    }

    /** The best choice, or null when the rows cannot all hold. */
    boolean @Nullable [] solve() {
        Order order = Order.of(program);
        int[] members = cells.members(order);
        int[] starts = cells.starts();
        singles = new int[cells.count][];
        Set<Integer> grouped = new HashSet<>();
        groups.values().forEach(list -> list.forEach(g -> Arrays.stream(g).forEach(grouped::add)));
        for (int c = 0; c < cells.count; c++) {
            singles[c] = grouped.isEmpty()
                    ? Arrays.copyOfRange(members, starts[c], starts[c + 1])
                    : Arrays.stream(members, starts[c], starts[c + 1])
                            .filter(v -> !grouped.contains(v))
                            .toArray();
        }
        boolean[] chosen = new boolean[program.size];
        boolean[] bound = new boolean[cells.count];
        for (Balance balance : balances) {
            Meeting.Side plus = side(balance.plus, balance, 0, bound);
            Meeting.Side minus = side(balance.minus, balance, 1, bound);
            if (!new Meeting(balance.row, plus, minus, words.count).choose(chosen)) {
                return null;
            }
        }
        Set<Integer> roots = new HashSet<>();
        for (int c = 0; c < cells.count; c++) {
            if (bound[c]) {
                continue;
            }
            int root = root(c);
            if (root < 0) {
                Curve free = cell(c, Row.NONE);
                free.choose(free.argBest(), chosen);
            } else if (roots.add(root)) {
                Curve free = node(root);
                int number = free.argBest();
                if (number < free.from) {
                    return null;
                }
                free.choose(number, chosen);
            }
        }
        return program.feasible(chosen) ? chosen : null;
    }

    private int root(int cell) {
        int v = forest.home[cell];
        while (v >= 0 && forest.parent[v] >= 0) {
            v = forest.parent[v];
        }
        return v;
    }

    private Meeting.Side side(TreeMap<Long, List<Integer>> classes, Balance balance, int side, boolean[] bound) {
        long most = Math.min(balance.limit[side], most(cells, balance));
        List<Meeting.Units> units = new ArrayList<>();
        for (Map.Entry<Long, List<Integer>> e : classes.entrySet()) {
            Curve of = Curve.zero(words.count);
            Set<Integer> roots = new HashSet<>();
            for (int c : e.getValue()) {
                bound[c] = true;
                int root = root(c);
                if (root < 0) {
                    of = of.plus(cell(c, most / e.getKey()), 1, 0, most / e.getKey());
                } else if (roots.add(root)) {
                    of = of.plus(node(root), 1, 0, most / e.getKey());
                }
            }
            units.add(new Meeting.Units(Math.toIntExact(e.getKey()), of));
        }
        return new Meeting.Side(units, most);
    }

    private Curve node(int v) {
        long capLeft = 0;
        long needLeft = 0;
        for (int child : children.get(v)) {
            capLeft += cap[child];
            needLeft += Math.max(0, need[child]);
        }
        for (int c : cellsAt.get(v)) {
            capLeft += cells.weight[c];
        }
        Curve sum = Curve.zero(words.count);
        for (int c : cellsAt.get(v)) {
            capLeft -= cells.weight[c];
            sum = sum.plus(cell(c, forest.high[v]), 1, forest.low[v] - capLeft, forest.high[v] - needLeft);
        }
        for (int child : children.get(v)) {
            capLeft -= cap[child];
            needLeft -= Math.max(0, need[child]);
            sum = sum.plus(node(child), 1, forest.low[v] - capLeft, forest.high[v] - needLeft);
        }
        return sum.clip(forest.low[v], forest.high[v]);
    }

    private Curve cell(int cell, long most) {
        int[] alone = singles[cell];
        int n = (int) Math.min(alone.length, most);
        int[] first = n == alone.length ? alone : Arrays.copyOf(alone, n);
        Curve curve = Curve.take(first, words.values(first, n));
        TreeMap<Integer, List<int[]>> bySize = new TreeMap<>();
        for (int[] group : groups.getOrDefault(cell, List.of())) {
            bySize.computeIfAbsent(group.length, s -> new ArrayList<>()).add(group);
        }
        for (Map.Entry<Integer, List<int[]>> e : bySize.entrySet()) {
            int[][] sized = e.getValue().toArray(int[][]::new);
            long[][] worth = values(sized);
            Integer[] order = new Integer[sized.length];
            Arrays.setAll(order, i -> i);
            Comparator<Integer> best = (a, b) -> Curve.better(worth, a, worth, b)
                    ? -1
                    : Curve.better(worth, b, worth, a) ? 1 : Integer.compare(a, b);
            Arrays.sort(order, best);
            int[][] sorted = new int[sized.length][];
            Arrays.setAll(sorted, i -> sized[order[i]]);
            Curve together = Curve.take(sorted, values(sorted), (int) Math.min(sorted.length, most));
            curve = curve.plus(together, e.getKey(), 0, most);
        }
        return curve;
    }

    private long[][] values(int[][] units) {
        long[][] values = new long[words.count][units.length];
        for (int w = 0; w < words.count; w++) {
            for (int u = 0; u < units.length; u++) {
                for (int v : units[u]) {
                    values[w][u] += words.value(w, v);
                }
            }
        }
        return values;
    }

    /** Fills the classes of each balance and sees whether the quotas lie inside them. */
    private record Shape(Cells cells, Forest forest, List<Balance> balances) {
        boolean fits() {
            Map<Integer, String> classOf = new HashMap<>();
            for (int b = 0; b < balances.size(); b++) {
                Row row = balances.get(b).row();
                for (int i = 0; i < row.vars.length; i++) {
                    int cell = cells.of[row.vars[i]];
                    long coef = row.coef(i);
                    String name = b + "/" + coef;
                    String before = classOf.putIfAbsent(cell, name);
                    if (before == null) {
                        (coef > 0 ? balances.get(b).plus() : balances.get(b).minus())
                                .computeIfAbsent(Math.abs(coef), k -> new ArrayList<>())
                                .add(cell);
                    } else if (!before.equals(name)) {
                        return false;
                    }
                }
            }
            String[] node = new String[forest.nodes()];
            for (int c = 0; c < cells.count; c++) {
                String name = classOf.getOrDefault(c, "");
                for (int v = forest.home[c]; v >= 0; v = forest.parent[v]) {
                    if (node[v] != null && !node[v].equals(name)) {
                        return false;
                    }
                    node[v] = name;
                }
            }
            return true;
        }
    }
}
