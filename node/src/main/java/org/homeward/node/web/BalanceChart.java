package org.homeward.node.web;

import java.util.ArrayList;
import java.util.List;
import org.homeward.node.web.view.ProposalView;

/**
 * The balance as bars that grow from one middle line, one party to each side: what is equal looks equal. Lengths are in the
 * drawing's own units.
 *
 * @param height of the drawing; its width is {@link #WIDTH}
 */
public record BalanceChart(int height, List<Row> rows) {
    public static final int WIDTH = 420;
    /** Where the middle line stands. */
    public static final int MIDDLE = WIDTH / 2;
    /** The longest bar; the rest of a side is for its figure. */
    static final int LONGEST = 165;

    private static final int ROW = 56;
    private static final int HEAD = 8;

    public BalanceChart {
        rows = List.copyOf(rows);
    }

    /**
     * One category.
     *
     * @param top upper edge of the row
     * @param left people and length of the first party's bar
     * @param right of the second party's
     */
    public record Row(String category, boolean balanced, int top, Bar left, Bar right) {}

    /** A bar; one person is always seen. */
    public record Bar(int people, int length) {}

    static BalanceChart of(ProposalView view) {
        int most = view.categories().stream()
                .flatMap(c -> c.returning().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        List<Row> rows = new ArrayList<>();
        for (ProposalView.CategoryBalance category : view.categories()) {
            rows.add(new Row(
                    category.category(),
                    category.balanced(),
                    HEAD + rows.size() * ROW,
                    bar(category.returning().get(0), most),
                    bar(category.returning().get(1), most)));
        }
        return new BalanceChart(HEAD + rows.size() * ROW, rows);
    }

    private static Bar bar(int people, int most) {
        return new Bar(people, people == 0 ? 0 : Math.max(2, Math.round((float) people * LONGEST / most)));
    }
}
