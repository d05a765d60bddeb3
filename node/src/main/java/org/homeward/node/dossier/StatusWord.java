package org.homeward.node.dossier;

import java.time.Instant;

/**
 * What one source says of where a person is.
 *
 * @param who the source itself: a file, a note's author, a case, the person who decided
 * @param words as the source writes them; blank where it has no words of its own
 * @param day the source's own date as written, or blank
 * @param at when this node learned it
 */
public record StatusWord(Status status, Source source, String who, String words, String day, Instant at) {
    /** What kind of source. */
    public enum Source {
        /** A file of this side's register. */
        REGISTER,
        /** A note in such a file. */
        NOTE,
        /** Somebody who came back and saw him. */
        RETURNEE,
        /** The other side's answer in a case. */
        OTHER_SIDE,
        /** Two people of this side. */
        DECISION,
        /** What was entered for the duties of this side. */
        DUTY
    }
}
