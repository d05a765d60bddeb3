package org.homeward.record.text;

/** A paragraph, or what an outlet puts beside its paragraphs. */
public record Block(int begin, int end, Kind kind) {
    /** What a block is for. */
    public enum Kind {
        /** The title, and its copy where the page repeats it. */
        HEADLINE,
        /** A place in capitals, a date, an author: no sentence. */
        FURNITURE,
        /** What stands under a photograph. */
        CAPTION,
        /** A paragraph of the report. */
        BODY
    }
}
