package org.homeward.tracing;

/**
 * Levels in the finer steps that a pattern keeps, by number: a level's own ordinal, or a step within a level that the model learns apart and people need not be
 * told of. Between a close writing and a loose one lies all that a rare surname can say.
 */
final class Step {
    /** The better half of {@link Level#NEAR}. */
    static final int NEARER = Level.values().length;
    /** The better half of {@link Level#LOOSE}; of dates, where one has no more than its year. */
    static final int LESS_LOOSE = NEARER + 1;
    /**
     * Of what is {@link Level#DIFFERENT}: years that one clerk may take for the other, and names of which one is not known to be a name and may be another
     * misread. Two names that the language knows and tells apart are further from one another.
     */
    static final int NOT_FAR = LESS_LOOSE + 1;

    static final int COUNT = NOT_FAR + 1;

    private static final Level[] LEVELS = new Level[COUNT];

    static {
        System.arraycopy(Level.values(), 0, LEVELS, 0, NEARER);
        LEVELS[NEARER] = Level.NEAR;
        LEVELS[LESS_LOOSE] = Level.LOOSE;
        LEVELS[NOT_FAR] = Level.DIFFERENT;
    }

    private Step() {}

    static Level level(int step) {
        return LEVELS[step];
    }

    /** Whether a step is of this level or of one after it. */
    static boolean isAtBest(int step, Level level) {
        return LEVELS[step].compareTo(level) >= 0;
    }
}
