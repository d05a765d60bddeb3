package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.crypto.Bytes;
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
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * One case in one node.
 *
 * <p>The agency gives the order: it accepts an envelope, puts its entry into the joint log, then into its journal. A bureau
 * hands its envelopes in and fetches all accepted ones; it checks each as the agency did and believes none of the agency's words
 * about them. Both fold the same envelopes by the same rules, so both have the same case.
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
    private final SecureRandom random;
    private final Sealer sealer;
    private final Set<String> accepted = new HashSet<>();

    /** The order's chain after each count of acts: element n belongs to the first n. */
    private final List<String> chains = new ArrayList<>(List.of(OrderHead.START));

    private final Map<String, WaitingDraft> pending = new LinkedHashMap<>();
    private CaseState state;

    private ExchangeNode(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Journal journal,
            @Nullable JointLog log,
            @Nullable AgencyLink agency,
            Clock clock,
            SecureRandom random) {
        this.random = random;
        this.sealer = new Sealer(random);
        this.caseId = caseId;
        this.identity = identity;
        this.enrolled = enrolled;
        this.journal = journal;
        this.log = log;
        this.agency = agency;
        this.clock = clock;
        this.state = CaseState.empty(caseId);
    }

    /** The agency's node: it orders. */
    public static ExchangeNode agency(
            String caseId, NodeIdentity identity, Participants enrolled, Path folder, JointLog log, Clock clock)
            throws IOException {
        return agency(caseId, identity, enrolled, CaseJournal.open(folder), log, clock, new SecureRandom());
    }

    /** The agency's node over any journal. */
    public static ExchangeNode agency(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Journal journal,
            JointLog log,
            Clock clock,
            SecureRandom random)
            throws IOException {
        ExchangeNode node = new ExchangeNode(caseId, identity, enrolled, journal, log, null, clock, random);
        node.finishInterrupted(log);
        node.replay();
        if (log.size() != journal.size()) {
            throw new IOException("The joint log has " + log.size() + " entries and the journal " + journal.size()
                    + ": one of them is an older copy. Restore the newest backup of both.");
        }
        return node;
    }

    /** A bureau's node: it hands in, fetches, and checks. */
    public static ExchangeNode bureau(
            String caseId, NodeIdentity identity, Participants enrolled, Path folder, AgencyLink agency, Clock clock)
            throws IOException {
        return bureau(caseId, identity, enrolled, CaseJournal.open(folder), agency, clock, new SecureRandom());
    }

    /** A bureau's node over any journal. */
    public static ExchangeNode bureau(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Journal journal,
            AgencyLink agency,
            Clock clock,
            SecureRandom random)
            throws IOException {
        ExchangeNode node = new ExchangeNode(caseId, identity, enrolled, journal, null, agency, clock, random);
        node.replay();
        return node;
    }

    private String draftId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return Bytes.hex(id);
    }

    public synchronized CaseState state() {
        return state;
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
        Sealer.Draft draft = sealer.draft(act);
        Optional<Refusal> refusal = CaseRules.decide(state, record(draft, act, List.of(), "draft"));
        // Everything but the missing people is checked before anybody is asked to sign.
        if (refusal.isPresent() && refusal.get().code() != Code.NEEDS_TWO_PEOPLE) {
            return new Outcome.Refused(refusal.get());
        }
        WaitingDraft kept = new WaitingDraft(draftId(), clock.instant().toString(), draft, List.of(), null);
        keep(kept);
        return waiting(kept);
    }

    /** What waits for a signature, oldest first. */
    public synchronized List<Outcome.Waiting> waiting() {
        return pending.values().stream().map(ExchangeNode::waiting).toList();
    }

    private static Outcome.Waiting waiting(WaitingDraft draft) {
        return new Outcome.Waiting(
                draft.id(),
                draft.draft().kind(),
                draft.draft().commitment(),
                draft.since(),
                draft.approvals().stream().map(Approval::officer).toList());
    }

    /** Takes back a draft that has not been handed in. */
    public synchronized Outcome withdraw(String draftId) throws IOException {
        WaitingDraft found = pending.get(draftId);
        if (found == null || found.handedIn() != null) {
            return refused(Code.ALREADY_DONE, "This draft is not waiting any more.");
        }
        drop(draftId);
        return waiting(found);
    }

    private void keep(WaitingDraft draft) throws IOException {
        journal.keep(draft);
        pending.put(draft.id(), draft);
    }

    private void drop(String draftId) throws IOException {
        journal.drop(draftId);
        pending.remove(draftId);
    }

    /** Adds one person's signature; with the second person's the act is sealed and handed in. */
    public synchronized Outcome approve(String draftId, String officerId, String signature) throws IOException {
        WaitingDraft found = pending.get(draftId);
        if (found == null) {
            return refused(Code.ALREADY_DONE, "This draft is not waiting any more.");
        }
        Participant self = enrolled.find(identity.id()).orElseThrow();
        Optional<Participants.Officer> officer = self.officer(officerId);
        byte[] message = Approval.message(
                caseId, identity.id(), found.draft().kind(), found.draft().commitment());
        if (officer.isEmpty() || !SigningKey.verifies(officer.get().publicKey(), message, signature)) {
            return refused(Code.BAD_APPROVAL, "This signature is not that of an officer of this side over this draft.");
        }
        WaitingDraft signed = found.with(new Approval(officerId, signature));
        keep(signed);
        return signed.approvals().size() < 2 ? waiting(signed) : handIn(signed);
    }

    /**
     * Seals and hands in. When the agency's answer is lost the sealed envelope stays with the draft, and the next try hands in
     * the same bytes: the agency answers the same envelope the same way, so nothing is done twice.
     */
    private Outcome handIn(WaitingDraft done) throws IOException {
        Envelope envelope = done.envelope();
        if (envelope == null) {
            // An envelope whose answer was lost has this side's next number, perhaps: settle it before that is used
            // again.
            handInAgain();
            Optional<Refusal> refusal =
                    CaseRules.decide(state, record(done.draft(), done.act(), done.approvals(), "draft"));
            if (refusal.isPresent()) {
                drop(done.id());
                return new Outcome.Refused(refusal.get());
            }
            envelope = sealer.seal(
                    state,
                    identity.id(),
                    identity.signing(),
                    enrolled.all(),
                    clock.instant(),
                    done.draft(),
                    done.approvals());
            keep(done.handedIn(envelope));
        }
        Receipt receipt = agency == null ? receive(envelope) : agency.submit(envelope);
        drop(done.id());
        fetch();
        return outcome(receipt);
    }

    private static Outcome outcome(Receipt receipt) {
        if (receipt.outcome().equals("ACCEPTED")) {
            return new Outcome.Done(receipt);
        }
        return refused(
                Code.valueOf(receipt.outcome()), "The agency does not accept this act: " + receipt.outcome() + ".");
    }

    /** The agency's door: checks an envelope, orders it, and answers with a signed receipt whatever the outcome. */
    public synchronized Receipt receive(Envelope envelope) throws IOException {
        JointLog joint = log;
        if (joint == null) {
            throw new IllegalStateException("only the agency orders envelopes");
        }
        String outcome = "ACCEPTED";
        if (!accepted.contains(envelope.digest())) {
            Checked checked = check(state, envelope);
            if (checked.refusal() != null) {
                outcome = checked.refusal().code().name();
            } else if (checked.record() != null) {
                journal.prepare(envelope);
                joint.append(JointEntry.of(envelope));
                journal.commit();
                count(envelope, checked.record());
            }
        }
        return Receipt.sign(caseId, envelope.digest(), identity.id(), clock.instant(), outcome, identity.signing());
    }

    /** The acts that this node has, in the agency's order. */
    public List<Envelope> envelopes() throws IOException {
        return envelopes(0);
    }

    /** Those from that index on. */
    public synchronized List<Envelope> envelopes(int from) throws IOException {
        return journal.from(from, Integer.MAX_VALUE);
    }

    /** What a draft that waits would do; empty where it is not there any more. */
    public synchronized Optional<Act> waitingAct(String draftId) {
        return Optional.ofNullable(pending.get(draftId)).map(WaitingDraft::act);
    }

    /** The agency's accepted envelopes from that index on, at most {@code limit}, under its signed order. */
    public synchronized Batch batch(int from, int limit) throws IOException {
        List<Envelope> envelopes = from < journal.size() ? journal.from(from, limit) : List.of();
        int end = Math.min(from, journal.size()) + envelopes.size();
        return new Batch(envelopes, OrderHead.sign(caseId, end, chains.get(end), identity.signing()));
    }

    /**
     * Hands in again what the agency has not answered; a bureau then fetches what it lacks and checks it: each envelope by the rules, and their order against the agency's signature. A batch
     * that fails is refused whole.
     *
     * @return how many envelopes were new
     * @throws IOException when the agency cannot be reached, or hands out what the rules refuse
     */
    public synchronized int synchronise() throws IOException {
        handInAgain();
        for (WaitingDraft draft : List.copyOf(pending.values())) {
            if (draft.approvals().size() >= 2) {
                handIn(draft);
            }
        }
        return fetch();
    }

    private void handInAgain() throws IOException {
        for (WaitingDraft draft : List.copyOf(pending.values())) {
            if (draft.handedIn() != null) {
                handIn(draft);
            }
        }
    }

    private int fetch() throws IOException {
        if (agency == null) {
            return 0;
        }
        int before = journal.size();
        Batch batch = agency.fetch(caseId, journal.size());
        while (!batch.envelopes().isEmpty()) {
            take(batch);
            batch = agency.fetch(caseId, journal.size());
        }
        return journal.size() - before;
    }

    private void take(Batch batch) throws IOException {
        List<ActRecord> records = new ArrayList<>();
        CaseState ahead = state;
        String chain = chains.getLast();
        for (Envelope envelope : batch.envelopes()) {
            Checked checked = check(ahead, envelope);
            if (checked.record() == null) {
                throw new IOException("The agency hands out an envelope that the rules refuse ("
                        + (checked.refusal() == null
                                ? "unreadable"
                                : checked.refusal().code())
                        + "): keep it as evidence and speak to the mediator.");
            }
            records.add(checked.record());
            ahead = CaseRules.evolve(ahead, checked.record());
            chain = OrderHead.next(chain, envelope.digest());
        }
        OrderHead head = batch.head();
        if (!head.isSignedBy(enrolled.mediator().signingKey())
                || !head.caseId().equals(caseId)
                || head.size() != journal.size() + records.size()
                || !head.chain().equals(chain)) {
            throw new IOException("The acts that were handed out are not in the order that the agency signed:"
                    + " keep them as evidence and speak to the mediator.");
        }
        for (int i = 0; i < records.size(); i++) {
            journal.append(batch.envelopes().get(i));
            count(batch.envelopes().get(i), records.get(i));
        }
    }

    /** Counts the envelope whose entry reached the joint log just before the last stop. */
    private void finishInterrupted(JointLog joint) throws IOException {
        Optional<Envelope> prepared = journal.prepared();
        if (joint.size() == journal.size() + 1
                && prepared.isPresent()
                && Arrays.equals(
                        joint.entry(journal.size()),
                        JointEntry.of(prepared.get()).bytes())) {
            journal.commit();
        }
    }

    private void replay() throws IOException {
        for (Envelope envelope : journal.from(0, Integer.MAX_VALUE)) {
            Checked checked = check(state, envelope);
            if (checked.record() == null) {
                throw new IOException("The journal holds an envelope that the rules refuse: restore the backup.");
            }
            count(envelope, checked.record());
        }
        for (WaitingDraft draft : journal.drafts()) {
            pending.put(draft.id(), draft);
        }
    }

    private void count(Envelope envelope, ActRecord record) {
        String digest = envelope.digest();
        accepted.add(digest);
        chains.add(OrderHead.next(chains.getLast(), digest));
        state = CaseRules.evolve(state, record);
    }

    private record Checked(
            @Nullable ActRecord record, @Nullable Refusal refusal) {}

    private Checked check(CaseState at, Envelope envelope) {
        Optional<Participant> sender = enrolled.find(envelope.from());
        if (sender.isEmpty() || !envelope.isSignedBy(sender.get().signingKey())) {
            return new Checked(
                    null, new Refusal(Code.BAD_SIGNATURE, "The envelope is not signed by a node of this case."));
        }
        try {
            Optional<ActRecord> record = Sealer.open(envelope, identity.id(), identity.sealing());
            if (record.isEmpty()) {
                return new Checked(null, new Refusal(Code.UNREADABLE, "The envelope is not sealed to this node."));
            }
            if (record.get().act() instanceof Act.CaseOpened(Participants p) && !p.equals(enrolled)) {
                return new Checked(
                        null,
                        new Refusal(Code.BAD_ENROLMENT, "The case names other keys than those enrolled at this node."));
            }
            Optional<Refusal> refusal = CaseRules.decide(at, record.get());
            return refusal.map(r -> new Checked(null, r)).orElseGet(() -> new Checked(record.get(), null));
        } catch (MalformedJsonException e) {
            return new Checked(
                    null, new Refusal(Code.UNREADABLE, "The envelope cannot be read: " + e.getMessage() + "."));
        }
    }

    private ActRecord record(Sealer.Draft draft, Act act, List<Approval> approvals, String envelope) {
        CaseState.Head head = state.head(identity.id());
        return new ActRecord(
                caseId,
                identity.id(),
                head.sequence() + 1,
                head.envelope(),
                envelope,
                clock.instant(),
                draft.commitment(),
                approvals,
                act);
    }

    private static Outcome refused(Code code, String sentence) {
        return new Outcome.Refused(new Refusal(code, sentence));
    }
}
