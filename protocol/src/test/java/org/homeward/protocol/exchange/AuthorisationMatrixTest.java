package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.protocol.Actors;
import org.junit.jupiter.api.Test;

/** Every act by every participant in every phase, with an amendment of aa's on the table, and when bb said that somebody died: allowed exactly where the table says. */
class AuthorisationMatrixTest {
    /** kind, who, phases. A new kind of act without a row fails the build. */
    private static final String TABLE = """
            CaseOpened        med        NONE
            TermsProposed     med        OPENED TERMS_PROPOSED
            TermsSigned       med,aa,bb  TERMS_PROPOSED
            ListSealed        aa,bb      TERMS_SIGNED
            ListRevealed      aa,bb      LISTS_SEALED
            LinesAnswered     aa,bb      LISTS_REVEALED
            LinksConfirmed    aa,bb      LINES_ANSWERED
            LinksAcknowledged aa,bb      LINKS_CONFIRMED
            LotterySealed     med,aa,bb  LINKS_ACKNOWLEDGED
            LotteryRevealed   med,aa,bb  LOTTERY_SEALED
            SelectionProposed med        LOTTERY_DRAWN PROPOSED
            ListsFrozen       med,aa,bb  PROPOSED
            ProposalObjected  aa,bb      PROPOSED
            AgreementSigned   med,aa,bb  FROZEN
            ProposalWithdrawn med        PROPOSED
            AmendmentProposed med,aa,bb  AGREED DOUBTED
            AmendmentSigned   med,aa,bb  AMENDING
            AmendmentWithdrawn aa        AMENDING
            AmendmentDeclined med,bb     AMENDING
            DeadlinePassed    med        LISTS_REVEALED PROPOSED FROZEN AMENDING
            DeadlineExtended  med        LISTS_REVEALED AMENDING
            HandoverReceived  aa,bb      AGREED AMENDING DOUBTED
            HandoverReceived  bb         RECEIVED
            ReceiptDoubted    aa,bb      RECEIVED
            AvailabilityChanged med,aa,bb LINES_ANSWERED LINKS_CONFIRMED LINKS_ACKNOWLEDGED LOTTERY_SEALED LOTTERY_DRAWN PROPOSED FROZEN AGREED AMENDING DOUBTED RECEIVED
            BoardDecided      aa,bb      LINES_ANSWERED LINKS_CONFIRMED LINKS_ACKNOWLEDGED LOTTERY_SEALED LOTTERY_DRAWN PROPOSED FROZEN AGREED AMENDING DOUBTED RECEIVED
            DeathStated       aa,bb      LINES_ANSWERED LINKS_CONFIRMED LINKS_ACKNOWLEDGED LOTTERY_SEALED LOTTERY_DRAWN PROPOSED FROZEN AGREED AMENDING DOUBTED RECEIVED
            DeathStated       med        DOUBTED
            """;

    private static final String SALT = "5a".repeat(32);
    private final Actors actors = new Actors();

    @Test
    void everyKindOfActHasARow() {
        assertThat(TABLE.lines().map(row -> row.split(" +")[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Act.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void anActIsAllowedExactlyWhereTheTableSays() {
        Set<String> expected = new TreeSet<>();
        TABLE.lines().map(row -> row.trim().split(" +")).forEach(row -> {
            for (String who : row[1].split(",")) {
                Arrays.stream(row).skip(2).forEach(phase -> expected.add(row[0] + " " + who + " " + phase));
            }
        });
        Map<String, CaseState> states = states();
        assertThat(states.keySet())
                .containsAll(Arrays.stream(Phase.values()).map(Phase::name).toList());
        Set<String> allowed = new TreeSet<>();
        for (Map.Entry<String, CaseState> one : states.entrySet()) {
            CaseState state = one.getValue();
            actors.state = state;
            for (String who : List.of("med", "aa", "bb")) {
                for (Act act : acts(who, state)) {
                    actors.time = act instanceof Act.DeadlinePassed ? Actors.TIME.plusSeconds(999_999) : Actors.TIME;
                    if (CaseRules.decide(state, actors.record(who, act)).isEmpty()) {
                        allowed.add(act.kind() + " " + who + " " + one.getKey());
                    }
                }
            }
        }
        assertThat(allowed).isEqualTo(expected);
    }

    /** The case as it stands when each phase begins, and when an amendment is on the table. */
    private Map<String, CaseState> states() {
        actors.walk();
        Map<String, CaseState> states = new LinkedHashMap<>();
        CaseState state = CaseState.empty(Actors.CASE);
        states.put(state.phase().name(), state);
        for (var envelope : actors.sent) {
            state = CaseRules.evolve(state, actors.open(envelope, "med"));
            states.putIfAbsent(state.phase().name(), state);
        }
        CaseState agreed = actors.state;
        actors.act("aa", new Act.AmendmentProposed(actors.amendment()));
        states.put("AMENDING", actors.state);
        actors.state = agreed;
        actors.act("bb", Actors.death("aa-l2", Death.Standing.PROVISIONAL));
        states.put("DOUBTED", actors.state);
        actors.state = agreed;
        actors.act("aa", Actors.received("aa", "aa-t1"));
        states.put("RECEIVED", actors.state);
        return states;
    }

    /** One sound act of each kind, as that participant would do it in that state. */
    private List<Act> acts(String who, CaseState state) {
        String own = who.equals("med") ? "aa" : who;
        String other = own.equals("aa") ? "bb" : "aa";
        int version = state.proposal() == null ? 1 : state.proposal().version() + 1;
        String proposal = Actors.proposal(1).digest();
        Agreement agreement = state.agreement()
                .orElse(Agreement.first(Actors.CASE, actors.participants.digest(), actors.terms(), Actors.proposal(1)));
        Agreement next = state.amended().orElse(agreement);
        Amendment amendment = new Amendment(
                2,
                agreement.digest(),
                List.of(new Amendment.Change("aa", "aa-l1", ReplyCode.NOT_AVAILABLE, Actors.substitute("aa", 2))));
        List<Act> acts = new ArrayList<>(List.of(
                new Act.CaseOpened(actors.participants),
                new Act.TermsProposed(actors.terms()),
                new Act.TermsSigned(actors.terms().digest()),
                actors.sealed(own, SALT),
                actors.revealed(own, SALT),
                Actors.answers(other),
                Actors.confirmed(own),
                Actors.acknowledged(other),
                Actors.lotterySealed(who),
                new Act.LotteryRevealed(Actors.NONCE),
                new Act.SelectionProposed(Actors.proposal(version)),
                new Act.ListsFrozen(proposal),
                new Act.ProposalObjected(proposal, List.of()),
                new Act.AgreementSigned(
                        agreement.digest(), actors.nodeKeys.get(who).sign(agreement.bytes())),
                new Act.ProposalWithdrawn(proposal),
                new Act.AmendmentProposed(amendment),
                new Act.AmendmentSigned(next.digest(), actors.nodeKeys.get(who).sign(next.bytes())),
                new Act.AmendmentWithdrawn(amendment.digest()),
                new Act.AmendmentDeclined(amendment.digest()),
                new Act.DeadlinePassed(due(state)),
                new Act.DeadlineExtended(due(state), 24),
                Actors.received(own, own + "-t1"),
                new Act.ReceiptDoubted("handover-1", List.of("aa-t1"), Doubt.RAISED),
                new Act.AvailabilityChanged(List.of(other + "-l3"), List.of()),
                new Act.BoardDecided(other + "-l3", Actors.NEXT_COMMISSION),
                Actors.death(other + "-l2", Death.Standing.PROVISIONAL),
                Actors.death("aa-l2", Death.Standing.CONTRADICTED)));
        assertThat(acts.stream().map(Act::kind).collect(Collectors.toSet()))
                .hasSize(Act.class.getPermittedSubclasses().length);
        return acts;
    }

    /** The deadline that would run in that state. */
    private static Deadline.Due due(CaseState state) {
        return switch (state.phase()) {
            case PROPOSED -> Deadline.Due.OBJECTION;
            case FROZEN -> Deadline.Due.SIGNATURE;
            case AGREED -> Deadline.Due.AMENDMENT;
            default -> Deadline.Due.REPLY;
        };
    }
}
