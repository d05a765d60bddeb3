package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One case in one node.
 *
 * <p>The agency gives the order: it accepts an envelope, puts its entry into the joint log, then into its journal. A bureau
 * hands its envelopes in and takes all accepted ones, by a line or from a sealed package; it checks each as the agency did and
 * believes none of the agency's words about them. All fold the same envelopes by the same rules, so all have the same case.
 *
 * <p>Safe for threads: every method locks the node's case.
 */
public final class ExchangeNode {
    private final String caseId;
    private final NodeIdentity identity;
    private final Journal journal;
    private final @Nullable AgencyCounter counter;
    private final @Nullable AgencyLink agency;
    private final OrderedCase ordered;
    private final OwnActs own;
    private final OrderTaker taker;

    private ExchangeNode(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Journal journal,
            @Nullable JointLog log,
            @Nullable AgencyLink agency,
            Surroundings around)
            throws IOException {
        this.caseId = caseId;
        this.identity = identity;
        this.journal = journal;
        this.agency = agency;
        this.ordered = OrderedCase.replay(caseId, identity, enrolled, journal);
        this.counter = log == null ? null : new AgencyCounter(caseId, identity, journal, ordered, log, around.clock());
        this.own = new OwnActs(caseId, identity, enrolled, journal, ordered, new Handing(), agency != null, around);
        this.taker = new OrderTaker(caseId, enrolled, journal, ordered, around.clock());
    }

    /** The agency's node: it orders. */
    public static ExchangeNode agency(
            String caseId, NodeIdentity identity, Participants enrolled, Path folder, JointLog log, Clock clock)
            throws IOException {
        return agency(caseId, identity, enrolled, CaseJournal.open(folder), log, Surroundings.of(clock));
    }

    /** The agency's node on its files, in given surroundings. */
    public static ExchangeNode agency(
            String caseId, NodeIdentity identity, Participants enrolled, Path folder, JointLog log, Surroundings around)
            throws IOException {
        return agency(caseId, identity, enrolled, CaseJournal.open(folder), log, around);
    }

    /** The agency's node over any journal. */
    public static ExchangeNode agency(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Journal journal,
            JointLog log,
            Surroundings around)
            throws IOException {
        AgencyCounter.finishInterrupted(journal, log);
        ExchangeNode node = new ExchangeNode(caseId, identity, enrolled, journal, log, null, around);
        if (log.size() != journal.size()) {
            throw new IOException("The joint log has " + log.size() + " entries and the journal " + journal.size()
                    + ": one of them is an older copy. Restore the newest backup of both.");
        }
        return node;
    }

    /** A bureau's node: it hands in, takes, and checks. */
    public static ExchangeNode bureau(
            String caseId, NodeIdentity identity, Participants enrolled, Path folder, AgencyLink agency, Clock clock)
            throws IOException {
        return bureau(caseId, identity, enrolled, CaseJournal.open(folder), agency, Surroundings.of(clock));
    }

    /** A bureau's node on its files, in given surroundings. */
    public static ExchangeNode bureau(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Path folder,
            AgencyLink agency,
            Surroundings around)
            throws IOException {
        return bureau(caseId, identity, enrolled, CaseJournal.open(folder), agency, around);
    }

    /** A bureau's node over any journal. */
    public static ExchangeNode bureau(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Journal journal,
            AgencyLink agency,
            Surroundings around)
            throws IOException {
        return new ExchangeNode(caseId, identity, enrolled, journal, null, agency, around);
    }

    public synchronized CaseState state() {
        return ordered.state();
    }

    public NodeIdentity identity() {
        return identity;
    }

    /**
     * Drafts an act and keeps it until two people of this side have signed it.
     *
     * @return waiting, or refused at once when the rules already say no
     */
    public synchronized Outcome draft(Act act) throws IOException {
        return own.draft(act);
    }

    /** What waits for a signature, or for the agency's answer, oldest first. */
    public synchronized List<Outcome.Waiting> waiting() {
        return own.waiting();
    }

    /** What a draft that waits would do; empty where it is not there any more. */
    public synchronized Optional<Act> waitingAct(String draftId) {
        return own.waitingAct(draftId);
    }

    /** Takes back a draft that has not been handed in. */
    public synchronized Outcome withdraw(String draftId) throws IOException {
        return own.withdraw(draftId);
    }

    /** Adds one person's signature; with the second person's the act is sealed and handed in. */
    public synchronized Outcome approve(String draftId, String officerId, String signature) throws IOException {
        return own.approve(draftId, officerId, signature);
    }

    /** Where this node's own acts are handed in. */
    private final class Handing implements OwnActs.Counter {
        @Override
        public Answer submit(Envelope envelope) throws IOException {
            return agency == null ? receive(envelope) : agency.submit(envelope);
        }

        @Override
        public void fetch() throws IOException {
            ExchangeNode.this.fetch();
        }
    }

    /** The agency's door: checks an envelope, orders it, and answers with a signed receipt whatever the outcome. */
    public synchronized Answer receive(Envelope envelope) throws IOException {
        return counter().receive(envelope);
    }

    /** The agency's answer to bytes that are no envelope of this case. */
    public synchronized Answer refuse(byte[] bytes, Refusal refusal, String from) throws IOException {
        return counter().refuse(bytes, refusal, from);
    }

    private AgencyCounter counter() {
        if (counter == null) {
            throw new IllegalStateException("only the agency orders envelopes");
        }
        return counter;
    }

    /** What this node refused, and which of its own acts were refused, oldest first. */
    public synchronized List<RefusedEnvelope> refusals() throws IOException {
        return journal.refused();
    }

    /** The agency's signed answer to an act of this node, so that "not received" can be disproved. */
    public synchronized Optional<Receipt> receiptOf(String envelopeDigest) throws IOException {
        return journal.receipt(envelopeDigest);
    }

    /** The agency's answers to all that a participant handed in: for one who is answered by a package. */
    public synchronized List<Receipt> receiptsFor(String participant) throws IOException {
        return counter().receiptsFor(participant);
    }

    /** The acts that this node has, in the agency's order. */
    public List<Envelope> envelopes() throws IOException {
        return envelopes(0);
    }

    /** Those from that index on. */
    public synchronized List<Envelope> envelopes(int from) throws IOException {
        return journal.from(from, Integer.MAX_VALUE);
    }

    /** The act of this node that the agency has not answered yet. */
    public synchronized Optional<Envelope> onItsWay() {
        return own.onItsWay();
    }

    /**
     * Accepted envelopes from that index on, at most {@code limit}, under the agency's signed order. The agency signs the order up
     * to any act; a bureau passes on the agency's last word, and so gives all up to there or none.
     */
    public synchronized Batch batch(int from, int limit) throws IOException {
        int start = Math.min(from, ordered.size());
        if (counter != null) {
            List<Envelope> envelopes = journal.from(start, limit);
            int end = start + envelopes.size();
            return new Batch(envelopes, OrderHead.sign(caseId, end, ordered.chain(end), identity.signing()));
        }
        OrderHead head = journal.order().orElse(null);
        if (head == null) {
            return new Batch(List.of(), new OrderHead(caseId, 0, OrderHead.START, ""));
        }
        int count = (int) Math.max(0, head.size() - start);
        return new Batch(journal.from(start, count), head);
    }

    /**
     * Hands in again what the agency has not answered; a bureau then takes what it lacks and checks it: each envelope by the rules,
     * and their order against the agency's signature. A batch that fails is refused whole.
     *
     * @return how many envelopes were new
     * @throws IOException when the agency cannot be reached, or hands out what the rules refuse
     */
    public synchronized int synchronise() throws IOException {
        int before = ordered.size();
        own.handInFlight();
        own.handInReady();
        fetch();
        return ordered.size() - before;
    }

    private void fetch() throws IOException {
        if (agency != null) {
            try {
                Batch batch = agency.fetch(caseId, ordered.size());
                while (!batch.envelopes().isEmpty()) {
                    taken(taker.take(ordered.size(), batch));
                    batch = agency.fetch(caseId, ordered.size());
                }
            } catch (NotConnected carried) {
                return;
            }
        }
        own.seen();
    }

    private static void taken(Optional<Refusal> refusal) throws IOException {
        if (refusal.isPresent()) {
            throw new IOException(refusal.get().sentence());
        }
    }

    /**
     * Takes accepted envelopes from a package: those from index {@code from} on, under the agency's signed order. What is here
     * already is compared and skipped, so the same package twice, or an older one late, changes nothing.
     *
     * @return why they are refused, whole, or empty
     */
    public synchronized Optional<Refusal> take(int from, Batch batch) throws IOException {
        Optional<Refusal> refusal = taker.take(from, batch);
        own.seen();
        return refusal;
    }

    /** Takes the agency's answer to an act of this node from a package; one that is not awaited is kept and changes nothing. */
    public synchronized void answered(Receipt receipt) throws IOException {
        if (agency != null) {
            own.answered(receipt);
        }
    }

    /** Seals what two people have signed and what only waited for an earlier act to be settled. */
    public synchronized void sealReady() throws IOException {
        own.handInReady();
    }
}
