package org.homeward.node.balance;

import java.util.ArrayList;
import java.util.List;

/**
 * Clauses or categories as bars from one middle line, one party to each side. Lengths are in the drawing's own units.
 *
 * @param height of the drawing; its width is {@link #WIDTH}
 */
public record ClauseChart(int height, List<Bars> rows) {
    public static final int WIDTH = 420;
    public static final int MIDDLE = WIDTH / 2;
    private static final int LONGEST = 165;
    private static final int ROW = 56;

    public ClauseChart {
        rows = List.copyOf(rows);
    }

    /** The two bars of a row, with their figures. */
    public record Bars(String label, int top, long left, int leftLength, long right, int rightLength) {}

    static ClauseChart of(List<BalanceView.Row> rows) {
        long most = rows.stream()
                .flatMap(r -> r.counted().stream())
                .mapToLong(n -> n)
                .max()
                .orElse(0);
        List<Bars> bars = new ArrayList<>();
        for (BalanceView.Row row : rows) {
            long left = row.counted().get(0);
            long right = row.counted().get(1);
            bars.add(new Bars(row.id(), 8 + bars.size() * ROW, left, length(left, most), right, length(right, most)));
        }
        return new ClauseChart(8 + bars.size() * ROW, bars);
    }

    private static int length(long number, long most) {
        return number == 0 ? 0 : (int) Math.max(2, Math.round((double) number * LONGEST / most));
    }
}
