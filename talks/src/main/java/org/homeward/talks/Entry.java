package org.homeward.talks;

import java.time.Instant;
import java.util.List;

/**
 * An act as it was entered.
 *
 * @param by who entered it
 * @param seenBy who may see it besides the mediator and who entered it; empty leaves it to the kind of act, see {@link View}
 */
public record Entry(String by, Instant at, List<String> seenBy, Act act) {
    public Entry {
        Need.text("by", by);
        Need.value("at", at);
        seenBy = Need.list("seenBy", seenBy);
        Need.value("act", act);
    }
}
