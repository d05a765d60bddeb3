package org.homeward.register;

import java.util.List;

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
     * @param encoding the charset's name, or {@code XLSX} for the first sheet of a workbook
     * @param separator the character between cells; a blank for a workbook, which has none
     * @param rows data rows
     * @param shortRows rows with fewer cells than the header, whose missing cells count as blank
     * @param longCells cells of more characters than are read, which count as blank
     * @param verdicts the first of these, by line; at most {@link #MAX_VERDICTS}
     */
    record Seen(String encoding, char separator, int rows, int shortRows, int longCells, List<RowVerdict> verdicts) {
        public static final int MAX_VERDICTS = 100;

        public Seen {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * Something about a row that was read all the same.
     *
     * @param line of the file, from 1; of a workbook, the row's number
     */
    record RowVerdict(long line, Verdict verdict) {}

    /** What may be said of a row. */
    enum Verdict {
        /** Fewer cells than the header; the missing ones count as blank. */
        SHORT_ROW,
        /** A cell of more characters than are read; it counts as blank. */
        CELL_TOO_LONG
    }

    /** Why a file is refused. */
    enum Code {
        UNREADABLE,
        EMPTY,
        TOO_LARGE,
        NOT_TEXT,
        /** A workbook that is damaged, or built to harm the computer that opens it. */
        BAD_WORKBOOK,
        NO_HEADER,
        NO_ROWS,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS,
        BROKEN_ROW,
        DUPLICATE_ID,
        BAD_MAP
    }
}
