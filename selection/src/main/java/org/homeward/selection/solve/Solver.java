package org.homeward.selection.solve;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Solves rows and levels by the method that fits their class. Every answer is checked against every row before it is given out. */
public final class Solver {
    /** Up to so many variables one search over all of them is the simpler and the faster way. */
    private static final int SMALL = 300;

    private Solver() {}

    /**
     * The best choice, or null when the rows cannot all hold.
     *
     * @param limit for the general class: when it ends, the answer says how far from best each level may be
     * @throws IllegalStateException when the limit ends before any choice was found
     */
    public static @Nullable Answer solve(Program program, Recogniser reading, Duration limit) {
        if (!program.rows.stream().allMatch(Row::possible)) {
            return null;
        }
        boolean[] chosen;
        String algorithm;
        switch (reading.kind) {
            case LAMINAR -> {
                Greedy greedy = reading.greedy(program);
                chosen = greedy == null ? null : greedy.solve();
                algorithm = "greedy on a generalised matroid, 2";
            }
            case TWO_FAMILIES -> {
                NetworkSimplex simplex = reading.simplex(program);
                chosen = simplex == null ? null : simplex.solve();
                algorithm = "lexicographic network simplex from a greedy start, 1";
            }
            case RATIO, RANK_RATES, GROUPS -> {
                chosen = reading.points == null ? null : reading.points.solve();
                algorithm = "dynamic programme over points and groups, 1";
            }
            case GENERAL -> {
                boolean small = program.size <= SMALL;
                return checked(program, small ? new CpSat(program, limit).solve() : new Hybrid(program, limit).solve());
            }
            default -> throw new IllegalStateException("unknown class");
        }
        return chosen == null ? null : checked(program, new Answer(chosen, new long[program.keys.length], algorithm));
    }

    private static @Nullable Answer checked(Program program, @Nullable Answer answer) {
        if (answer != null && !program.feasible(answer.chosen())) {
            throw new IllegalStateException("the method '" + answer.algorithm() + "' broke a row");
        }
        return answer;
    }
}
