package org.homeward.selection.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What explains a choice: per cell the row that binds and the cut-off, per variable the number at which it would enter. */
public final class ListFacts {
    private final boolean ordered;
    private final Cells cells;
    private final int[] binding;
    private final int[] cutOff;
    private final int[] lastIn;
    private final int[] entry;
    private final int[] outermost;

    private ListFacts(
            boolean ordered, Cells cells, int[] binding, int[] cutOff, int[] lastIn, int[] entry, int[] outermost) {
        this.ordered = ordered;
        this.cells = cells;
        this.binding = binding;
        this.cutOff = cutOff;
        this.lastIn = lastIn;
        this.entry = entry;
        this.outermost = outermost;
    }

    /** For laminar rows: exact cut-offs and entry sizes. O(n). */
    public static ListFacts of(Program program, LaminarList list) {
        Cells cells = list.cellsOf();
        int[] lastIn = lastIn(cells, list);
        return new ListFacts(true, cells, list.binding(), list.cutOffs(), lastIn, list.entrySizes(), list.outermost());
    }

    /** For any other rows: the smallest full row, and the last one chosen of the same cell. */
    public static ListFacts of(Program program, boolean[] chosen) {
        Cells cells = Cells.of(program.size, program.rows);
        int[] lastIn = new int[cells.count];
        Arrays.fill(lastIn, -1);
        var best = Order.best(program);
        for (int v = 0; v < chosen.length; v++) {
            int cell = cells.of[v];
            if (chosen[v] && (lastIn[cell] < 0 || best.compare(v, lastIn[cell]) > 0)) {
                lastIn[cell] = v;
            }
        }
        boolean[] full = new boolean[program.rows.size()];
        for (int r = 0; r < full.length; r++) {
            Row row = program.rows.get(r);
            full[r] = row.counts() && row.sum(chosen) >= row.high;
        }
        int[] binding = new int[cells.count];
        for (int c = 0; c < binding.length; c++) {
            binding[c] = -1;
            for (int r : cells.rows[c]) {
                if (full[r]
                        && (binding[c] < 0
                                || program.rows.get(r).size()
                                        < program.rows.get(binding[c]).size())) {
                    binding[c] = r;
                }
            }
        }
        int[] none = new int[cells.count];
        Arrays.fill(none, -1);
        return new ListFacts(false, cells, binding, lastIn, lastIn, new int[program.size], none);
    }

    private static int[] lastIn(Cells cells, LaminarList list) {
        int[] last = new int[cells.count];
        Arrays.fill(last, -1);
        for (int v = 0; v < cells.of.length; v++) {
            int cell = cells.of[v];
            if (list.chosen(v) && (last[cell] < 0 || list.rank(v) > list.rank(last[cell]))) {
                last[cell] = v;
            }
        }
        return last;
    }

    /** Whether cut-offs and entry sizes are exact (laminar rows). */
    public boolean ordered() {
        return ordered;
    }

    /** The smallest full row over a variable, as an index; -1 when none is. */
    public int binding(int variable) {
        return binding[cells.of[variable]];
    }

    /** The last one chosen whose place the variable could take; -1 when there is none. */
    public int cutOff(int variable) {
        return cutOff[cells.of[variable]];
    }

    /** The number in the outermost row at which the variable would enter; 0 where that is not known, or never. */
    public int entrySize(int variable) {
        return entry[variable];
    }

    /** The row in which {@link #entrySize} is told, as an index; -1 when it is not known. */
    public int outermost(int variable) {
        return outermost[cells.of[variable]];
    }

    public int cell(int variable) {
        return cells.of[variable];
    }

    /** The last one chosen of a cell, -1 for none. */
    public int lastIn(int cell) {
        return lastIn[cell];
    }

    /** For each cell the clauses of its rows. */
    public List<List<String>> clauses(Program program) {
        List<List<String>> clauses = new ArrayList<>();
        for (int[] rows : cells.rows) {
            clauses.add(Arrays.stream(rows)
                    .mapToObj(r -> program.rows.get(r).clause)
                    .distinct()
                    .toList());
        }
        return clauses;
    }

    /** Variables best first. */
    public IntStream order(Program program) {
        Order order = Order.of(program);
        return IntStream.range(0, order.size()).map(order::at);
    }
}
