package org.homeward.record;

/** A stretch of one article, in UTF-16 units, {@code end} exclusive; the hash says of which article. */
public record Span(String sha256, int begin, int end) {
    /** Checks that the stretch is not backwards. */
    public Span {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("span [" + begin + ", " + end + ")");
        }
    }
}
