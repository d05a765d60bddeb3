package org.homeward.node.exchange;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.node.exchange.OrderedCase.Check;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.Refusal.Code;

/**
 * Where acts are handed in: each is checked, ordered, and answered with a signed receipt whatever the outcome. Not safe for threads: its
 * owner locks.
 */
final class AgencyCounter {
    /** How far two honest clocks may be apart. */
    private static final Duration AHEAD = Duration.ofMinutes(30);

    private final String caseId;
    private final NodeIdentity identity;
    private final Journal journal;
    private final OrderedCase ordered;
    private final JointLog log;
    private final Clock clock;

    AgencyCounter(
            String caseId, NodeIdentity identity, Journal journal, OrderedCase ordered, JointLog log, Clock clock) {
        this.caseId = caseId;
        this.identity = identity;
        this.journal = journal;
        this.ordered = ordered;
        this.log = log;
        this.clock = clock;
    }

    /** Counts the envelope whose entry reached the joint log just before the last stop. */
    static void finishInterrupted(Journal journal, JointLog joint) throws IOException {
        Optional<Envelope> prepared = journal.prepared();
        if (joint.size() == journal.size() + 1
                && prepared.isPresent()
                && java.util.Arrays.equals(
                        joint.entry(journal.size()),
                        JointEntry.of(prepared.get()).bytes())) {
            journal.commit();
        }
    }

    Answer receive(Envelope envelope) throws IOException {
        Refusal refusal = null;
        if (!ordered.has(envelope.digest()) && aheadOfTime(envelope)) {
            refusal = new Refusal(
                    Code.TIME_AHEAD,
                    "The act's time is later than the agency's: set the clock of your computer, and do the step again.");
            journal.note(RefusedEnvelope.of(envelope, refusal, clock.instant(), List.of()));
        } else if (!ordered.has(envelope.digest())) {
            switch (ordered.check(envelope)) {
                case Check.Unsound(Refusal r) -> {
                    refusal = r;
                    List<Envelope> proof = r.code() == Code.FORK
                            ? List.of(ordered.rival(envelope).orElseThrow(), envelope)
                            : List.of();
                    journal.note(RefusedEnvelope.of(envelope, r, clock.instant(), proof));
                }
                case Check.Sound(ActRecord record) -> {
                    journal.prepare(envelope);
                    log.append(JointEntry.of(envelope));
                    journal.commit();
                    ordered.count(envelope, record);
                }
            }
        }
        Receipt receipt = receipt(
                envelope.digest(),
                refusal == null ? Receipts.ACCEPTED : refusal.code().name());
        return new Answer(receipt, refusal);
    }

    /** Whether the sender's clock runs ahead. Clocks of the case start at acts' times, so a date in the future would lengthen them. */
    private boolean aheadOfTime(Envelope envelope) {
        try {
            return Instant.parse(envelope.time()).isAfter(clock.instant().plus(AHEAD));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The answer to bytes that are no envelope of this case. */
    Answer refuse(byte[] bytes, Refusal refusal, String from) throws IOException {
        RefusedEnvelope noted = RefusedEnvelope.unread(bytes, refusal, from, clock.instant());
        journal.note(noted);
        return new Answer(receipt(noted.digest(), refusal.code().name()), refusal);
    }

    /** The answers to all that a participant handed in. */
    List<Receipt> receiptsFor(String participant) throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        for (Envelope envelope : journal.from(0, Integer.MAX_VALUE)) {
            if (envelope.from().equals(participant)) {
                receipts.add(receipt(envelope.digest(), Receipts.ACCEPTED));
            }
        }
        for (RefusedEnvelope refused : journal.refused()) {
            if (refused.from().equals(participant) && !ordered.has(refused.digest())) {
                receipts.add(receipt(refused.digest(), refused.code()));
            }
        }
        return receipts;
    }

    private Receipt receipt(String digest, String outcome) {
        return Receipt.sign(caseId, digest, identity.id(), clock.instant(), outcome, identity.signing());
    }
}
