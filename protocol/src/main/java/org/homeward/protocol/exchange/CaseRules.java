package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.Phase.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.CaseState.Change;
import org.homeward.protocol.exchange.CaseState.Head;
import org.homeward.protocol.exchange.Refusal.Code;

/**
 * The rules of an exchange case: {@link #decide} says whether an act counts, {@link #evolve} what follows from it. Whose turn it
 * is stands in {@link Turn}.
 *
 * <p>Pure: no clock, no randomness, no I/O. All three nodes apply the same acts in the order of the joint ledger, and so derive
 * the same case; the offline verifier replays them once more.
 */
public final class CaseRules {
    private CaseRules() {}

    /** Empty when the act counts; otherwise why it does not. */
    public static Optional<Refusal> decide(CaseState state, ActRecord record) {
        if (!record.caseId().equals(state.caseId())) {
            return refuse(Code.WRONG_ACTOR, "This act belongs to another case.");
        }
        Participants participants = record.act() instanceof Act.CaseOpened(Participants p) ? p : state.participants();
        if (participants == null) {
            return refuse(Code.WRONG_PHASE, "The case is not open yet: the mediator opens it first.");
        }
        if (participants.find(record.from()).isEmpty()) {
            return refuse(Code.WRONG_ACTOR, "The sender takes no part in this case.");
        }
        return order(state, record)
                .or(() -> Turn.of(record.act().getClass()).refusal(state, participants, record.from()))
                .or(() -> DeadlineRules.late(state, record))
                .or(() -> Ladder.refusal(state.terms(), record.act()))
                .or(() -> content(state, participants, record))
                .or(() -> approvals(participants, record));
    }

    private static Optional<Refusal> order(CaseState state, ActRecord record) {
        Head head = state.head(record.from());
        if (record.sequence() <= head.sequence()) {
            return record.envelope().equals(head.envelope()) || record.sequence() < head.sequence()
                    ? refuse(Code.DUPLICATE, "This act is here already.")
                    : refuse(Code.FORK, "The sender signed two different acts with number " + record.sequence() + ".");
        }
        if (record.sequence() != head.sequence() + 1 || !record.previous().equals(head.envelope())) {
            return refuse(
                    Code.BAD_SEQUENCE,
                    "Act " + record.sequence() + " does not follow act " + head.sequence()
                            + " of the same sender: fetch what is missing first.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> approvals(Participants participants, ActRecord record) {
        Participants.Participant from = participants.find(record.from()).orElseThrow();
        Set<String> people = new HashSet<>();
        byte[] message =
                Approval.message(record.caseId(), record.from(), record.act().kind(), record.commitment());
        for (Approval approval : record.approvals()) {
            Optional<Participants.Officer> officer = from.officer(approval.officer());
            if (officer.isEmpty() || !PersonKey.verifies(officer.get().publicKey(), message, approval.signature())) {
                return refuse(Code.BAD_APPROVAL, "A signature under this act is not that of an enrolled officer.");
            }
            people.add(approval.officer());
        }
        if (people.size() < 2) {
            return refuse(Code.NEEDS_TWO_PEOPLE, "This act needs two different people of the same side.");
        }
        return Optional.empty();
    }

    /** What must hold of the act itself, once it is its sender's turn. */
    private static Optional<Refusal> content(CaseState state, Participants participants, ActRecord record) {
        String from = record.from();
        return switch (record.act()) {
            case Act.CaseOpened(Participants p) ->
                p.flaw().flatMap(flaw -> refuse(Code.BAD_ENROLMENT, "The enrolment cannot be used: " + flaw + "."));
            case Act.TermsProposed(Terms terms) ->
                terms.flaw()
                        .or(() -> terms.carried().stream().allMatch(c -> participants.isParty(c.party()))
                                ? Optional.empty()
                                : Optional.of("something is carried over to somebody who is no party of this case"))
                        .flatMap(flaw -> refuse(Code.BAD_TERMS, "These terms cannot be used: " + flaw + "."));
            case Act.TermsSigned(String digest) ->
                state.terms() != null && state.terms().digest().equals(digest)
                        ? Optional.empty()
                        : refuse(
                                Code.WRONG_DIGEST,
                                "These are not the terms on the table: read them again and sign anew.");
            case Act.ListSealed sealed ->
                isHex(sealed.commitment()) && sealed.lines() >= 0
                        ? Optional.empty()
                        : refuse(Code.BAD_COMMITMENT, "The seal is not a SHA-256 commitment.");
            case Act.ListRevealed(String salt, List<Act.SoughtLine> lines) -> {
                Act.ListSealed sealed = state.sealed().get(from);
                yield sealed != null
                                && sealed.lines() == lines.size()
                                && isHex(salt)
                                && sealed.commitment().equals(SealedList.commitment(state.caseId(), from, salt, lines))
                        ? ListRules.lines(from, lines)
                        : refuse(Code.BAD_COMMITMENT, "The list that was opened is not the list that was sealed.");
            }
            case Act.LinesAnswered(List<Act.Reply> replies) ->
                ListRules.answers(
                        state.lists().getOrDefault(participants.other(from).id(), List.of()), replies);
            case Act.LinksConfirmed(List<String> confirmed, List<Act.RejectedLine> rejected) ->
                ListRules.confirmation(state.replies().getOrDefault(from, Map.of()), confirmed, rejected);
            case Act.LinksAcknowledged(List<String> lines) ->
                state.confirmed()
                                .getOrDefault(participants.other(from).id(), Set.of())
                                .containsAll(lines)
                        ? distinct(lines)
                        : refuse(Code.BAD_LINES, "A line is acknowledged that its owner did not confirm.");
            case Act.LotterySealed(String commitment) ->
                isHex(commitment)
                        ? Optional.empty()
                        : refuse(Code.BAD_COMMITMENT, "The seal is not a SHA-256 commitment.");
            case Act.LotteryRevealed(String nonce) ->
                isHex(nonce)
                                && Lottery.commitment(state.caseId(), from, nonce)
                                        .equals(state.lotterySealed().get(from))
                        ? Optional.empty()
                        : refuse(Code.BAD_COMMITMENT, "The number that was shown is not the number that was sealed.");
            case Act.SelectionProposed(Act.Proposal proposal) -> ListRules.proposal(state, proposal);
            case Act.ListsFrozen(String digest) -> onTheTable(state, digest);
            case Act.ProposalObjected(String digest, List<Act.RejectedLine> objections) ->
                onTheTable(state, digest).or(() -> ListRules.objections(state, objections));
            case Act.AgreementSigned(String digest, String signature) -> {
                Optional<Agreement> agreement = state.agreement();
                if (agreement.isEmpty() || !agreement.get().digest().equals(digest)) {
                    yield refuse(Code.WRONG_DIGEST, "These are not the bytes of the frozen agreement.");
                }
                String key = participants.find(from).orElseThrow().signingKey();
                yield SigningKey.verifies(key, agreement.get().bytes(), signature)
                        ? Optional.empty()
                        : refuse(Code.BAD_SIGNATURE, "The signature does not verify over the agreement's bytes.");
            }
            case Act.ProposalWithdrawn(String digest) -> onTheTable(state, digest);
            case Act.AmendmentProposed(Amendment amendment) ->
                state.amendment() != null
                        ? refuse(
                                Code.ALREADY_DONE,
                                "An amendment is on the table: sign it, withdraw it or decline it first.")
                        : AmendmentRules.refusal(state, amendment);
            case Act.AmendmentSigned(String digest, String signature) -> {
                Optional<Agreement> next = state.amended();
                if (next.isEmpty() || !next.get().digest().equals(digest)) {
                    yield refuse(Code.WRONG_DIGEST, "These are not the bytes of the version on the table.");
                }
                String key = participants.find(from).orElseThrow().signingKey();
                yield SigningKey.verifies(key, next.get().bytes(), signature)
                        ? Optional.empty()
                        : refuse(Code.BAD_SIGNATURE, "The signature does not verify over the agreement's bytes.");
            }
            case Act.AmendmentWithdrawn(String digest) -> ended(state, digest, from, true);
            case Act.AmendmentDeclined(String digest) -> ended(state, digest, from, false);
            case Act.DeadlinePassed(Deadline.Due due) -> DeadlineRules.passed(state, due, record.time());
            case Act.DeadlineExtended(Deadline.Due due, int hours) -> DeadlineRules.extended(state, due, hours);
            case Act.HandoverReceived receipt -> Handovers.refusal(state, from, receipt);
            case Act.ReceiptDoubted doubted -> ReceiptRules.refusal(state, from, doubted);
            case Act.AvailabilityChanged changed -> PersonRules.availability(state, from, changed);
            case Act.BoardDecided decided -> PersonRules.board(state, from, decided);
            case Act.DeathStated stated -> PersonRules.death(state, from, stated);
        };
    }

    private static Optional<Refusal> onTheTable(CaseState state, String digest) {
        Act.Proposal proposal = state.proposal();
        return proposal != null && proposal.digest().equals(digest)
                ? Optional.empty()
                : refuse(Code.WRONG_DIGEST, "This is not the proposal on the table: look at the last version.");
    }

    /** Its proposer withdraws an amendment; the others decline it. */
    private static Optional<Refusal> ended(CaseState state, String digest, String from, boolean byProposer) {
        OpenAmendment open = state.amendment();
        if (open == null || !open.amendment().digest().equals(digest)) {
            return refuse(Code.WRONG_DIGEST, "This is not the amendment on the table.");
        }
        return open.by().equals(from) == byProposer
                ? Optional.empty()
                : refuse(
                        Code.WRONG_ACTOR,
                        "Whoever proposed an amendment withdraws it; the others sign it or decline it.");
    }

    private static boolean isHex(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    /** The state after an act that {@link #decide} let pass. */
    public static CaseState evolve(CaseState state, ActRecord record) {
        Change next = state.change();
        String from = record.from();
        next.latest = record.time().isAfter(next.latest) ? record.time() : next.latest;
        next.heads.put(from, new Head(record.sequence(), record.envelope()));
        switch (record.act()) {
            case Act.CaseOpened(Participants p) -> {
                next.participants = p;
                next.phase = OPENED;
            }
            case Act.TermsProposed(Terms terms) -> {
                next.terms = terms;
                next.termsSigned.clear();
                next.phase = TERMS_PROPOSED;
            }
            case Act.TermsSigned ignored -> {
                next.termsSigned.add(from);
                next.phase = next.termsSigned.size() == 3 ? TERMS_SIGNED : TERMS_PROPOSED;
            }
            case Act.ListSealed sealed -> {
                next.sealed.put(from, sealed);
                next.phase = next.sealed.size() == 2 ? LISTS_SEALED : TERMS_SIGNED;
            }
            case Act.ListRevealed revealed -> {
                next.lists.put(from, revealed.lines());
                next.phase = next.lists.size() == 2 ? LISTS_REVEALED : LISTS_SEALED;
            }
            case Act.LinesAnswered(List<Act.Reply> replies) -> {
                Map<String, Act.Reply> byLine = new HashMap<>();
                replies.forEach(reply -> byLine.put(reply.line(), reply));
                next.replies.put(state.known().other(from).id(), Map.copyOf(byLine));
                PersonRules.died(next, replies);
                next.phase = next.replies.size() == 2 ? LINES_ANSWERED : LISTS_REVEALED;
            }
            case Act.LinksConfirmed(List<String> confirmed, List<Act.RejectedLine> ignored) -> {
                next.confirmed.put(from, Set.copyOf(confirmed));
                next.phase = next.confirmed.size() == 2 ? LINKS_CONFIRMED : LINES_ANSWERED;
            }
            case Act.LinksAcknowledged(List<String> lines) -> {
                next.acknowledged.put(state.known().other(from).id(), Set.copyOf(lines));
                next.phase = next.acknowledged.size() == 2 ? LINKS_ACKNOWLEDGED : LINKS_CONFIRMED;
            }
            case Act.LotterySealed(String commitment) -> {
                next.lotterySealed.put(from, commitment);
                next.phase = next.lotterySealed.size() == 3 ? LOTTERY_SEALED : LINKS_ACKNOWLEDGED;
            }
            case Act.LotteryRevealed(String nonce) -> {
                next.lottery.put(from, nonce);
                next.phase = next.lottery.size() == 3 ? LOTTERY_DRAWN : LOTTERY_SEALED;
            }
            case Act.SelectionProposed(Act.Proposal proposal) -> {
                next.proposals = proposal.version();
                next.proposal = proposal;
                next.frozen.clear();
                next.phase = PROPOSED;
            }
            case Act.ListsFrozen ignored -> {
                next.frozen.add(from);
                next.phase = next.frozen.size() == 3 ? FROZEN : PROPOSED;
            }
            case Act.ProposalObjected(String digest, List<Act.RejectedLine> objections) -> {
                next.frozen.clear();
                objections.forEach(objection -> next.objected.add(objection.line()));
            }
            case Act.AgreementSigned ignored -> {
                next.signatures.put(from, record);
                if (next.signatures.size() == 3) {
                    next.agreed.add(new SignedAgreement(state.agreement().orElseThrow(), next.signatures));
                    next.phase = AGREED;
                }
            }
            case Act.ProposalWithdrawn ignored -> {
                next.proposal = null;
                next.frozen.clear();
                next.phase = LOTTERY_DRAWN;
            }
            case Act.AmendmentProposed(Amendment amendment) ->
                next.amendment = new OpenAmendment(from, amendment, Map.of());
            case Act.AmendmentSigned ignored -> {
                OpenAmendment signed = Objects.requireNonNull(state.amendment()).signedBy(record);
                next.amendment = signed;
                if (signed.signatures().size() == 3) {
                    next.agreed.add(new SignedAgreement(state.amended().orElseThrow(), signed.signatures()));
                    next.amendment = null;
                }
            }
            case Act.AmendmentWithdrawn ignored -> next.amendment = null;
            case Act.AmendmentDeclined ignored -> next.amendment = null;
            case Act.DeadlinePassed(Deadline.Due due) -> DeadlineRules.pass(next, due);
            case Act.DeadlineExtended(Deadline.Due due, int hours) -> DeadlineRules.extend(next, due, hours);
            case Act.HandoverReceived receipt -> {
                Map<String, String> all = new HashMap<>(next.received.getOrDefault(from, Map.of()));
                receipt.tokens().forEach(token -> all.put(token, receipt.handover()));
                next.received.put(from, Map.copyOf(all));
            }
            case Act.ReceiptDoubted doubted -> ReceiptRules.apply(state, next, from, doubted);
            case Act.AvailabilityChanged changed -> PersonRules.apply(state, next, from, changed);
            case Act.BoardDecided decided -> PersonRules.apply(state, next, from, decided);
            case Act.DeathStated stated -> PersonRules.apply(state, next, stated);
        }
        DeadlineRules.tick(state, next, record.act());
        return next.done();
    }

    private static Optional<Refusal> distinct(List<String> lines) {
        return new HashSet<>(lines).size() == lines.size()
                ? Optional.empty()
                : refuse(Code.BAD_LINES, "A line stands there twice.");
    }

    static Optional<Refusal> refuse(Code code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
