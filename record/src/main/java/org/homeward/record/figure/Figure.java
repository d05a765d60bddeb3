package org.homeward.record.figure;

import org.homeward.record.Span;
import org.jspecify.annotations.Nullable;

/**
 * A number of people (or bodies) as the text gives it.
 *
 * @param value the number in digits, as the rule reads it
 * @param unit what is counted
 * @param scope what happened to them: exchanged, returned, killed, wounded, missing, captured; empty where the text does not say
 * @param basis the words that say whether it is per side or in all; null where none do
 * @param hedge "about", "at least"; null where there is none
 * @param statement the place in the draft of the statement that holds it, or -1: the outlet's own claim
 */
public record Figure(
        Span number,
        long value,
        Span unit,
        String scope,
        Basis basisKind,
        @Nullable Span basis,
        @Nullable Span hedge,
        int statement) {
    /** What the number covers. */
    public enum Basis {
        /** Each side gives or receives so many. */
        PER_SIDE,
        /** Both sides together. */
        TOTAL,
        /** The text does not say. */
        UNSTATED
    }
}
