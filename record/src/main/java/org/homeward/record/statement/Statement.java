package org.homeward.record.statement;

import java.util.List;
import org.homeward.record.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the outlet says that somebody said. A draft: a person confirms or rejects it.
 *
 * @param content what is said, in the order of the text; several stretches where the attribution stands between them
 * @param speaker the words for the speaker as they stand beside the verb, or null where no rule found any
 * @param name the name within them, if they hold one
 * @param capacity the office or role within them, if they hold one
 * @param referent whom a pronoun, a surname or an office stands for: the words of an earlier mention, with the rule
 * @param side the state or body the speaker is presented as speaking for, or null where the text does not say
 * @param channel where or to whom it was said
 * @param cue the words of saying
 * @param rule the rule or rules that found the speaker
 * @param headline whether it stands in the title
 * @param inner attributions inside what is said: "X told an agency that Y had said"
 */
public record Statement(
        Tier tier,
        Form form,
        List<Span> content,
        @Nullable Span speaker,
        @Nullable Span name,
        @Nullable Span capacity,
        @Nullable Derived referent,
        @Nullable Derived side,
        @Nullable Span channel,
        @Nullable Span cue,
        String rule,
        boolean headline,
        List<Inner> inner) {
    /** Copies the lists. */
    public Statement {
        content = List.copyOf(content);
        inner = List.copyOf(inner);
    }

    /** How much stands behind the speaker. */
    public enum Tier {
        /** Two independent rules name the same speaker for the same words. */
        AGREE,
        /** One rule does. */
        SINGLE,
        /** None does, and none is guessed. */
        UNATTRIBUTED
    }

    /** Whether the outlet gives words or their sense. Quotation marks do not promise that the words are exact. */
    public enum Form {
        /** All of it stands in quotation marks. */
        QUOTE,
        /** Some of it does. */
        MIXED,
        /** None of it does. */
        PARAPHRASE
    }

    /** A saying within what is said. */
    public record Inner(Span speaker, Span cue) {}
}
