package org.homeward.record.exchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One announced exchange.
 *
 * @param toUkraine how many came home to Ukraine, as Kyiv says; null where it did not say
 * @param toRussia how many came home to Russia, as Moscow says; null where it did not say
 * @param kind whom it was about, as announced
 * @param mediators who is credited
 * @param source where it was published, with what is doubtful about it
 */
public record PublishedExchange(
        LocalDate day,
        @Nullable Integer toUkraine,
        @Nullable Integer toRussia,
        String kind,
        List<String> mediators,
        String source) {
    /** Copies the list. */
    public PublishedExchange {
        mediators = List.copyOf(mediators);
    }

    /** Whether the dead were exchanged, who are counted apart from the living. */
    public boolean isOfBodies() {
        return kind.startsWith("bodies");
    }

    /** Whether the announcement or its source says that the two sides, or two outlets, differ. */
    public boolean isDisputed() {
        return (source + " " + kind).matches("(?s).*(?: says |dates it|'s figure|undisclosed).*");
    }
}
