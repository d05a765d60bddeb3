package org.homeward.record.time;

import org.homeward.record.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words for a time and their normal value in the manner of TIMEX3: {@code 2026-02-05}, {@code 2025-12}, {@code 2026-W06},
 * {@code 2025-Q3}, {@code 2025-SU}, {@code 2026-02-05TMO}, {@code P5M}, {@code XXXX-WXX-4}, {@code 2026-02-04/2026-02-05},
 * {@code PAST_REF}.
 *
 * @param rule how the value follows from the words
 */
public record TimeExpression(Span words, Type type, String value, String rule) {
    /**
     * Which part of the value is meant, as TIMEX3 has it: {@code START}, {@code MID}, {@code END}; null when all of it is.
     * Derived from the rule, which names the part.
     */
    public @Nullable String mod() {
        if (rule.startsWith("the beginning") || rule.startsWith("the first ")) {
            return "START";
        }
        boolean end =
                rule.startsWith("the end") || rule.startsWith("the second half") || rule.startsWith("the last ten");
        return rule.startsWith("the middle") ? "MID" : end ? "END" : null;
    }

    /** What the value is. */
    public enum Type {
        /** A day, month, year, week or a part of a day. */
        DATE,
        /** From one day to another. */
        RANGE,
        /** A time of day, or a part of a day. */
        TIME,
        /** A length of time. */
        DURATION,
        /** Again and again: {@code XXXX-WXX-4} is every Thursday. */
        SET
    }
}
