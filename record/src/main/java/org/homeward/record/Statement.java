package org.homeward.record;

import org.jspecify.annotations.Nullable;

/**
 * A quotation as the outlet prints it, and whom the outlet gives it to. A draft: a person confirms or rejects it.
 *
 * @param content the words between the marks
 * @param speaker the mention (a name or a pronoun, not resolved), or null where no rule found one
 * @param cue the verb of saying, or null with the speaker
 * @param rule the rule that found the speaker
 */
public record Statement(
        Tier tier,
        Span content,
        @Nullable Span speaker,
        @Nullable Span cue,
        String rule) {
    /** How much stands behind the speaker. */
    public enum Tier {
        /** Two independent rules name the same mention. */
        AGREE,
        /** One rule does. */
        SINGLE,
        /** None does, and none is guessed. */
        UNATTRIBUTED
    }
}
