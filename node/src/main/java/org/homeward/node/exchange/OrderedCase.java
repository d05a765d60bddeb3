package org.homeward.node.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.CaseRules;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * The accepted envelopes of one case in order, each checked before it is counted, and the case folded from them. Not safe for
 * threads: its owner locks.
 */
final class OrderedCase {
    private final String caseId;
    private final NodeIdentity identity;
    private final Participants enrolled;
    private final Journal journal;

    /** Place in the order, by digest. */
    private final Map<String, Integer> places = new HashMap<>();

    /** Place in the order, by sender and the sender's number. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The order's chain after each count of acts: element n belongs to the first n. */
    private final List<String> chains = new ArrayList<>(List.of(OrderHead.START));

    private CaseState state;

    private OrderedCase(String caseId, NodeIdentity identity, Participants enrolled, Journal journal) {
        this.caseId = caseId;
        this.identity = identity;
        this.enrolled = enrolled;
        this.journal = journal;
        this.state = CaseState.empty(caseId);
    }

    /** Folds what the journal holds. */
    static OrderedCase replay(String caseId, NodeIdentity identity, Participants enrolled, Journal journal)
            throws IOException {
        OrderedCase ordered = new OrderedCase(caseId, identity, enrolled, journal);
        for (Envelope envelope : journal.from(0, Integer.MAX_VALUE)) {
            switch (ordered.check(envelope)) {
                case Check.Sound(ActRecord record) -> ordered.count(envelope, record);
                case Check.Unsound(Refusal refusal) ->
                    throw new IOException("The journal holds an envelope that the rules refuse (" + refusal.code()
                            + "): restore the backup.");
            }
        }
        return ordered;
    }

    /** What a check says of an envelope. */
    sealed interface Check {
        record Sound(ActRecord record) implements Check {}

        record Unsound(Refusal refusal) implements Check {}
    }

    CaseState state() {
        return state;
    }

    int size() {
        return chains.size() - 1;
    }

    /** The chain over the first {@code count} acts. */
    String chain(int count) {
        return chains.get(count);
    }

    boolean has(String digest) {
        return places.containsKey(digest);
    }

    /** The accepted envelope that bears the same number of the same sender, and is another one. */
    Optional<Envelope> rival(Envelope envelope) throws IOException {
        Integer place = numbers.get(number(envelope));
        if (place == null || has(envelope.digest())) {
            return Optional.empty();
        }
        return journal.from(place, 1).stream().findFirst();
    }

    /** Whether the envelope may come next. */
    Check check(Envelope envelope) {
        return check(state, envelope);
    }

    /** Whether the envelope may come next after that state. */
    Check check(CaseState at, Envelope envelope) {
        if (!envelope.caseId().equals(caseId)) {
            return unsound(Code.OTHER_CASE, "The envelope belongs to another case.");
        }
        Optional<Participant> sender = enrolled.find(envelope.from());
        if (sender.isEmpty() || !envelope.isSignedBy(sender.get().signingKey())) {
            return unsound(Code.BAD_SIGNATURE, "The envelope is not signed by a node of this case.");
        }
        if (numbers.containsKey(number(envelope)) && !has(envelope.digest())) {
            return unsound(
                    Code.FORK,
                    "The sender signed two different acts with number " + envelope.seq() + ": both are kept as proof.");
        }
        if (!Act.isKnown(envelope.kind())) {
            return unsound(
                    Code.UNKNOWN_KIND,
                    "The act is of a kind that this program does not know: update the program, or ask the sender.");
        }
        try {
            Optional<ActRecord> record = Sealer.open(envelope, identity.id(), identity.sealing());
            if (record.isEmpty()) {
                return unsound(Code.NOT_FOR_US, "The envelope is not sealed to this node.");
            }
            if (record.get().act() instanceof Act.CaseOpened(Participants p) && !p.equals(enrolled)) {
                return unsound(Code.BAD_ENROLMENT, "The case names other keys than those enrolled at this node.");
            }
            return CaseRules.decide(at, record.get())
                    .<Check>map(Check.Unsound::new)
                    .orElseGet(() -> new Check.Sound(record.get()));
        } catch (MalformedJsonException e) {
            return unsound(Code.UNREADABLE, "The envelope cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Counts an envelope that was found sound and is durable. */
    void count(Envelope envelope, ActRecord record) {
        String digest = envelope.digest();
        int place = size();
        places.put(digest, place);
        numbers.put(number(envelope), place);
        chains.add(OrderHead.next(chains.getLast(), digest));
        state = CaseRules.evolve(state, record);
    }

    private static String number(Envelope envelope) {
        return envelope.from() + "/" + envelope.seq();
    }

    private static Check unsound(Code code, String sentence) {
        return new Check.Unsound(new Refusal(code, sentence));
    }
}
