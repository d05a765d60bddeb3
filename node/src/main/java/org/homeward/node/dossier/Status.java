package org.homeward.node.dossier;

import org.homeward.register.SaidStatus;

/**
 * What may be said of where a person is. A person has as many at once as there are sources that differ; the order is that in which a list
 * shows the gravest first.
 */
public enum Status {
    /** Two people of this side confirmed a claim. It is provisional: they can take it back. */
    DEAD,
    /** Somebody claims it, and two people have not decided. */
    DEATH_CLAIMED,
    WOUNDED,
    ESCAPED,
    MISSING,
    HELD,
    TRANSFERRED,
    RELEASED,
    NOT_HELD,
    /** The other side's equal code for every reason. */
    NOT_AVAILABLE,
    ALIVE,
    SOUGHT;

    /** What a cell says; a death in it is a claim. */
    static Status of(SaidStatus said) {
        return switch (said) {
            case DEAD -> DEATH_CLAIMED;
            case ESCAPED -> ESCAPED;
            case RELEASED -> RELEASED;
            case TRANSFERRED -> TRANSFERRED;
            case WOUNDED -> WOUNDED;
            case HELD -> HELD;
            case MISSING -> MISSING;
            case ALIVE -> ALIVE;
            case SOUGHT -> SOUGHT;
        };
    }
}
