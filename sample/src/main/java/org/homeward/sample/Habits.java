package org.homeward.sample;

/**
 * How often a register's clerks leave out or get wrong. Shares of rows, 0 to 1.
 *
 * <p>The rates of a held register are those of interrogation by an enemy's clerk; no figure is published, so they are set
 * well above those of the own side's papers.
 */
record Habits(
        double patronymicMissing,
        double patronymicInitial,
        double givenInitial,
        double nameBySound,
        double masculineEnding,
        double lookalike,
        double typo,
        double scanError,
        double namesExchanged,
        double dateMissing,
        double datePartial,
        double dateEstimated,
        double dateSwapped,
        double dateFirstOfJanuary,
        double dateSlip,
        double numberGiven,
        double numberSlip,
        double unitGiven,
        double otherUnit,
        double placeGiven) {
    static final Habits HELD = new Habits(
            0.12, 0.08, 0.015, 0.06, 0.15, 0.04, 0.06, 0.03, 0.015, 0.02, 0.06, 0.03, 0.03, 0.015, 0.05, 0.45, 0.06,
            0.70, 0.15, 0.80);
    static final Habits SOUGHT = new Habits(
            0.03, 0.04, 0.003, 0.01, 0.02, 0.015, 0.02, 0.01, 0.004, 0.004, 0.008, 0.002, 0.006, 0.004, 0.01, 0.70,
            0.015, 0.90, 0.03, 0.95);
}
