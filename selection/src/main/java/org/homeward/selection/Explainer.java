package org.homeward.selection;

import org.homeward.selection.SelectionOutcome.Reason;
import org.jspecify.annotations.Nullable;

/** Says of one person why he is in or out, naming no one else. */
final class Explainer {
    private final Model model;
    private final boolean[] chosen;
    private final @Nullable LaminarGreedy greedy;
    private final long[] entry;
    private final java.util.List<Row> rows;

    Explainer(Model model, Integer[] order, boolean[] chosen, @Nullable LaminarGreedy greedy) {
        this.model = model;
        this.chosen = chosen;
        this.greedy = greedy;
        entry = greedy == null ? new long[chosen.length] : greedy.entrySizes(order, chosen);
        rows = greedy == null ? java.util.List.of() : greedy.sortedRows();
    }

    Reason reason(int person) {
        String id = model.open.get(person).id();
        if (greedy == null) {
            return chosen[person]
                    ? new Reason(id, true, "IN_BEST_LIST", "The best list under these terms includes him.", null, null)
                    : new Reason(
                            id,
                            false,
                            "NOT_IN_BEST_LIST",
                            "Every list with him is worse on an agreed level, or breaks a clause.",
                            null,
                            null);
        }
        if (chosen[person]) {
            return new Reason(
                    id,
                    true,
                    "ABOVE_CUT_OFF",
                    "Stands above the cut-off of his category in the agreed order.",
                    null,
                    null);
        }
        String clause = greedy.binding(person, rows);
        if (entry[person] > 0) {
            return new Reason(
                    id,
                    false,
                    "BELOW_CUT_OFF",
                    "All places are held by persons before him in the agreed order; he would be included at "
                            + entry[person] + " places.",
                    clause,
                    entry[person]);
        }
        return new Reason(
                id,
                false,
                "CATEGORY_FULL",
                "His category is full; more places in the whole exchange alone would not include him.",
                clause,
                null);
    }
}
