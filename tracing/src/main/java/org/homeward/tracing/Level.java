package org.homeward.tracing;

/** How far one field of a pair agrees. {@link #MISSING} counts neither for nor against. */
public enum Level {
    MISSING("not given on one side"),
    EXACT("the same"),
    ALIKE("the same in another writing"),
    NEAR("a close writing"),
    LOOSE("a loose likeness"),
    DIFFERENT("different");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
