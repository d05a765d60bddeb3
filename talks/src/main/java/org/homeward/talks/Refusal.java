package org.homeward.talks;

/** Why an act does not count: a code for programs and a sentence for the person who entered it. */
public record Refusal(Code code, String sentence) {
    /** The kinds of reasons. */
    public enum Code {
        NOT_OPEN,
        OPEN_ALREADY,
        UNKNOWN,
        ALREADY_THERE,
        NOT_THEIRS,
        WRONG_TIME,
        MAY_NOT_BE_TOLD,
        WRONG_WORDS
    }
}
