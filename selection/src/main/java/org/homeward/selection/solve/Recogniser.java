package org.homeward.selection.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which exact method fits the rows, and which clause keeps them from being laminar. */
public final class Recogniser {
    /** The classes, from easy to hard. */
    public enum ProblemClass {
        /** Quotas that nest: one greedy pass. */
        LAMINAR,
        /** Two families of nested quotas, and balances one to one: minimum-cost flow. */
        TWO_FAMILIES,
        /** N for M, quotas inside: dynamic programme. */
        RATIO,
        /** Points by rank, quotas inside: dynamic programme. */
        RANK_RATES,
        /** Groups kept together, each inside one cell: dynamic programme on the tree. */
        GROUPS,
        /** Everything else; NP-hard from here. */
        GENERAL
    }

    /** Rows that the matrix of crossings may have; beyond it two families are not looked for. */
    private static final int MOST_ROWS = 3000;

    final ProblemClass kind;
    final @Nullable String hardClause;
    final Cells cells;
    final @Nullable Forest forest;
    final @Nullable FlowNetwork network;
    final @Nullable Points points;

    private Recogniser(
            ProblemClass kind,
            @Nullable String hardClause,
            Cells cells,
            @Nullable Forest forest,
            @Nullable FlowNetwork network,
            @Nullable Points points) {
        this.kind = kind;
        this.hardClause = hardClause;
        this.cells = cells;
        this.forest = forest;
        this.network = network;
        this.points = points;
    }

    public ProblemClass kind() {
        return kind;
    }

    /** The first clause that crosses another, weighs or ties variables; null for laminar rows. */
    public @Nullable String hardClause() {
        return hardClause;
    }

    /** A greedy for laminar rows, null for others. */
    public @Nullable Greedy greedy(Program program) {
        return kind == ProblemClass.LAMINAR && forest != null ? new Greedy(program, cells, forest) : null;
    }

    /** A network simplex for two families, null for others. Sorts the variables and finds its first list. */
    public @Nullable NetworkSimplex simplex(Program program) {
        return network == null ? null : new NetworkSimplex(program, network, Order.of(program));
    }

    /** Reads the rows; O(entries + cells * depth), for two families also O(rows^2). */
    public static Recogniser read(Program program) {
        List<Row> rows = new ArrayList<>();
        List<Row> ties = new ArrayList<>();
        List<Row> weighted = new ArrayList<>();
        List<Integer> counting = new ArrayList<>();
        for (Row row : program.rows) {
            if (row.ties()) {
                ties.add(row);
                continue;
            }
            if (row.counts()) {
                counting.add(rows.size());
            } else {
                weighted.add(row);
            }
            rows.add(row);
        }
        Cells cells = Cells.of(program.size, rows);
        int[] which = counting.stream().mapToInt(i -> i).toArray();
        Forest.Read read = Forest.of(rows, cells, which);
        Forest forest = read.forest();
        if (forest != null && ties.isEmpty() && weighted.isEmpty()) {
            return new Recogniser(ProblemClass.LAMINAR, null, cells, forest, null, null);
        }
        String hard = forest == null
                ? rows.get(read.crossing()).clause
                : java.util.stream.Stream.concat(weighted.stream(), ties.stream())
                        .min(Comparator.comparingInt(Row::size))
                        .orElseThrow()
                        .clause;
        if (forest != null) {
            Points points = Points.of(program, cells, forest, weighted, ties);
            if (points != null) {
                ProblemClass kind = points.rated()
                        ? ProblemClass.RANK_RATES
                        : points.balanced() ? ProblemClass.RATIO : ProblemClass.GROUPS;
                return new Recogniser(kind, hard, cells, forest, null, points);
            }
        }
        FlowNetwork network = ties.isEmpty() ? twoFamilies(program, rows, which, weighted) : null;
        return network == null
                ? new Recogniser(ProblemClass.GENERAL, hard, cells, null, null, null)
                : new Recogniser(ProblemClass.TWO_FAMILIES, hard, network.cells, null, network, null);
    }

    /** A clause without which the rows fall into an easier class than general; null when no single one helps. */
    public static @Nullable String easierWithout(Program program) {
        for (String clause : program.rows.stream().map(r -> r.clause).distinct().toList()) {
            if (read(program.without(clause)).kind != ProblemClass.GENERAL) {
                return clause;
            }
        }
        return null;
    }

    private static @Nullable FlowNetwork twoFamilies(
            Program program, List<Row> given, int[] counting, List<Row> balances) {
        List<Row> rows = new ArrayList<>();
        for (int r : counting) {
            rows.add(given.get(r));
        }
        int quotas = rows.size();
        for (Row balance : balances) {
            long unit = Math.abs(balance.coef(0));
            List<Integer> plus = new ArrayList<>();
            List<Integer> minus = new ArrayList<>();
            for (int i = 0; i < balance.vars.length; i++) {
                if (Math.abs(balance.coef(i)) != unit) {
                    return null;
                }
                (balance.coef(i) > 0 ? plus : minus).add(balance.vars[i]);
            }
            if (!balance.fixed(0)) {
                return null;
            }
            rows.add(half(balance, plus));
            rows.add(half(balance, minus));
        }
        if (rows.size() > MOST_ROWS) {
            return null;
        }
        Cells cells = Cells.of(program.size, rows);
        boolean[] minus = new boolean[cells.count];
        for (int c = 0; c < cells.count; c++) {
            for (int r : cells.rows[c]) {
                minus[c] |= r >= quotas && (r - quotas) % 2 == 1;
            }
        }
        for (int c = 0; c < cells.count; c++) {
            long halves = Arrays.stream(cells.rows[c]).filter(r -> r >= quotas).count();
            if (halves > 1) {
                return null;
            }
        }
        int[] colour = colours(rows, cells, quotas);
        if (colour == null || mixed(rows.size(), cells, minus)) {
            return null;
        }
        Forest first = Forest.of(rows, cells, ofColour(colour, 0)).forest();
        Forest second = Forest.of(rows, cells, ofColour(colour, 1)).forest();
        if (first == null || second == null) {
            return null;
        }
        int[] balanceOf = new int[second.nodes()];
        for (int v = 0; v < balanceOf.length; v++) {
            balanceOf[v] = second.row[v] >= quotas ? (second.row[v] - quotas) / 2 : -1;
            if (balanceOf[v] >= 0 && second.parent[v] >= 0) {
                return null;
            }
        }
        return new FlowNetwork(cells, first, second, minus, balanceOf, balances.size());
    }

    private static Row half(Row balance, List<Integer> vars) {
        return Row.count(balance.clause, vars.stream().mapToInt(v -> v).toArray(), 0, Row.NONE);
    }

    /** A quota over persons of both directions has no one direction. */
    private static boolean mixed(int rows, Cells cells, boolean[] minus) {
        int[] seen = new int[rows];
        for (int c = 0; c < cells.count; c++) {
            for (int r : cells.rows[c]) {
                seen[r] |= minus[c] ? 2 : 1;
            }
        }
        return Arrays.stream(seen).anyMatch(s -> s == 3);
    }

    private static int[] ofColour(int[] colour, int which) {
        List<Integer> rows = new ArrayList<>();
        for (int r = 0; r < colour.length; r++) {
            if (colour[r] == which) {
                rows.add(r);
            }
        }
        return rows.stream().mapToInt(r -> r).toArray();
    }

    /** Two colours so that crossing rows differ; halves of balances are outermost in the second family. Null when there are none. */
    private static int @Nullable [] colours(List<Row> rows, Cells cells, int quotas) {
        int n = rows.size();
        int[][] shared = new int[n][n];
        for (int c = 0; c < cells.count; c++) {
            for (int a : cells.rows[c]) {
                for (int b : cells.rows[c]) {
                    shared[a][b] += cells.weight[c];
                }
            }
        }
        int[] colour = new int[n];
        Arrays.fill(colour, -1);
        Deque<Integer> next = new ArrayDeque<>();
        for (int start = n - 1; start >= 0; start--) {
            if (colour[start] >= 0) {
                continue;
            }
            colour[start] = start >= quotas ? 1 : 0;
            next.add(start);
            while (!next.isEmpty()) {
                int a = next.remove();
                for (int b = 0; b < n; b++) {
                    if (a == b || shared[a][b] == 0 || !apart(rows, shared, quotas, a, b)) {
                        continue;
                    }
                    if (colour[b] < 0) {
                        colour[b] = 1 - colour[a];
                        next.add(b);
                    } else if (colour[b] == colour[a]) {
                        return null;
                    }
                }
            }
        }
        return colour;
    }

    private static boolean apart(List<Row> rows, int[][] shared, int quotas, int a, int b) {
        int sizeA = rows.get(a).size();
        int sizeB = rows.get(b).size();
        boolean cross = shared[a][b] < Math.min(sizeA, sizeB);
        boolean above = a >= quotas && sizeB > sizeA || b >= quotas && sizeA > sizeB;
        return cross || above;
    }
}
