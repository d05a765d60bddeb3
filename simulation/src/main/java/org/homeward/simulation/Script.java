package org.homeward.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Act.Proposal;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.Amendment;
import org.homeward.protocol.exchange.AmendmentRules;
import org.homeward.protocol.exchange.CarriedOver;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Deadline;
import org.homeward.protocol.exchange.Deadline.Due;
import org.homeward.protocol.exchange.Deadline.OnExpiry;
import org.homeward.protocol.exchange.Kind;
import org.homeward.protocol.exchange.Ladder;
import org.homeward.protocol.exchange.Lottery;
import org.homeward.protocol.exchange.OpenAmendment;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.RateTable;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.exchange.RunningClock;
import org.homeward.protocol.exchange.SealedList;
import org.homeward.protocol.exchange.Terms;
import org.homeward.protocol.json.CanonicalJson;

/** What a diligent participant does next, from what its own node shows. */
final class Script {
    /** A sergeant for two privates. */
    private static final RateTable RATES = new RateTable(
            "simulated",
            1,
            List.of(new RateTable.Rate(List.of("sergeant"), 2), new RateTable.Rate(List.of("private"), 1)),
            1);

    /** How many versions of the lists are signed before anybody is handed over. */
    private static final int VERSIONS = 2;

    private Script() {}

    /**
     * @param secret 32 bytes in hex that this side alone knows: the salt of its list and its number in the lottery
     */
    static Optional<Act> next(
            CaseState state,
            NodeIdentity self,
            Participants participants,
            String secret,
            boolean objects,
            Instant now) {
        String id = self.id();
        boolean mediator = id.equals(participants.mediator().id());
        if (mediator) {
            Optional<Act> overdue = overdue(state, now);
            if (overdue.isPresent()) {
                return overdue;
            }
        }
        Optional<Act> takenBack = Persons.takenBack(state, id, participants);
        if (takenBack.isPresent()) {
            return takenBack;
        }
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
                        new Act.LinksConfirmed(List.of(id + "-1", id + "-3"), List.of()));
            case LINKS_CONFIRMED -> {
                String other = participants.other(id).id();
                yield when(
                        !mediator && !state.acknowledged().containsKey(other),
                        new Act.LinksAcknowledged(List.of(other + "-1", other + "-3")));
            }
            case LINKS_ACKNOWLEDGED ->
                when(
                        !state.lotterySealed().containsKey(id),
                        new Act.LotterySealed(Lottery.commitment(state.caseId(), id, secret)));
            case LOTTERY_SEALED -> when(!state.lottery().containsKey(id), new Act.LotteryRevealed(secret));
            case LOTTERY_DRAWN -> when(mediator, new Act.SelectionProposed(proposal(state, participants)));
            case PROPOSED -> proposed(state, participants, id, mediator, objects);
            case FROZEN ->
                state.signatures().containsKey(id)
                        ? Optional.empty()
                        : state.agreement()
                                .map(a -> new Act.AgreementSigned(
                                        a.digest(), self.signing().sign(a.bytes())));
            case AGREED ->
                state.amendment() != null
                        ? amending(state, state.amendment(), self, objects)
                        : state.agreed().size() < VERSIONS
                                ? Optional.of(new Act.AmendmentProposed(amendment(state, objects)))
                                : mediator || state.received().containsKey(id)
                                        ? Optional.empty()
                                        : Optional.of(received(state, id));
        };
    }

    private static Act received(CaseState state, String party) {
        return new Act.HandoverReceived("day-1", List.of(onTheList(state, party).token()), Map.of("soldier", 1));
    }

    /** Whether nobody has anything left to do. */
    static boolean over(CaseState state) {
        return state.agreed().size() == VERSIONS
                && state.received().size() == 2
                && state.doubted().isEmpty();
    }

    /** The mediator ends a clock that is over, or gives more time where that is for it to say. */
    private static Optional<Act> overdue(CaseState state, Instant now) {
        for (RunningClock clock : new TreeMap<>(state.clocks()).values()) {
            Deadline deadline = clock.deadline();
            if (!now.isAfter(clock.until()) || clock.passed()) {
                continue;
            }
            return Optional.of(
                    deadline.onExpiry() == OnExpiry.TO_MEDIATOR
                            ? new Act.DeadlineExtended(
                                    deadline.due(),
                                    Math.toIntExact(
                                            Duration.between(clock.until(), now).toHours() + deadline.hours()))
                            : new Act.DeadlinePassed(deadline.due()));
        }
        return Optional.empty();
    }

    private static Optional<Act> amending(CaseState state, OpenAmendment open, NodeIdentity self, boolean objects) {
        String digest = open.amendment().digest();
        if (objects) {
            return Optional.of(
                    open.by().equals(self.id())
                            ? new Act.AmendmentWithdrawn(digest)
                            : new Act.AmendmentDeclined(digest));
        }
        Agreement next = state.amended().orElseThrow();
        return when(
                !open.signatures().containsKey(self.id()),
                new Act.AmendmentSigned(next.digest(), self.signing().sign(next.bytes())));
    }

    /** One of those in reserve takes the place of one on the list, on either list. */
    private static Amendment amendment(CaseState state, boolean either) {
        Agreement inForce = state.agreement().orElseThrow();
        String party = either ? "bb" : "aa";
        ListedPerson leaves = onTheList(state, party);
        int line = leaves.line().endsWith("-1") ? 3 : 1;
        return new Amendment(
                inForce.version() + 1,
                inForce.digest(),
                List.of(new Amendment.Change(
                        party,
                        leaves.line(),
                        ReplyCode.NOT_AVAILABLE,
                        listed(party, line, AmendmentRules.nextNumber(state.agreed(), party)))));
    }

    private static ListedPerson onTheList(CaseState state, String party) {
        return state.agreement()
                .orElseThrow()
                .proposal()
                .returning()
                .getOrDefault(party, List.of())
                .getFirst();
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
            return Optional.of(new Act.SelectionProposed(proposal(state, participants)));
        }
        return when(!state.frozen().contains(id), new Act.ListsFrozen(proposal.digest()));
    }

    private static Optional<Act> when(boolean turn, Act act) {
        return turn ? Optional.of(act) : Optional.empty();
    }

    private static Terms terms(Participants participants) {
        Map<String, Integer> one = new TreeMap<>();
        participants.parties().forEach(p -> one.put(p.id(), 1));
        return new Terms(
                "Simulated",
                "one soldier per side",
                one,
                Map.of(),
                CanonicalJson.tree(Map.of("clauses", List.of())),
                List.of(
                        new Deadline(Due.REPLY, 72, OnExpiry.TO_MEDIATOR),
                        new Deadline(Due.OBJECTION, 48, OnExpiry.NO_OBJECTION),
                        new Deadline(Due.SIGNATURE, 240, OnExpiry.TO_MEDIATOR),
                        new Deadline(Due.AMENDMENT, 96, OnExpiry.LAPSES)),
                Ladder.STANDARD,
                RATES,
                List.of(new CarriedOver("earlier", "e0".repeat(32), "aa", "soldier", 1, 2)));
    }

    static List<SoughtLine> lines(String party) {
        return List.of(line(party, 1), line(party, 2), line(party, 3));
    }

    private static SoughtLine line(String party, int n) {
        return new SoughtLine(
                party + "-" + n, "Person " + party + n, null, null, null, null, null, null, null, null, null);
    }

    private static Act sealed(String caseId, String party, String salt) {
        return new Act.ListSealed(SealedList.commitment(caseId, party, salt, lines(party)), 3);
    }

    /** A name for a person that looks like those that are drawn by chance. */
    private static String token(String seeker, int line) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8(seeker + line))).substring(0, 24);
    }

    private static Act answers(String seeker) {
        return new Act.LinesAnswered(
                List.of(held(seeker, 1), new Reply(seeker + "-2", ReplyCode.NOT_AVAILABLE, null), held(seeker, 3)));
    }

    private static Reply held(String seeker, int line) {
        return new Reply(
                seeker + "-" + line,
                ReplyCode.HELD,
                new HeldPerson(token(seeker, line), "As held", null, rank(line), Kind.SOLDIER, null, "2022-05-01"));
    }

    private static String rank(int line) {
        return line == 1 ? "sergeant" : "private";
    }

    private static Proposal proposal(CaseState state, Participants participants) {
        Map<String, List<ListedPerson>> returning = new TreeMap<>();
        Map<String, List<String>> reserve = new TreeMap<>();
        for (Participants.Participant p : participants.parties()) {
            returning.put(p.id(), List.of(listed(p.id(), 1, 1)));
            reserve.put(p.id(), state.mayBeListed(p.id(), p.id() + "-3") ? List.of(p.id() + "-3") : List.of());
        }
        return new Proposal(
                state.proposals() + 1, returning, reserve, CanonicalJson.tree(Map.of("algorithm", "script")));
    }

    private static ListedPerson listed(String party, int line, int number) {
        return new ListedPerson(
                number,
                party + "-" + line,
                token(party, line),
                "Person",
                "As held",
                null,
                rank(line),
                "soldier",
                "2022-05-01",
                "only one");
    }
}
