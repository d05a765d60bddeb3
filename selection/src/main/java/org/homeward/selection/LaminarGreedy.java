package org.homeward.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exact greedy for quotas that nest: one pass over one strict order.
 *
 * <p>Persons inside nested quotas form the bases of a generalised matroid (Tardos 1985), where the greedy base is best on every
 * level at once (Gale 1968, Edmonds 1971). A person is taken when the places still owed to lower quotas leave room for him on his
 * chain of quotas. O(n log n + n * depth).
 */
final class LaminarGreedy {
    private final Model model;
    private final long[] low;
    private final long[] high;
    private final long[] capacity;
    private final int[] parent;
    private final int[] home;
    private final long[] taken;
    private final long[] owed;
    private final long[] owedBelow;
    private final boolean feasible;

    /** The first clause that crosses another or weighs persons differently; null when the terms are laminar. */
    static @Nullable String crossing(Model model) {
        return Tree.of(model).crossing;
    }

    LaminarGreedy(Model model) {
        this.model = model;
        Tree tree = Tree.of(model);
        if (tree.crossing != null) {
            throw new IllegalArgumentException("terms are not laminar");
        }
        parent = tree.parent;
        home = tree.home;
        int n = parent.length;
        low = new long[n];
        high = new long[n];
        taken = new long[n];
        owed = new long[n];
        owedBelow = new long[n];
        capacity = new long[n];
        for (int v : home) {
            if (v >= 0) {
                capacity[v]++;
            }
        }
        boolean possible = true;
        for (int r = 0; r < n; r++) {
            Row row = tree.rows.get(r);
            low[r] = row.low;
            high[r] = row.high;
            capacity[r] = Math.min(capacity[r], high[r]);
            owed[r] = Math.max(low[r], owedBelow[r]);
            possible &= owed[r] <= capacity[r];
            if (parent[r] >= 0) {
                capacity[parent[r]] += capacity[r];
                owedBelow[parent[r]] += owed[r];
            }
        }
        feasible = possible;
    }

    /** The best list, or null when the terms cannot be fulfilled. */
    boolean @Nullable [] solve(Integer[] order) {
        if (!feasible) {
            return null;
        }
        boolean[] chosen = new boolean[home.length];
        for (int p : order) {
            if (fits(home[p])) {
                take(home[p]);
                chosen[p] = true;
            }
        }
        return chosen;
    }

    /** Whether taking one more person at this quota leaves every owed place free. */
    private boolean fits(int at) {
        long less = 0;
        for (int v = at; v >= 0; v = parent[v]) {
            long need = Math.max(low[v] - taken[v] - 1, owedBelow[v] - less);
            if (taken[v] + 1 + Math.max(0, need) > high[v]) {
                return false;
            }
            less = owed[v] - Math.max(0, need);
        }
        return true;
    }

    private void take(int at) {
        long less = 0;
        for (int v = at; v >= 0; v = parent[v]) {
            owedBelow[v] -= less;
            taken[v]++;
            long need = Math.max(0, Math.max(low[v] - taken[v], owedBelow[v]));
            less = owed[v] - need;
            owed[v] = need;
        }
    }

    /**
     * After {@link #solve}: the size of the root quota at which each person left out would enter, 0 for never. Bases nest, so the
     * list for one place more adds exactly the best person who still fits below the root.
     */
    long[] entrySizes(Integer[] order, boolean[] chosen) {
        long[] more = taken.clone();
        long[] entry = new long[home.length];
        for (int p : order) {
            if (chosen[p] || tight(home[p], more) >= 0) {
                continue;
            }
            int v = home[p];
            for (; parent[v] >= 0; v = parent[v]) {
                more[v]++;
            }
            entry[p] = ++more[v];
        }
        return entry;
    }

    /** The smallest quota that is full on the person's chain, as a clause; null when none is (only owed places block). */
    @Nullable
    String binding(int person, List<Row> sorted) {
        for (int v = home[person]; v >= 0; v = parent[v]) {
            if (taken[v] >= high[v]) {
                return sorted.get(v).clause;
            }
        }
        return null;
    }

    List<Row> sortedRows() {
        return Tree.sorted(model);
    }

    private int tight(int at, long[] count) {
        for (int v = at; v >= 0 && parent[v] >= 0; v = parent[v]) {
            if (count[v] >= high[v]) {
                return v;
            }
        }
        return -1;
    }

    /** Rows from small to large, each below the smallest row that holds it. */
    private static final class Tree {
        final List<Row> rows;
        final int[] parent;
        final int[] home;

        @Nullable
        String crossing;

        private Tree(List<Row> rows, int persons) {
            this.rows = rows;
            parent = new int[rows.size()];
            home = new int[persons];
        }

        static List<Row> sorted(Model model) {
            List<Row> rows = new ArrayList<>(model.rows);
            rows.sort(Comparator.comparingInt(r -> r.vars.length));
            return rows;
        }

        static Tree of(Model model) {
            Tree tree = new Tree(sorted(model), model.open.size());
            int[] last = new int[model.open.size()];
            Arrays.fill(last, -1);
            Arrays.fill(tree.home, -1);
            Arrays.fill(tree.parent, -1);
            for (int r = 0; r < tree.rows.size(); r++) {
                Row row = tree.rows.get(r);
                if (!row.countsPersons()) {
                    tree.crossing = row.clause;
                    return tree;
                }
                long covered = 0;
                for (int p : row.vars) {
                    int below = last[p];
                    if (below < 0) {
                        tree.home[p] = r;
                    } else if (tree.parent[below] < 0) {
                        tree.parent[below] = r;
                        covered += tree.rows.get(below).vars.length;
                    } else if (tree.parent[below] != r) {
                        tree.crossing = row.clause;
                        return tree;
                    }
                    covered += below < 0 ? 1 : 0;
                    last[p] = r;
                }
                // A row that holds only a part of a smaller one counts more persons below it than it has.
                if (covered != row.vars.length) {
                    tree.crossing = row.clause;
                    return tree;
                }
            }
            return tree;
        }
    }
}
