package org.homeward.record.talks;

import org.homeward.record.Span;
import org.homeward.record.statement.Derived;
import org.jspecify.annotations.Nullable;

/**
 * A mention of a round or a day of talks.
 *
 * @param number the ordinal as a number
 * @param venue the place named with it, or null
 * @param date the day, when the text dates it or counts it from a dated first day; null otherwise
 */
public record TalksDay(
        Kind kind,
        Span words,
        int number,
        @Nullable Span venue,
        @Nullable Derived date) {
    /** What is counted. */
    public enum Kind {
        ROUND,
        DAY
    }
}
