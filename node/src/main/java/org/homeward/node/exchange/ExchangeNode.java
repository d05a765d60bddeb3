package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.homeward.node.exchange.OrderedCase.Check;
import org.homeward.node.release.ReleaseGate;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseRules;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.Refusal.Code;
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
    private final Participants enrolled;
    private final Journal journal;
    private final @Nullable JointLog log;
    private final @Nullable AgencyLink agency;
    private final Clock clock;
    private final Sealer sealer;
    private final ReleaseGate gate;
    private final OrderedCase ordered;
    private final Drafts drafts;
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
        this.sealer = new Sealer(around.random());
        this.gate = around.gate();
        this.caseId = caseId;
        this.identity = identity;
        this.enrolled = enrolled;
        this.journal = journal;
        this.log = log;
        this.agency = agency;
        this.clock = around.clock();
        this.ordered = OrderedCase.replay(caseId, identity, enrolled, journal);
        this.drafts = Drafts.open(journal, around.random());
        this.taker = new OrderTaker(caseId, enrolled, journal, ordered, clock);
        drafts.settle(ordered);
    }

    /** The agency's node: it orders. */
    public static ExchangeNode agency(
            String caseId, NodeIdentity identity, Participants enrolled, Path folder, JointLog log, Clock clock)
            throws IOException {
        return agency(caseId, identity, enrolled, CaseJournal.open(folder), log, Surroundings.of(clock));
    }

    /** The agency's node on its files, in given surroundings. */
    public static ExchangeNode agency(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Path folder,
            JointLog log,
            Surroundings around)
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
        finishInterrupted(journal, log);
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

    /** Counts the envelope whose entry reached the joint log just before the last stop. */
    private static void finishInterrupted(Journal journal, JointLog joint) throws IOException {
        Optional<Envelope> prepared = journal.prepared();
        if (joint.size() == journal.size() + 1
                && prepared.isPresent()
                && Arrays.equals(
                        joint.entry(journal.size()),
                        JointEntry.of(prepared.get()).bytes())) {
            journal.commit();
        }
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
        Optional<Refusal> kept = gate.refusal(act);
        if (kept.isPresent()) {
            return new Outcome.Refused(kept.get());
        }
        Sealer.Draft draft = sealer.draft(act);
        Optional<Refusal> refusal = CaseRules.decide(ordered.state(), record(draft, act, List.of()));
        // Everything but the missing people is checked before anybody is asked to sign.
        if (refusal.isPresent() && refusal.get().code() != Code.NEEDS_TWO_PEOPLE) {
            return new Outcome.Refused(refusal.get());
        }
        return Drafts.view(drafts.add(draft, clock.instant()));
    }

    /** What waits for a signature, or for the agency's answer, oldest first. */
    public synchronized List<Outcome.Waiting> waiting() {
        return drafts.all().stream().map(Drafts::view).toList();
    }

    /** What a draft that waits would do; empty where it is not there any more. */
    public synchronized Optional<Act> waitingAct(String draftId) {
        return Optional.ofNullable(drafts.find(draftId)).map(WaitingDraft::act);
    }

    /** Takes back a draft that has not been handed in. */
    public synchronized Outcome withdraw(String draftId) throws IOException {
        WaitingDraft found = drafts.find(draftId);
        if (found == null || found.handedIn() != null) {
            return refused(Code.ALREADY_DONE, "This draft is not waiting any more.");
        }
        drafts.drop(draftId);
        return Drafts.view(found);
    }

    /** Adds one person's signature; with the second person's the act is sealed and handed in. */
    public synchronized Outcome approve(String draftId, String officerId, String signature) throws IOException {
        WaitingDraft found = drafts.find(draftId);
        if (found == null) {
            return refused(Code.ALREADY_DONE, "This draft is not waiting any more.");
        }
        Optional<Officer> officer = enrolled.find(identity.id()).orElseThrow().officer(officerId);
        byte[] message = Approval.message(
                caseId, identity.id(), found.draft().kind(), found.draft().commitment());
        if (officer.isEmpty() || !SigningKey.verifies(officer.get().publicKey(), message, signature)) {
            return refused(Code.BAD_APPROVAL, "This signature is not that of an officer of this side over this draft.");
        }
        if (found.handedIn() != null) {
            return handIn(found);
        }
        WaitingDraft signed = found.with(new Approval(officerId, signature));
        drafts.keep(signed);
        return signed.approvals().size() < 2 ? Drafts.view(signed) : handIn(signed);
    }

    /**
     * Seals and hands in. The sealed envelope stays with the draft until it is seen in the order, and each further try hands in the
     * same bytes: nothing is done twice, and this side never signs two acts with one number.
     */
    private Outcome handIn(WaitingDraft done) throws IOException {
        Envelope envelope = done.envelope();
        if (envelope == null) {
            // An envelope that is on its way has this side's next number: settle it before that is used again.
            settleFlight();
            if (drafts.inFlight().isPresent()) {
                return new Outcome.ToCarry(Drafts.view(done));
            }
            // The gate is asked again: a draft may have waited on the disk since an older program made it.
            Optional<Refusal> refusal = gate.refusal(done.act())
                    .or(() -> CaseRules.decide(
                            ordered.state(), record(done.draft(), done.act(), done.approvals())));
            if (refusal.isPresent()) {
                drafts.drop(done.id());
                journal.note(new RefusedEnvelope(
                        clock.instant().toString(),
                        refusal.get().code().name(),
                        "Before it was sealed: " + refusal.get().sentence(),
                        identity.id(),
                        0,
                        done.draft().commitment(),
                        List.of()));
                return new Outcome.Refused(refusal.get());
            }
            envelope = sealer.seal(
                    ordered.state(),
                    identity.id(),
                    identity.signing(),
                    enrolled.all(),
                    clock.instant(),
                    done.draft(),
                    done.approvals());
            drafts.keep(done.handedIn(envelope));
        }
        return submit(done, envelope);
    }

    private Outcome submit(WaitingDraft done, Envelope envelope) throws IOException {
        Answer answer;
        try {
            answer = agency == null ? receive(envelope) : agency.submit(envelope);
        } catch (NotConnected carried) {
            return new Outcome.ToCarry(Drafts.view(done));
        }
        Optional<Outcome> settled = settle(envelope, answer);
        if (settled.isEmpty()) {
            throw new IOException("The agency's receipt is not signed by it for this act: keep it as evidence"
                    + " and speak to the mediator.");
        }
        fetch();
        return settled.get();
    }

    /** Takes the agency's answer to the envelope on its way; empty when the answer is not the agency's. */
    private Optional<Outcome> settle(Envelope envelope, Answer answer) throws IOException {
        Receipt receipt = answer.receipt();
        if (!receipt.isSignedBy(enrolled.mediator().signingKey())
                || !receipt.caseId().equals(caseId)
                || !receipt.envelope().equals(envelope.digest())) {
            return Optional.empty();
        }
        if (agency != null) {
            journal.keep(receipt);
        }
        if (receipt.outcome().equals(ACCEPTED)) {
            // A bureau keeps the draft until it has taken the act: until then its next number is this one.
            drafts.settle(ordered);
            return Optional.of(new Outcome.Done(receipt));
        }
        Optional<WaitingDraft> flight = drafts.inFlight();
        if (flight.isPresent() && envelope.equals(flight.get().envelope())) {
            drafts.drop(flight.get().id());
        }
        Refusal refusal = answer.refusal() != null ? answer.refusal() : refusal(receipt.outcome());
        if (agency != null) {
            journal.note(RefusedEnvelope.of(envelope, refusal, clock.instant(), List.of()));
        }
        return Optional.of(new Outcome.Refused(refusal));
    }

    private static Refusal refusal(String outcome) {
        for (Code code : Code.values()) {
            if (code.name().equals(outcome)) {
                return new Refusal(code, "The agency does not accept this act: " + outcome + ".");
            }
        }
        return new Refusal(
                Code.UNREADABLE,
                "The agency does not accept this act, for a reason that is new to this" + " program: update it.");
    }

    static final String ACCEPTED = "ACCEPTED";

    /** The agency's door: checks an envelope, orders it, and answers with a signed receipt whatever the outcome. */
    public synchronized Answer receive(Envelope envelope) throws IOException {
        JointLog joint = log;
        if (joint == null) {
            throw new IllegalStateException("only the agency orders envelopes");
        }
        Refusal refusal = null;
        if (!ordered.has(envelope.digest())) {
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
                    joint.append(JointEntry.of(envelope));
                    journal.commit();
                    ordered.count(envelope, record);
                }
            }
        }
        Receipt receipt = receipt(
                envelope.digest(), refusal == null ? ACCEPTED : refusal.code().name());
        return new Answer(receipt, refusal);
    }

    /** The agency's answer to bytes that are no envelope of this case. */
    public synchronized Answer refuse(byte[] bytes, Refusal refusal, String from) throws IOException {
        RefusedEnvelope noted = RefusedEnvelope.unread(bytes, refusal, from, clock.instant());
        journal.note(noted);
        return new Answer(receipt(noted.digest(), refusal.code().name()), refusal);
    }

    private Receipt receipt(String digest, String outcome) {
        return Receipt.sign(caseId, digest, identity.id(), clock.instant(), outcome, identity.signing());
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
        List<Receipt> receipts = new ArrayList<>();
        for (Envelope envelope : journal.from(0, Integer.MAX_VALUE)) {
            if (envelope.from().equals(participant)) {
                receipts.add(receipt(envelope.digest(), ACCEPTED));
            }
        }
        for (RefusedEnvelope refused : journal.refused()) {
            if (refused.from().equals(participant) && !ordered.has(refused.digest())) {
                receipts.add(receipt(refused.digest(), refused.code()));
            }
        }
        return receipts;
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
        return drafts.inFlight().map(WaitingDraft::envelope);
    }

    /**
     * Accepted envelopes from that index on, at most {@code limit}, under the agency's signed order. The agency signs the order up
     * to any act; a bureau passes on the agency's last word, and so gives all up to there or none.
     */
    public synchronized Batch batch(int from, int limit) throws IOException {
        int start = Math.min(from, ordered.size());
        if (log != null) {
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
        settleFlight();
        handInReady();
        fetch();
        return ordered.size() - before;
    }

    private void settleFlight() throws IOException {
        Optional<WaitingDraft> flight = drafts.inFlight();
        if (flight.isPresent()) {
            handIn(flight.get());
        }
    }

    private void handInReady() throws IOException {
        for (WaitingDraft draft : drafts.ready()) {
            handIn(draft);
        }
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
        drafts.settle(ordered);
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
        drafts.settle(ordered);
        return refusal;
    }

    /** Takes the agency's answer to an act of this node from a package; one that is not awaited is kept and changes nothing. */
    public synchronized void answered(Receipt receipt) throws IOException {
        Envelope flight = onItsWay().orElse(null);
        if (agency == null) {
            return;
        }
        if (flight != null && flight.digest().equals(receipt.envelope())) {
            settle(flight, new Answer(receipt, null));
        } else if (ordered.has(receipt.envelope())
                && receipt.caseId().equals(caseId)
                && receipt.isSignedBy(enrolled.mediator().signingKey())
                && journal.receipt(receipt.envelope()).isEmpty()) {
            journal.keep(receipt);
        }
    }

    /** Seals what two people have signed and what only waited for an earlier act to be settled. */
    public synchronized void sealReady() throws IOException {
        handInReady();
    }

    private ActRecord record(Sealer.Draft draft, Act act, List<Approval> approvals) {
        CaseState.Head head = ordered.state().head(identity.id());
        return new ActRecord(
                caseId,
                identity.id(),
                head.sequence() + 1,
                head.envelope(),
                "draft",
                clock.instant(),
                draft.commitment(),
                approvals,
                act);
    }

    private static Outcome refused(Code code, String sentence) {
        return new Outcome.Refused(new Refusal(code, sentence));
    }
}
