package org.homeward.node.exchange;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.homeward.node.release.ReleaseGate;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseRules;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.exchange.Terms;

/**
 * The way of this side's own acts: drafted, past the gate, signed by two people, sealed, handed in, answered. Not safe for threads: its owner
 * locks.
 */
final class OwnActs {
    /** Where an envelope is handed in: the agency's own counter, or the line to it. */
    interface Counter {
        /** @throws NotConnected when there is no line to the agency, by choice */
        Answer submit(Envelope envelope) throws IOException;

        /** Takes what was ordered since, the act that was handed in among it. */
        void fetch() throws IOException;
    }

    private final String caseId;
    private final NodeIdentity identity;
    private final Participants enrolled;
    private final Journal journal;
    private final OrderedCase ordered;
    private final Drafts drafts;
    private final Counter counter;
    private final boolean bureau;
    private final Sealer sealer;
    private final ReleaseGate gate;
    private final Clock clock;

    /** @param bureau whether the answers are another node's, and to be kept */
    OwnActs(
            String caseId,
            NodeIdentity identity,
            Participants enrolled,
            Journal journal,
            OrderedCase ordered,
            Counter counter,
            boolean bureau,
            Surroundings around)
            throws IOException {
        this.caseId = caseId;
        this.identity = identity;
        this.enrolled = enrolled;
        this.journal = journal;
        this.ordered = ordered;
        this.counter = counter;
        this.bureau = bureau;
        this.drafts = Drafts.open(journal, around.random());
        this.sealer = new Sealer(around.random());
        this.gate = around.gate();
        this.clock = around.clock();
        drafts.settle(ordered);
    }

    Outcome draft(Act act) throws IOException {
        Optional<Refusal> kept = gate.refusal(act, ladder());
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

    List<Outcome.Waiting> waiting() {
        return drafts.all().stream().map(Drafts::view).toList();
    }

    Optional<Act> waitingAct(String draftId) {
        return Optional.ofNullable(drafts.find(draftId)).map(WaitingDraft::act);
    }

    Outcome withdraw(String draftId) throws IOException {
        WaitingDraft found = drafts.find(draftId);
        if (found == null || found.handedIn() != null) {
            return refused(Code.ALREADY_DONE, "This draft is not waiting any more.");
        }
        drafts.drop(draftId);
        return Drafts.view(found);
    }

    Outcome approve(String draftId, String officerId, String signature) throws IOException {
        WaitingDraft found = drafts.find(draftId);
        if (found == null) {
            return refused(Code.ALREADY_DONE, "This draft is not waiting any more.");
        }
        Optional<Officer> officer = enrolled.find(identity.id()).orElseThrow().officer(officerId);
        byte[] message = Approval.message(
                caseId, identity.id(), found.draft().kind(), found.draft().commitment());
        if (officer.isEmpty() || !PersonKey.verifies(officer.get().publicKey(), message, signature)) {
            return refused(Code.BAD_APPROVAL, "This signature is not that of an officer of this side over this draft.");
        }
        if (found.handedIn() != null) {
            return handIn(found);
        }
        WaitingDraft signed = found.with(new Approval(officerId, signature));
        drafts.keep(signed);
        return signed.approvals().size() < 2 ? Drafts.view(signed) : handIn(signed);
    }

    /** The act that the agency has not answered yet. */
    Optional<Envelope> onItsWay() {
        return drafts.inFlight().map(WaitingDraft::envelope);
    }

    /**
     * Seals and hands in. The sealed envelope stays with the draft until it is seen in the order, and each further try hands in the
     * same bytes: nothing is done twice, and this side never signs two acts with one number.
     */
    private Outcome handIn(WaitingDraft done) throws IOException {
        Envelope envelope = done.envelope();
        if (envelope == null) {
            // An envelope that is on its way has this side's next number: settle it before that is used again.
            handInFlight();
            if (drafts.inFlight().isPresent()) {
                return new Outcome.ToCarry(Drafts.view(done));
            }
            // The gate is asked again: a draft may have waited on the disk since an older program made it.
            Optional<Refusal> refusal = gate.refusal(done.act(), ladder())
                    .or(() -> CaseRules.decide(ordered.state(), record(done.draft(), done.act(), done.approvals())));
            if (refusal.isPresent()) {
                return dropUnsealed(done, refusal.get());
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
        Answer answer;
        try {
            answer = counter.submit(envelope);
        } catch (NotConnected carried) {
            return new Outcome.ToCarry(Drafts.view(done));
        }
        Optional<Outcome> settled = settle(envelope, answer);
        if (settled.isEmpty()) {
            throw new IOException("The agency's receipt is not signed by it for this act: keep it as evidence"
                    + " and speak to the mediator.");
        }
        counter.fetch();
        return settled.get();
    }

    private Outcome dropUnsealed(WaitingDraft done, Refusal refusal) throws IOException {
        drafts.drop(done.id());
        journal.note(new RefusedEnvelope(
                clock.instant().toString(),
                refusal.code().name(),
                "Before it was sealed: " + refusal.sentence(),
                identity.id(),
                0,
                done.draft().commitment(),
                List.of()));
        return new Outcome.Refused(refusal);
    }

    /** Takes the agency's answer to the envelope on its way; empty when the answer is not the agency's. */
    private Optional<Outcome> settle(Envelope envelope, Answer answer) throws IOException {
        Receipt receipt = answer.receipt();
        if (!isOfTheAgency(receipt) || !receipt.envelope().equals(envelope.digest())) {
            return Optional.empty();
        }
        if (bureau) {
            journal.keep(receipt);
        }
        if (receipt.outcome().equals(Receipts.ACCEPTED)) {
            // A bureau keeps the draft until it has taken the act: until then its next number is this one.
            seen();
            return Optional.of(new Outcome.Done(receipt));
        }
        Optional<WaitingDraft> flight = drafts.inFlight();
        if (flight.isPresent() && envelope.equals(flight.get().envelope())) {
            drafts.drop(flight.get().id());
        }
        Refusal refusal = answer.refusal() != null ? answer.refusal() : Receipts.refusal(receipt.outcome());
        if (bureau) {
            journal.note(RefusedEnvelope.of(envelope, refusal, clock.instant(), List.of()));
        }
        return Optional.of(new Outcome.Refused(refusal));
    }

    /** An answer that came by itself; one that is not awaited is kept and changes nothing. */
    void answered(Receipt receipt) throws IOException {
        Envelope flight = onItsWay().orElse(null);
        if (flight != null && flight.digest().equals(receipt.envelope())) {
            settle(flight, new Answer(receipt, null));
        } else if (ordered.has(receipt.envelope())
                && isOfTheAgency(receipt)
                && journal.receipt(receipt.envelope()).isEmpty()) {
            journal.keep(receipt);
        }
    }

    private boolean isOfTheAgency(Receipt receipt) {
        return receipt.caseId().equals(caseId)
                && receipt.isSignedBy(enrolled.mediator().signingKey());
    }

    /** Hands in again what the agency has not answered. */
    void handInFlight() throws IOException {
        Optional<WaitingDraft> flight = drafts.inFlight();
        if (flight.isPresent()) {
            handIn(flight.get());
        }
    }

    /** Seals what two people have signed and what only waited for an earlier act to be settled. */
    void handInReady() throws IOException {
        for (WaitingDraft draft : drafts.ready()) {
            handIn(draft);
        }
    }

    /** Lets go of the act on its way once it has its place in the order. */
    void seen() throws IOException {
        drafts.settle(ordered);
    }

    private Ladder ladder() {
        Terms terms = ordered.state().terms();
        return terms == null ? Ladder.STANDARD : terms.ladder();
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
