package org.homeward.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Act.Proposal;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Kind;
import org.homeward.protocol.exchange.Lottery;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.exchange.SealedList;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;

/** What a diligent participant does next, from what its own node shows. */
final class Script {
    private Script() {}

    /**
     * @param secret 32 bytes in hex that this side alone knows: the salt of its list and its number in the lottery
     */
    static Optional<Act> next(
            CaseState state, NodeIdentity self, Participants participants, String secret, boolean objects) {
        String id = self.id();
        boolean mediator = id.equals(participants.mediator().id());
        return switch (state.phase()) {
            case NONE -> when(mediator, new Act.CaseOpened(participants));
            case OPENED -> when(mediator, new Act.TermsProposed(terms(participants)));
            case TERMS_PROPOSED ->
                when(
                        !state.termsSigned().contains(id),
                        new Act.TermsSigned(terms(participants).digest()));
            case TERMS_SIGNED -> when(!mediator && !state.sealed().containsKey(id), sealed(state.caseId(), id, secret));
            case LISTS_SEALED ->
                when(!mediator && !state.lists().containsKey(id), new Act.ListRevealed(secret, lines(id)));
            case LISTS_REVEALED -> {
                String other = participants.other(id).id();
                yield when(!mediator && !state.replies().containsKey(other), answers(other));
            }
            case LINES_ANSWERED ->
                when(
                        !mediator && !state.confirmed().containsKey(id),
                        new Act.LinksConfirmed(List.of(id + "-1"), List.of()));
            case LINKS_CONFIRMED -> {
                String other = participants.other(id).id();
                yield when(
                        !mediator && !state.acknowledged().containsKey(other),
                        new Act.LinksAcknowledged(List.of(other + "-1")));
            }
            case LINKS_ACKNOWLEDGED ->
                when(
                        !state.lotterySealed().containsKey(id),
                        new Act.LotterySealed(Lottery.commitment(state.caseId(), id, secret)));
            case LOTTERY_SEALED -> when(!state.lottery().containsKey(id), new Act.LotteryRevealed(secret));
            case LOTTERY_DRAWN -> when(mediator, new Act.SelectionProposed(proposal(participants, 1)));
            case PROPOSED -> proposed(state, participants, id, mediator, objects);
            case FROZEN ->
                state.signatures().containsKey(id)
                        ? Optional.empty()
                        : state.agreement()
                                .map(a -> new Act.AgreementSigned(
                                        a.digest(), self.signing().sign(a.bytes())));
            case AGREED -> Optional.empty();
        };
    }

    private static Optional<Act> proposed(
            CaseState state, Participants participants, String id, boolean mediator, boolean objects) {
        Proposal proposal = state.proposal();
        if (proposal == null) {
            return Optional.empty();
        }
        if (objects && !mediator) {
            return Optional.of(new Act.ProposalObjected(proposal.digest(), List.of()));
        }
        if (objects) {
            return Optional.of(new Act.SelectionProposed(proposal(participants, proposal.version() + 1)));
        }
        return when(!state.frozen().contains(id), new Act.ListsFrozen(proposal.digest()));
    }

    private static Optional<Act> when(boolean turn, Act act) {
        return turn ? Optional.of(act) : Optional.empty();
    }

    private static Terms terms(Participants participants) {
        Map<String, Integer> one = new java.util.TreeMap<>();
        participants.parties().forEach(p -> one.put(p.id(), 1));
        return new Terms("Simulated", "one soldier per side", one, Map.of(), CanonicalJson.tree(Map.of()));
    }

    static List<SoughtLine> lines(String party) {
        return List.of(line(party, 1), line(party, 2));
    }

    private static SoughtLine line(String party, int n) {
        return new SoughtLine(
                party + "-" + n, "Person " + party + n, null, null, null, null, null, null, null, null, null);
    }

    private static Act sealed(String caseId, String party, String salt) {
        return new Act.ListSealed(SealedList.commitment(caseId, party, salt, lines(party)), 2);
    }

    /** A name for a person that looks like those that are drawn by chance. */
    private static String token(String seeker) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8(seeker))).substring(0, 24);
    }

    private static Act answers(String seeker) {
        return new Act.LinesAnswered(List.of(
                new Reply(
                        seeker + "-1",
                        ReplyCode.HELD,
                        new HeldPerson(token(seeker), "As held", null, null, Kind.SOLDIER, null, "2022-05-01")),
                new Reply(seeker + "-2", ReplyCode.NOT_AVAILABLE, null)));
    }

    private static Proposal proposal(Participants participants, int version) {
        Map<String, List<ListedPerson>> returning = new java.util.TreeMap<>();
        participants
                .parties()
                .forEach(p -> returning.put(
                        p.id(),
                        List.of(new ListedPerson(
                                1,
                                p.id() + "-1",
                                token(p.id()),
                                "Person",
                                "As held",
                                null,
                                null,
                                "soldier",
                                "2022-05-01",
                                "only one"))));
        return new Proposal(version, returning, CanonicalJson.tree(Map.of("algorithm", "script")));
    }
}
