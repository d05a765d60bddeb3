package org.homeward.node.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as text that sorts as they do: whole seconds, always twenty characters. */
final class Times {
    private Times() {}

    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
