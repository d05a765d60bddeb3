package org.homeward.register;

/** A register that was read, or why it was not. */
public sealed interface ReadOutcome {
    /** Read whole. */
    record Read(RegisterTable table, Seen seen) implements ReadOutcome {}

    /**
     * Not read at all.
     *
     * @param code stable, for programs
     * @param sentence what is wrong, where, and what to do; quotes no cell
     */
    record Refused(Code code, String sentence) implements ReadOutcome {}

    /**
     * What the reader saw and decided, to be shown to the person who gave the file.
     *
     * @param encoding the charset's name
     * @param separator the character between cells
     * @param rows data rows
     * @param shortRows rows with fewer cells than the header, whose missing cells count as blank
     */
    record Seen(String encoding, char separator, int rows, int shortRows) {}

    /** Why a file is refused. */
    enum Code {
        UNREADABLE,
        EMPTY,
        TOO_LARGE,
        NOT_TEXT,
        NO_HEADER,
        NO_ROWS,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS,
        BROKEN_ROW,
        DUPLICATE_ID,
        BAD_MAP
    }
}
