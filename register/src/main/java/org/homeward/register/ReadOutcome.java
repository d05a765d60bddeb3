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
     * @param encoding the charset's name, {@code XLSX} for the first sheet of a workbook, or {@code PFIF}
     * @param separator the character between cells; a blank where the format has none
     * @param rows data rows
     * @param shortRows rows with fewer cells than the header, whose missing cells count as blank
     * @param longCells cells of more characters than are read, which count as blank
     * @param leftOut records that were not read, each with its verdict; only a format whose records stand for themselves has any
     * @param verdicts the first of these, by line; at most {@link #MAX_VERDICTS}
     */
    record Seen(
            String encoding,
            char separator,
            int rows,
            int shortRows,
            int longCells,
            int leftOut,
            List<RowVerdict> verdicts) {
        public static final int MAX_VERDICTS = 10_000;

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
        CELL_TOO_LONG,
        /** A PFIF record in a namespace that is not one of PFIF 1.1 to 1.4; left out. */
        UNKNOWN_NAMESPACE,
        /** A record without an id; left out. */
        NO_ID,
        /** A person without any name; left out. */
        NO_NAME,
        /** An older copy of a record that the file has twice; left out. */
        OLDER_COPY,
        /** A note on a person whom the file does not have; left out. */
        NOTE_WITHOUT_PERSON,
        /** Past its expiry: of a person the id and the dates are kept, a note is left out. */
        EXPIRED,
        /** Fields in another order than the specification's; read all the same. */
        WRONG_ORDER,
        /** A field of another namespace than its record's; the field is left out. */
        FOREIGN_FIELD,
        /** An id that does not name the repository where the record is at home. */
        ID_WITHOUT_HOME,
        /** No date of the source, which newer versions demand. */
        NO_SOURCE_DATE,
        /** A time that is not written as {@code 2012-05-29T00:00:00Z}; it counts as absent. */
        BAD_DATE,
        /** A link to another record that does not link back; for people to look at. */
        ONE_WAY_LINK,
        /** A note says that the person is dead. It is a claim, for two people to look at, and changes nothing. */
        CLAIM_OF_DEATH
    }

    /** Why a file is refused. */
    enum Code {
        UNREADABLE,
        EMPTY,
        TOO_LARGE,
        NOT_TEXT,
        /** A workbook that is damaged, or built to harm the computer that opens it. */
        BAD_WORKBOOK,
        /** An XML file that is damaged, hostile, or not PFIF. */
        BAD_PFIF,
        NO_HEADER,
        NO_ROWS,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS,
        BROKEN_ROW,
        DUPLICATE_ID,
        BAD_MAP
    }
}
