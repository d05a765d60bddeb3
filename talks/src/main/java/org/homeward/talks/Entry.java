package org.homeward.talks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act as it was entered.
 *
 * @param by for which participant it counts
 * @param person who of that participant's people typed it, as his own house names him; null where that was not said. It is among
 *     what the log's key signs, and only the mediator and who entered it see it
 * @param seenBy who may see it besides the mediator and who entered it; empty leaves it to the kind of act, see {@link View}
 */
@JsonInclude(JsonInclude.Include.NON_NULL) // A log of before there were persons in it keeps its signatures.
public record Entry(String by, @Nullable String person, Instant at, List<String> seenBy, Act act) {
    /** The longest name of a person, in UTF-16 units. */
    public static final int LONGEST_PERSON = 200;

    public Entry {
        Need.text("by", by);
        if (person != null && (person.isBlank() || person.length() > LONGEST_PERSON)) {
            throw new IllegalArgumentException("'person' is a name of at most " + LONGEST_PERSON + " characters");
        }
        Need.value("at", at);
        seenBy = Need.list("seenBy", seenBy);
        Need.value("act", act);
    }

    /** An entry that names nobody. */
    public Entry(String by, Instant at, List<String> seenBy, Act act) {
        this(by, null, at, seenBy, act);
    }

    /** The same, typed by that person. */
    public Entry typedBy(String name) {
        return new Entry(by, name, at, seenBy, act);
    }
}
