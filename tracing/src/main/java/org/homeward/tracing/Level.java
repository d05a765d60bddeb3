package org.homeward.tracing;

/**
 * How far one field of a pair agrees. {@link #MISSING} counts neither for nor against.
 *
 * <p>One takes four bits of a pair's pattern. What a level means depends on the {@link Kind} of field; its
 * words say it.
 */
public enum Level {
    MISSING("not given on one side", "not given on one side"),
    EXACT("the same", "the same date"),
    ALIKE("the same in another writing", "day and month exchanged"),
    EQUIVALENT("one name in two languages", "the same month and year, a day on one side only"),
    CLOSE("a very close writing", "one slip away"),
    NEAR("a close writing", "one slip away"),
    LOOSE("a loose likeness", "loosely the same time"),
    PART("fits the initial", "the same year, no more on one side"),
    DIFFERENT("different", "different");

    private final String words;
    private final String dateWords;

    Level(String words, String dateWords) {
        this.words = words;
        this.dateWords = dateWords;
    }

    /** Whether both values stand for one value of the language, however written. */
    static boolean isAgreement(int ordinal, Kind kind) {
        return ordinal == EXACT.ordinal()
                || (kind != Kind.DATE && (ordinal == ALIKE.ordinal() || ordinal == EQUIVALENT.ordinal()));
    }

    String words(Kind kind) {
        return kind == Kind.DATE ? dateWords : words;
    }
}
