package org.homeward.sample;

/** What stands between two rows of the same person. */
public enum ErrorKind {
    /** The rows are in two languages, and the given name was translated, as Микола to Николай. */
    TRANSLATED_NAME,
    /** The given name was written by sound in the other language instead of translated. */
    NAME_BY_SOUND,
    /** Exactly one of the rows is in Latin letters. */
    LATIN_LETTERS,
    /** Both rows are in Latin letters, by two tables. */
    TWO_ROMANISATIONS,
    PATRONYMIC_MISSING,
    PATRONYMIC_INITIAL,
    GIVEN_NAME_INITIAL,
    /** A woman's surname with a man's ending. */
    MASCULINE_ENDING,
    /** Latin letters that look like the Cyrillic ones, or digits like letters. */
    LOOKALIKE_LETTERS,
    /** A slip of the hand in the surname: a letter lost, doubled, changed or exchanged with its neighbour. */
    TYPO,
    /** What a scanner makes of letters that resemble each other. */
    SCAN_ERROR,
    /** Surname and given name stand in each other's columns. */
    NAMES_EXCHANGED,
    DATE_MISSING,
    /** Year only, or month and year. */
    DATE_PARTIAL,
    /** A year that someone guessed, up to two years off, marked as about. */
    DATE_ESTIMATED,
    /** Day and month exchanged. */
    DATE_SWAPPED,
    /** The first of January of the right year, as a form's default. */
    DATE_FIRST_OF_JANUARY,
    /** One digit, a neighbouring day or a neighbouring year. */
    DATE_SLIP,
    /** A service number with one wrong character. */
    NUMBER_SLIP,
    /** A unit other than the own side knows. */
    OTHER_UNIT,
    /** Someone else in the data has the same surname, patronymic and place. */
    SIBLING,
    /** The person stands twice in one of the registers. */
    TWICE_IN_ONE_REGISTER
}
