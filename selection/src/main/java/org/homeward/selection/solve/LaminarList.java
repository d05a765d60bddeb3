package org.homeward.selection.solve;

import java.util.Arrays;

/**
 * A greedy's list that stays ready for questions: who replaces someone struck, who would enter at which number, which row binds.
 *
 * <p>In a matroid the best list without one member is the old list with exactly one other in his place (the fundamental circuit), so
 * a strike costs one look at each cell and never touches anyone else. Not safe for several threads.
 */
public final class LaminarList {
    /** No one can take the place with every row still kept. */
    public static final int NOBODY = -1;

    private final Greedy greedy;
    private final boolean[] chosen;
    private final boolean[] struck;
    private final Order order;
    private final int[] ranks;
    private final int[] members;
    private final int[] starts;
    /** For each cell the place of the best member neither chosen nor struck. */
    private final int[] next;

    private final int[] root;

    /** @param chosen what {@link Greedy#solve()} gave; owned from now on */
    public LaminarList(Greedy greedy, boolean[] chosen) {
        this.greedy = greedy;
        this.chosen = chosen;
        order = Order.of(greedy.program());
        ranks = order.ranks();
        Cells cells = greedy.cells();
        members = cells.members(order);
        starts = cells.starts();
        struck = new boolean[chosen.length];
        next = Arrays.copyOf(starts, cells.count);
        root = new int[cells.count];
        for (int c = 0; c < cells.count; c++) {
            int v = greedy.forest().home[c];
            while (v >= 0 && greedy.forest().parent[v] >= 0) {
                v = greedy.forest().parent[v];
            }
            root[c] = v;
            advance(c);
        }
    }

    private void advance(int cell) {
        while (next[cell] < starts[cell + 1] && (chosen[members[next[cell]]] || struck[members[next[cell]]])) {
            next[cell]++;
        }
    }

    /** Who would take the place of a chosen variable, or {@link #NOBODY}. Changes nothing. */
    public int replacement(int out) {
        Cells cells = greedy.cells();
        int[] home = greedy.forest().home;
        int from = cells.of[out];
        greedy.shift(home[from], -1);
        int best = NOBODY;
        for (int c = 0; c < cells.count; c++) {
            if (root[c] != root[from] || next[c] == starts[c + 1]) {
                continue;
            }
            int candidate = members[next[c]];
            if ((best == NOBODY || ranks[candidate] < ranks[best]) && greedy.fits(home[c])) {
                best = candidate;
            }
        }
        greedy.shift(home[from], 1);
        return best;
    }

    /**
     * Strikes a variable for good. One that is not chosen only leaves the reserve.
     *
     * @return who takes the place; {@link #NOBODY} when nobody can, and then nothing has changed
     */
    public int strike(int out) {
        int cell = greedy.cells().of[out];
        if (!chosen[out]) {
            struck[out] = true;
            advance(cell);
            return NOBODY;
        }
        int in = replacement(out);
        if (in == NOBODY) {
            return NOBODY;
        }
        int to = greedy.cells().of[in];
        greedy.shift(greedy.forest().home[cell], -1);
        greedy.shift(greedy.forest().home[to], 1);
        chosen[out] = false;
        struck[out] = true;
        chosen[in] = true;
        advance(to);
        return in;
    }

    public boolean chosen(int variable) {
        return chosen[variable];
    }

    /** Variables best first. */
    public int at(int place) {
        return order.at(place);
    }

    /** The place of a variable in the order, 0 the best. */
    public int rank(int variable) {
        return ranks[variable];
    }

    /**
     * For each variable the number in its outermost row at which it would enter; 0 for those in, and where that number alone never
     * brings it in. Bases nest, so the list for one place more adds exactly the best who still fits below the outermost row.
     */
    public int[] entrySizes() {
        Forest forest = greedy.forest();
        int nodes = forest.nodes();
        int[] more = new int[nodes];
        for (int v = 0; v < nodes; v++) {
            more[v] = (int) greedy.taken(v);
        }
        int[] entry = new int[chosen.length];
        Cells cells = greedy.cells();
        boolean[] full = new boolean[cells.count];
        for (int i = 0; i < entry.length; i++) {
            int p = order.at(i);
            int cell = cells.of[p];
            if (chosen[p] || struck[p] || full[cell]) {
                continue;
            }
            int v = forest.home[cell];
            while (v >= 0 && forest.parent[v] >= 0 && more[v] < forest.high[v]) {
                v = forest.parent[v];
            }
            if (v < 0 || forest.parent[v] >= 0) {
                full[cell] = true;
                continue;
            }
            for (v = forest.home[cell]; forest.parent[v] >= 0; v = forest.parent[v]) {
                more[v]++;
            }
            entry[p] = ++more[v];
        }
        return entry;
    }

    /** For each cell the smallest full row on its chain, as an index into the program's rows; -1 when none is full. */
    public int[] binding() {
        Forest forest = greedy.forest();
        int[] binding = new int[greedy.cells().count];
        for (int c = 0; c < binding.length; c++) {
            int v = forest.home[c];
            while (v >= 0 && greedy.taken(v) < forest.high[v]) {
                v = forest.parent[v];
            }
            binding[c] = v < 0 ? -1 : forest.row[v];
        }
        return binding;
    }

    /**
     * For each cell the last chosen variable whom a member of the cell could replace with every row kept, {@link #NOBODY} where there
     * is none. Everyone left out stands behind the cut-off of his cell: that is the whole proof that the list is best.
     */
    public int[] cutOffs() {
        int cells = greedy.cells().count;
        int[] home = greedy.forest().home;
        int[] last = new int[cells];
        Arrays.fill(last, NOBODY);
        for (int c = 0; c < cells; c++) {
            for (int i = starts[c]; i < starts[c + 1]; i++) {
                last[c] = chosen[members[i]] ? members[i] : last[c];
            }
        }
        int[] cut = new int[cells];
        Arrays.fill(cut, NOBODY);
        for (int from = 0; from < cells; from++) {
            if (last[from] == NOBODY) {
                continue;
            }
            greedy.shift(home[from], -1);
            for (int c = 0; c < cells; c++) {
                boolean later = cut[c] == NOBODY || ranks[last[from]] > ranks[cut[c]];
                if (root[c] == root[from] && later && greedy.fits(home[c])) {
                    cut[c] = last[from];
                }
            }
            greedy.shift(home[from], 1);
        }
        return cut;
    }

    /** For each cell the outermost row over it, as an index into the program's rows; -1 for none. */
    public int[] outermost() {
        return Arrays.stream(root).map(v -> v < 0 ? -1 : greedy.forest().row[v]).toArray();
    }

    /** The cell of a variable: all with the same rows. */
    public int cell(int variable) {
        return greedy.cells().of[variable];
    }

    Cells cellsOf() {
        return greedy.cells();
    }

    /** The members of a cell, best first. */
    public int[] members(int cell) {
        return Arrays.copyOfRange(members, starts[cell], starts[cell + 1]);
    }
}
