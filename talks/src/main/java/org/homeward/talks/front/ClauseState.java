package org.homeward.talks.front;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of the issues already chosen so that the clauses can be judged: a byte per clause. Two choices that
 * leave the same bytes have the same future, which is what lets the search keep one front for both.
 */
record ClauseState(byte[] bytes) {
    /** Kept whatever comes. */
    private static final byte DONE = 0;
    /** All that was seen so far holds (for IF: of {@code when}, and nothing of {@code then} failed). */
    private static final byte HOLDS = 1;
    /** TOGETHER: none of what was seen holds; IF: a part of {@code then} failed. */
    private static final byte FAILS = 2;
    /** TOGETHER: nothing was seen yet. */
    private static final byte FRESH = 3;

    static ClauseState first(Clauses clauses) {
        byte[] bytes = new byte[clauses.clauses().size()];
        for (int c = 0; c < bytes.length; c++) {
            bytes[c] = clauses.clauses().get(c) instanceof Clauses.Clause.Together ? FRESH : HOLDS;
        }
        return new ClauseState(bytes);
    }

    /**
     * The state after one more issue, or null when a clause is broken.
     *
     * @param last whether, by clause, this is the last issue that it looks at
     */
    @Nullable
    ClauseState after(Clauses clauses, int issue, int option, boolean[] last) {
        byte[] next = bytes;
        for (int c = 0; c < bytes.length; c++) {
            if (bytes[c] == DONE) {
                continue;
            }
            byte state = step(clauses.clauses().get(c), bytes[c], issue, option);
            if (state < 0) {
                return null;
            }
            if (last[c]) {
                // All is seen: a BAR whose choices all hold is broken, and so is an IF that holds and whose THEN
                // failed.
                Clauses.Clause clause = clauses.clauses().get(c);
                if ((clause instanceof Clauses.Clause.Bar && state == HOLDS)
                        || (clause instanceof Clauses.Clause.If && state == FAILS)) {
                    return null;
                }
                state = DONE;
            }
            if (state != bytes[c]) {
                next = next == bytes ? bytes.clone() : next;
                next[c] = state;
            }
        }
        return next == bytes ? this : new ClauseState(next);
    }

    /** The clause's byte after a choice, or a negative number when it is broken. */
    private static byte step(Clauses.Clause clause, byte state, int issue, int option) {
        return switch (clause) {
            case Clauses.Clause.Bar(List<Clauses.Choice> of) -> fails(of, issue, option) ? DONE : state;
            case Clauses.Clause.Together(List<Clauses.Choice> of) -> {
                boolean holds = holds(of, issue, option);
                boolean fails = fails(of, issue, option);
                if (!holds && !fails) {
                    yield state;
                }
                if ((holds && fails) || (holds && state == FAILS) || (fails && state == HOLDS)) {
                    yield -1;
                }
                yield holds ? HOLDS : FAILS;
            }
            case Clauses.Clause.If(List<Clauses.Choice> when, List<Clauses.Choice> then) -> {
                if (fails(when, issue, option)) {
                    yield DONE;
                }
                yield fails(then, issue, option) ? FAILS : state;
            }
        };
    }

    private static boolean holds(List<Clauses.Choice> choices, int issue, int option) {
        return choices.stream().anyMatch(c -> c.issue() == issue && c.options().contains(option));
    }

    private static boolean fails(List<Clauses.Choice> choices, int issue, int option) {
        return choices.stream().anyMatch(c -> c.issue() == issue && !c.options().contains(option));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClauseState(byte[] theirs) && Arrays.equals(bytes, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Arrays.toString(bytes);
    }
}
