package org.homeward.selection.solve;

import java.util.Arrays;

/** Each cell's members best first, who of them is in, and the two of each cell that a simplex has to look at. */
final class CellLists {
    private final Cells cells;
    private final Words words;
    private final int[] starts;
    private final int[] members;
    private final boolean[] in;
    private final boolean[] barred;
    private int barredIn;
    /** Place of the best member out, of the last member in; the end or -1 where there is none. */
    private final int[] bestOut;

    private final int[] lastIn;
    private final long[][] outValue;
    private final long[][] inValue;

    CellLists(Program program, Cells cells, Order order, Words words, boolean[] chosen) {
        this.cells = cells;
        this.words = words;
        starts = cells.starts();
        members = cells.members(order);
        in = new boolean[program.size];
        barred = new boolean[program.size];
        for (int i = 0; i < in.length; i++) {
            in[i] = chosen[members[i]];
        }
        bestOut = Arrays.copyOf(starts, cells.count);
        lastIn = new int[cells.count];
        outValue = new long[words.count][cells.count];
        inValue = new long[words.count][cells.count];
        for (int c = 0; c < cells.count; c++) {
            lastIn[c] = starts[c + 1] - 1;
            settle(c);
        }
    }

    /** Moves the two pointers to where they belong; they may stand too early and too late, never too far. */
    private void settle(int cell) {
        int end = starts[cell + 1];
        while (bestOut[cell] < end && (in[bestOut[cell]] || barred[bestOut[cell]])) {
            bestOut[cell]++;
        }
        while (lastIn[cell] >= starts[cell] && !in[lastIn[cell]]) {
            lastIn[cell]--;
        }
        for (int place = starts[cell]; barredIn > 0 && place < lastIn[cell]; place++) {
            if (in[place] && barred[place]) {
                lastIn[cell] = place;
            }
        }
        for (int w = 0; w < words.count; w++) {
            outValue[w][cell] = bestOut[cell] < end ? value(bestOut[cell], w) : 0;
            inValue[w][cell] = lastIn[cell] >= starts[cell] ? value(lastIn[cell], w) : 0;
        }
    }

    long value(int place, int word) {
        long value = words.value(word, members[place]);
        return word == 0 && barred[place] ? value - words.reserved[0] : value;
    }

    boolean in(int place) {
        return in[place];
    }

    int cell(int place) {
        return cells.of[members[place]];
    }

    void set(int place, boolean now) {
        int cell = cell(place);
        in[place] = now;
        if (barred[place]) {
            barredIn += now ? 1 : -1;
        }
        if (now) {
            lastIn[cell] = barredIn > 0 ? starts[cell + 1] - 1 : Math.max(lastIn[cell], place);
        } else {
            bestOut[cell] = Math.min(bestOut[cell], place);
            lastIn[cell] = barred[place] ? starts[cell + 1] - 1 : lastIn[cell];
        }
        settle(cell);
    }

    void bar(int variable) {
        int cell = cells.of[variable];
        for (int place = starts[cell]; place < starts[cell + 1]; place++) {
            if (members[place] == variable && !barred[place]) {
                barred[place] = true;
                barredIn += in[place] ? 1 : 0;
            }
        }
        bestOut[cell] = starts[cell];
        settle(cell);
    }

    void offers(int cell, NetworkSimplex simplex) {
        int out = bestOut[cell];
        int last = lastIn[cell];
        if (out < starts[cell + 1]) {
            simplex.offer(cell, out, false, outValue);
        }
        if (last >= starts[cell]) {
            simplex.offer(cell, last, true, inValue);
        }
    }

    int[] taken() {
        int[] taken = new int[cells.count];
        for (int c = 0; c < taken.length; c++) {
            for (int place = starts[c]; place < starts[c + 1]; place++) {
                taken[c] += in[place] ? 1 : 0;
            }
        }
        return taken;
    }

    boolean barredIn() {
        return barredIn > 0;
    }

    boolean[] chosen() {
        boolean[] chosen = new boolean[in.length];
        for (int place = 0; place < in.length; place++) {
            chosen[members[place]] = in[place];
        }
        return chosen;
    }
}
