package org.homeward.protocol.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A clock of the case, agreed with the terms as data: what is due, within how many hours, and what follows when it is not done.
 *
 * <p>No clock of any computer is read here. A clock starts with the act that makes it run, at that act's own time or that of any act
 * before it, whichever is later, so that nobody shortens it with an early date. It ends for a participant when its own act says a later
 * time, and for everybody when the mediator declares it ({@link Act.DeadlinePassed}).
 *
 * @param hours from 1 to {@value #LONGEST}
 */
public record Deadline(Due due, int hours, OnExpiry onExpiry) {
    /** A year of hours. */
    public static final int LONGEST = 8_760;

    /** What a clock is about. */
    public enum Due {
        /** Answers to the other side's list, from the moment both lists are open. */
        REPLY(OnExpiry.NOTHING, OnExpiry.TO_MEDIATOR),
        /** Objections to the proposed lists, from the proposal. */
        OBJECTION(OnExpiry.NOTHING, OnExpiry.NO_OBJECTION, OnExpiry.TO_MEDIATOR),
        /** Signatures under the agreement, from the moment its lists are frozen. */
        SIGNATURE(OnExpiry.NOTHING, OnExpiry.LAPSES, OnExpiry.TO_MEDIATOR),
        /** Signatures under an amendment, from its proposal. */
        AMENDMENT(OnExpiry.NOTHING, OnExpiry.LAPSES, OnExpiry.TO_MEDIATOR);

        private final Set<OnExpiry> may;

        Due(OnExpiry first, OnExpiry... others) {
            may = EnumSet.of(first, others);
        }
    }

    /** What follows when the hours are over. */
    public enum OnExpiry {
        /** Whoever is late shows as late; what he does still counts. */
        NOTHING,
        /** Whoever has not objected has no objection. */
        NO_OBJECTION,
        /** What waited for signatures leaves the table. */
        LAPSES,
        /** Late acts do not count unless the mediator gives more time. */
        TO_MEDIATOR
    }

    Instant from(Instant start) {
        return start.plus(Duration.ofHours(hours));
    }

    /** What makes these clocks unusable, or empty. */
    static Optional<String> flaw(List<Deadline> deadlines) {
        Set<Due> seen = EnumSet.noneOf(Due.class);
        for (Deadline deadline : deadlines) {
            if (!seen.add(deadline.due())) {
                return Optional.of("the deadline " + deadline.due() + " stands there twice");
            }
            if (deadline.hours() < 1 || deadline.hours() > LONGEST) {
                return Optional.of("the deadline " + deadline.due() + " has " + deadline.hours()
                        + " hours; it needs from 1 to " + LONGEST);
            }
            if (!deadline.due().may.contains(deadline.onExpiry())) {
                return Optional.of("the deadline " + deadline.due() + " cannot end with " + deadline.onExpiry()
                        + "; it may with " + deadline.due().may);
            }
        }
        return Optional.empty();
    }
}
