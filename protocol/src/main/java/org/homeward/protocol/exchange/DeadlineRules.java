package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.CaseRules.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.homeward.protocol.exchange.CaseState.Change;
import org.homeward.protocol.exchange.Deadline.Due;
import org.homeward.protocol.exchange.Deadline.OnExpiry;
import org.homeward.protocol.exchange.Refusal.Code;
import org.jspecify.annotations.Nullable;

/** Which act comes too late, and what follows when a clock of the case is over. */
final class DeadlineRules {
    private DeadlineRules() {}

    /** Refuses an act whose clock is over: by its own time, or because the mediator declared it. */
    static Optional<Refusal> late(CaseState state, ActRecord record) {
        Due due = due(record.act());
        RunningClock clock = due == null ? null : state.clocks().get(due);
        if (clock == null
                || clock.deadline().onExpiry() == OnExpiry.NOTHING
                || !clock.passed() && !record.time().isAfter(clock.until())) {
            return Optional.empty();
        }
        return refuse(
                Code.TOO_LATE,
                "The deadline " + due + " of this case ended at " + clock.until() + ": "
                        + (clock.deadline().onExpiry() == OnExpiry.TO_MEDIATOR
                                ? "ask the mediator for more time."
                                : "what comes later does not count."));
    }

    private static @Nullable Due due(Act act) {
        return switch (act) {
            case Act.LinesAnswered ignored -> Due.REPLY;
            case Act.ProposalObjected ignored -> Due.OBJECTION;
            case Act.AgreementSigned ignored -> Due.SIGNATURE;
            case Act.AmendmentSigned ignored -> Due.AMENDMENT;
            default -> null;
        };
    }

    static Optional<Refusal> passed(CaseState state, Due due, Instant time) {
        RunningClock clock = state.clocks().get(due);
        if (clock == null || clock.deadline().onExpiry() == OnExpiry.NOTHING) {
            return refuse(Code.WRONG_PHASE, "No deadline " + due + " runs in this case that ends with anything.");
        }
        if (clock.passed()) {
            return refuse(Code.ALREADY_DONE, "The mediator has declared the end of this deadline already.");
        }
        return time.isAfter(clock.until())
                ? Optional.empty()
                : refuse(Code.TOO_EARLY, "The deadline " + due + " ends at " + clock.until() + ", and not before.");
    }

    static Optional<Refusal> extended(CaseState state, Due due, int hours) {
        RunningClock clock = state.clocks().get(due);
        if (clock == null || clock.deadline().onExpiry() != OnExpiry.TO_MEDIATOR) {
            return refuse(Code.WRONG_PHASE, "No deadline " + due + " runs that is for the mediator to extend.");
        }
        return hours >= 1 && hours <= Deadline.LONGEST
                ? Optional.empty()
                : refuse(Code.BAD_TERMS, "More time is from 1 to " + Deadline.LONGEST + " hours.");
    }

    /** The end of a clock, as the terms say it. */
    static void pass(Change next, Due due) {
        RunningClock clock = Objects.requireNonNull(next.clocks.get(due));
        if (clock.deadline().onExpiry() != OnExpiry.LAPSES) {
            next.clocks.put(due, new RunningClock(clock.deadline(), clock.until(), true));
        } else if (due == Due.AMENDMENT) {
            next.amendment = null;
        } else {
            next.proposal = null;
            next.frozen.clear();
            next.signatures.clear();
            next.phase = Phase.LOTTERY_DRAWN;
        }
    }

    /** More time from the moment at which the clock ended or would end. */
    static void extend(Change next, Due due, int hours) {
        RunningClock clock = Objects.requireNonNull(next.clocks.get(due));
        next.clocks.put(due, new RunningClock(clock.deadline(), clock.until().plus(Duration.ofHours(hours)), false));
    }

    /** Starts and stops the clocks as the case goes on. */
    static void tick(CaseState before, Change next, Act act) {
        run(next, Due.REPLY, next.phase == Phase.LISTS_REVEALED, false);
        run(next, Due.OBJECTION, next.phase == Phase.PROPOSED, act instanceof Act.SelectionProposed);
        run(next, Due.SIGNATURE, next.phase == Phase.FROZEN, false);
        run(next, Due.AMENDMENT, next.amendment != null, next.amendment != null && before.amendment() == null);
    }

    private static void run(Change next, Due due, boolean runs, boolean anew) {
        if (!runs) {
            next.clocks.remove(due);
        } else if (next.terms != null && (anew || !next.clocks.containsKey(due))) {
            next.terms.deadlines().stream()
                    .filter(d -> d.due() == due)
                    .forEach(d -> next.clocks.put(due, new RunningClock(d, d.from(next.latest), false)));
        }
    }
}
