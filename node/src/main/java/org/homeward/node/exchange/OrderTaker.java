package org.homeward.node.exchange;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.node.exchange.OrderedCase.Check;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.CaseRules;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.CanonicalJson;

/** How a bureau takes accepted envelopes: all checks first, then all of them, or none. Not safe for threads. */
final class OrderTaker {
    private final String caseId;
    private final Participants enrolled;
    private final Journal journal;
    private final OrderedCase ordered;
    private final Clock clock;

    OrderTaker(String caseId, Participants enrolled, Journal journal, OrderedCase ordered, Clock clock) {
        this.caseId = caseId;
        this.enrolled = enrolled;
        this.journal = journal;
        this.ordered = ordered;
        this.clock = clock;
    }

    /**
     * Takes the envelopes that stand from index {@code from} on in the agency's order.
     *
     * @return why none was taken, or empty
     */
    Optional<Refusal> take(int from, Batch batch) throws IOException {
        List<Envelope> envelopes = batch.envelopes();
        OrderHead head = batch.head();
        int here = ordered.size();
        if (from > here) {
            return refuse(
                    Code.GAP,
                    "Acts " + (here + 1) + " to " + from
                            + " are missing here: take the package or batch with them first.");
        }
        if (!head.caseId().equals(caseId)
                || !head.isSignedBy(enrolled.mediator().signingKey())
                || head.size() != from + (long) envelopes.size()) {
            return notInOrder();
        }
        String chain = ordered.chain(from);
        for (Envelope envelope : envelopes) {
            chain = OrderHead.next(chain, envelope.digest());
        }
        if (!chain.equals(head.chain())) {
            return notInOrder();
        }
        int old = Math.min(here - from, envelopes.size());
        if (old > 0 && !chainTo(from, envelopes, old).equals(ordered.chain(from + old))) {
            return twoOrders(head);
        }
        List<Envelope> fresh = envelopes.subList(old, envelopes.size());
        List<ActRecord> records = new ArrayList<>();
        CaseState ahead = ordered.state();
        for (Envelope envelope : fresh) {
            switch (ordered.check(ahead, envelope)) {
                case Check.Sound(ActRecord record) -> {
                    records.add(record);
                    ahead = CaseRules.evolve(ahead, record);
                }
                case Check.Unsound(Refusal refusal) -> {
                    journal.note(RefusedEnvelope.of(envelope, refusal, clock.instant(), List.of(envelope)));
                    return refuse(
                            refusal.code(),
                            "The agency hands out an envelope that the rules refuse (" + refusal.code()
                                    + "): keep it as evidence and speak to the mediator.");
                }
            }
        }
        for (int i = 0; i < records.size(); i++) {
            journal.append(fresh.get(i));
            ordered.count(fresh.get(i), records.get(i));
        }
        if (head.size() == ordered.size()) {
            journal.keep(head);
        }
        return Optional.empty();
    }

    private String chainTo(int from, List<Envelope> envelopes, int count) {
        String chain = ordered.chain(from);
        for (Envelope envelope : envelopes.subList(0, count)) {
            chain = OrderHead.next(chain, envelope.digest());
        }
        return chain;
    }

    /** Both heads bear the agency's signature: that is the proof. */
    private Optional<Refusal> twoOrders(OrderHead other) throws IOException {
        String sentence = "The agency signed two different orders of the same acts: both are kept as proof."
                + " Do not go on, and speak to the mediator.";
        List<String> proof = new ArrayList<>();
        Optional<OrderHead> own = journal.order();
        own.ifPresent(head -> proof.add(text(head)));
        proof.add(text(other));
        journal.note(new RefusedEnvelope(
                clock.instant().toString(),
                Code.TWO_ORDERS.name(),
                sentence,
                enrolled.mediator().id(),
                other.size(),
                other.chain(),
                proof));
        return refuse(Code.TWO_ORDERS, sentence);
    }

    private static String text(OrderHead head) {
        return new String(CanonicalJson.bytes(head), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Optional<Refusal> notInOrder() {
        return refuse(
                Code.BAD_SEQUENCE,
                "The acts that were handed out are not in the order that the agency signed:"
                        + " keep them as evidence and speak to the mediator.");
    }

    private static Optional<Refusal> refuse(Code code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
