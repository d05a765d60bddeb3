package org.homeward.protocol.exchange;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A death as the case has it: provisional at first, open to contradiction, and reversible at any time.
 *
 * @param standing how far it is believed
 * @param day as the holder wrote it, perhaps in part, or null
 * @param burial place of burial as the holder wrote it, or null
 */
public record Death(
        Standing standing, @Nullable String day, @Nullable String burial) {
    /** What was last said of it. */
    public enum Standing {
        /** The holder says so. */
        PROVISIONAL,
        /** The side that seeks him accepts it. */
        CONFIRMED,
        /** Somebody has reason to doubt it; he is sought as before. */
        CONTRADICTED,
        /** The holder takes it back. */
        WITHDRAWN
    }

    public Death {
        Objects.requireNonNull(standing);
    }

    /** Whether nobody lists him as living: whatever is not withdrawn keeps him off the lists. */
    public boolean standsInTheWay() {
        return standing != Standing.WITHDRAWN;
    }
}
