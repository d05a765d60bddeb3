package org.homeward.protocol.exchange;

import static org.homeward.protocol.exchange.Phase.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.CaseState.Change;
import org.homeward.protocol.exchange.CaseState.Head;
import org.homeward.protocol.exchange.Refusal.Code;

/**
 * The rules of an exchange case: {@link #decide} says whether an act counts, {@link #evolve} what follows from it.
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

    private static Optional<Refusal> content(CaseState state, Participants participants, ActRecord record) {
        String from = record.from();
        boolean mediator = from.equals(participants.mediator().id());
        return switch (record.act()) {
            case Act.CaseOpened(Participants p) -> {
                if (!mediator || state.phase() != NONE) {
                    yield wrongTime(mediator, "A case is opened once, by the mediator.");
                }
                yield p.flaw()
                        .flatMap(flaw -> refuse(Code.BAD_ENROLMENT, "The enrolment cannot be used: " + flaw + "."));
            }
            case Act.TermsProposed ignored ->
                mediator && (state.phase() == OPENED || state.phase() == TERMS_PROPOSED)
                        ? Optional.empty()
                        : wrongTime(mediator, "Terms are proposed by the mediator, before all have signed.");
            case Act.TermsSigned(String digest) -> {
                if (state.phase() != TERMS_PROPOSED || state.terms() == null) {
                    yield wrongTime(true, "There are no terms waiting for a signature.");
                }
                if (!state.terms().digest().equals(digest)) {
                    yield refuse(
                            Code.WRONG_DIGEST, "These are not the terms on the table: read them again and sign anew.");
                }
                yield once(state.termsSigned().contains(from));
            }
            case Act.ListSealed sealed -> {
                if (mediator || state.phase() != TERMS_SIGNED) {
                    yield wrongTime(!mediator, "A party seals its list after all three signed the terms.");
                }
                if (!sealed.commitment().matches("[0-9a-f]{64}") || sealed.lines() < 0) {
                    yield refuse(Code.BAD_COMMITMENT, "The seal is not a SHA-256 commitment.");
                }
                yield once(state.sealed().containsKey(from));
            }
            case Act.ListRevealed(String salt, List<Act.SoughtLine> lines) -> {
                if (mediator || state.phase() != LISTS_SEALED) {
                    yield wrongTime(!mediator, "Lists are opened only when both are sealed.");
                }
                if (state.lists().containsKey(from)) {
                    yield once(true);
                }
                Act.ListSealed sealed = state.sealed().get(from);
                if (sealed == null
                        || sealed.lines() != lines.size()
                        || !salt.matches("[0-9a-f]{64}")
                        || !sealed.commitment().equals(SealedList.commitment(state.caseId(), from, salt, lines))) {
                    yield refuse(Code.BAD_COMMITMENT, "The list that was opened is not the list that was sealed.");
                }
                yield distinct(lines.stream().map(Act.SoughtLine::line).toList());
            }
            case Act.LinesAnswered(List<Act.Reply> replies) -> {
                if (mediator || state.phase() != LISTS_REVEALED) {
                    yield wrongTime(!mediator, "Lines are answered after both lists are open.");
                }
                String seeker = participants.other(from).id();
                if (state.replies().containsKey(seeker)) {
                    yield once(true);
                }
                yield ListRules.answers(state.lists().getOrDefault(seeker, List.of()), replies);
            }
            case Act.LinksConfirmed(List<String> confirmed, List<Act.RejectedLine> rejected) -> {
                if (mediator || state.phase() != LINES_ANSWERED) {
                    yield wrongTime(!mediator, "Links are confirmed after both sides have answered.");
                }
                if (state.confirmed().containsKey(from)) {
                    yield once(true);
                }
                yield ListRules.confirmation(state.replies().getOrDefault(from, Map.of()), confirmed, rejected);
            }
            case Act.LinksAcknowledged(List<String> lines) -> {
                if (mediator || state.phase() != LINKS_CONFIRMED) {
                    yield wrongTime(!mediator, "The holder acknowledges after both sides have confirmed.");
                }
                String seeker = participants.other(from).id();
                if (state.acknowledged().containsKey(seeker)) {
                    yield once(true);
                }
                Set<String> confirmed = state.confirmed().getOrDefault(seeker, Set.of());
                yield confirmed.containsAll(lines)
                        ? distinct(lines)
                        : refuse(Code.BAD_LINES, "A line is acknowledged that its owner did not confirm.");
            }
            case Act.LotterySealed(String commitment) -> {
                if (state.phase() != LINKS_ACKNOWLEDGED) {
                    yield wrongTime(true, "The lottery is sealed when the links are acknowledged.");
                }
                if (!commitment.matches("[0-9a-f]{64}")) {
                    yield refuse(Code.BAD_COMMITMENT, "The seal is not a SHA-256 commitment.");
                }
                yield once(state.lotterySealed().containsKey(from));
            }
            case Act.LotteryRevealed(String nonce) -> {
                if (state.phase() != LOTTERY_SEALED) {
                    yield wrongTime(true, "The lottery's numbers are shown only when all three are sealed.");
                }
                if (state.lottery().containsKey(from)) {
                    yield once(true);
                }
                yield nonce.matches("[0-9a-f]{64}")
                                && Lottery.commitment(state.caseId(), from, nonce)
                                        .equals(state.lotterySealed().get(from))
                        ? Optional.empty()
                        : refuse(Code.BAD_COMMITMENT, "The number that was shown is not the number that was sealed.");
            }
            case Act.SelectionProposed(Act.Proposal proposal) -> {
                if (!mediator || (state.phase() != LOTTERY_DRAWN && state.phase() != PROPOSED)) {
                    yield wrongTime(mediator, "The mediator proposes lists after the lottery.");
                }
                yield ListRules.proposal(state, proposal);
            }
            case Act.ListsFrozen(String digest) -> {
                if (state.phase() != PROPOSED || state.proposal() == null) {
                    yield wrongTime(true, "There is no proposal to freeze.");
                }
                if (!state.proposal().digest().equals(digest)) {
                    yield refuse(Code.WRONG_DIGEST, "This is not the proposal on the table: look at the last version.");
                }
                yield once(state.frozen().contains(from));
            }
            case Act.ProposalObjected(String digest, List<Act.RejectedLine> ignored) -> {
                if (mediator || state.phase() != PROPOSED || state.proposal() == null) {
                    yield wrongTime(!mediator, "A party objects while a proposal is on the table.");
                }
                yield state.proposal().digest().equals(digest)
                        ? Optional.empty()
                        : refuse(Code.WRONG_DIGEST, "This is not the proposal on the table: look at the last version.");
            }
            case Act.AgreementSigned(String digest, String signature) -> {
                Optional<Agreement> agreement = state.agreement();
                if (state.phase() != FROZEN || agreement.isEmpty()) {
                    yield wrongTime(true, "The agreement is signed when the lists are frozen.");
                }
                if (!agreement.get().digest().equals(digest)) {
                    yield refuse(Code.WRONG_DIGEST, "These are not the bytes of the frozen agreement.");
                }
                String key = participants.find(from).orElseThrow().signingKey();
                if (!SigningKey.verifies(key, agreement.get().bytes(), signature)) {
                    yield refuse(Code.BAD_SIGNATURE, "The signature does not verify over the agreement's bytes.");
                }
                yield once(state.signatures().containsKey(from));
            }
        };
    }

    /** The state after an act that {@link #decide} let pass. */
    public static CaseState evolve(CaseState state, ActRecord record) {
        Change next = state.change();
        String from = record.from();
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
                next.proposal = proposal;
                next.frozen.clear();
                next.phase = PROPOSED;
            }
            case Act.ListsFrozen ignored -> {
                next.frozen.add(from);
                next.phase = next.frozen.size() == 3 ? FROZEN : PROPOSED;
            }
            case Act.ProposalObjected ignored -> next.frozen.clear();
            case Act.AgreementSigned ignored -> {
                next.signatures.put(from, record);
                next.phase = next.signatures.size() == 3 ? AGREED : FROZEN;
            }
        }
        return next.done();
    }

    private static Optional<Refusal> distinct(List<String> lines) {
        return new HashSet<>(lines).size() == lines.size()
                ? Optional.empty()
                : refuse(Code.BAD_LINES, "A line stands there twice.");
    }

    private static Optional<Refusal> once(boolean done) {
        return done ? refuse(Code.ALREADY_DONE, "This side has done that already.") : Optional.empty();
    }

    private static Optional<Refusal> wrongTime(boolean rightActor, String sentence) {
        return refuse(rightActor ? Code.WRONG_PHASE : Code.WRONG_ACTOR, sentence);
    }

    static Optional<Refusal> refuse(Code code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
