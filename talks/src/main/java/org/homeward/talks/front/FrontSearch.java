package org.homeward.talks.front;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exact front of two additive profiles, by merging the issues one after another and keeping only what nothing dominates
 * (Nemhauser and Ullmann, Management Science 15, 1969). With clauses it keeps one front per {@link ClauseState}: a choice can be
 * dropped only for another one with the same future. Issues are taken from the last to the first, so that an outcome can be read
 * off from the first to the last.
 *
 * <p>Every outcome is either represented or dominated by one that is, so what is left is proven to be the whole front.
 */
final class FrontSearch<F> {
    /** Beyond it memory is at risk: 32 bytes a point. */
    private static final long MOST_POINTS = 20_000_000;

    private final Kernel<F> kernel;
    private final Clauses clauses;
    private final int[] sizes;
    /** By issue, and last the empty choice: the front of this and all later issues, for each state. */
    private final List<Map<ClauseState, F>> levels = new ArrayList<>();

    private final boolean[][] last;

    private FrontSearch(Kernel<F> kernel, int[] sizes, Clauses clauses) {
        this.kernel = kernel;
        this.sizes = sizes;
        this.clauses = clauses;
        this.last = new boolean[sizes.length][clauses.clauses().size()];
        for (int c = 0; c < clauses.clauses().size(); c++) {
            int lowest = clauses.clauses().get(c).choices().stream()
                    .mapToInt(Clauses.Choice::issue)
                    .min()
                    .orElseThrow();
            last[lowest][c] = true;
        }
    }

    /**
     * Searches; null when the fronts on the way would not fit in memory.
     *
     * @param useful by issue, the options that nothing of the same bearing on the clauses dominates
     */
    static <F> @Nullable FrontSearch<F> run(Kernel<F> kernel, int[] sizes, int[][] useful, Clauses clauses) {
        FrontSearch<F> search = new FrontSearch<>(kernel, sizes, clauses);
        Map<ClauseState, F> level = Map.of(ClauseState.first(clauses), kernel.start());
        List<Map<ClauseState, F>> reversed = new ArrayList<>(List.of(level));
        long points = 1;
        for (int issue = sizes.length - 1; issue >= 0; issue--) {
            Map<ClauseState, F> next = new LinkedHashMap<>();
            for (Map.Entry<ClauseState, F> entry : level.entrySet()) {
                for (int option : useful[issue]) {
                    ClauseState after = entry.getKey().after(clauses, issue, option, search.last[issue]);
                    if (after != null) {
                        next.put(after, kernel.merge(next.get(after), entry.getValue(), issue, option));
                    }
                }
            }
            for (F front : next.values()) {
                points += kernel.size(front);
            }
            if (points > MOST_POINTS) {
                return null;
            }
            level = next;
            reversed.add(level);
        }
        search.levels.addAll(reversed.reversed());
        return search;
    }

    /** The whole front; null when the clauses allow no outcome at all. */
    @Nullable
    F whole() {
        // After the last issue every clause is done, so there is at most one state.
        return levels.getFirst().values().stream().findFirst().orElse(null);
    }

    /** The outcomes of a point, in the order of the domain's options, at most {@code limit} of them. */
    List<int[]> outcomes(int point, int limit) {
        List<int[]> found = new ArrayList<>();
        Map.Entry<ClauseState, F> start =
                levels.getFirst().entrySet().iterator().next();
        walk(0, start.getKey(), start.getValue(), point, new int[sizes.length], found, limit);
        return found;
    }

    private void walk(int issue, ClauseState state, F front, int point, int[] outcome, List<int[]> found, int limit) {
        if (found.size() == limit) {
            return;
        }
        if (issue == sizes.length) {
            found.add(outcome.clone());
            return;
        }
        for (int option = 0; option < sizes[issue]; option++) {
            for (Map.Entry<ClauseState, F> earlier : levels.get(issue + 1).entrySet()) {
                if (state.equals(earlier.getKey().after(clauses, issue, option, last[issue]))) {
                    int from = kernel.before(front, point, earlier.getValue(), issue, option);
                    if (from >= 0) {
                        outcome[issue] = option;
                        walk(issue + 1, earlier.getKey(), earlier.getValue(), from, outcome, found, limit);
                    }
                }
            }
        }
    }
}
