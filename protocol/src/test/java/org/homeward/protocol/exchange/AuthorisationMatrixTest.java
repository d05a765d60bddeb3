package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.protocol.Actors;
import org.junit.jupiter.api.Test;

/** Every act by every participant in every phase: allowed exactly where the table says. */
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
            """;

    private static final String SALT = "5a".repeat(32);
    private final Actors actors = new Actors();

    @Test
    void everyKindOfActHasARow() {
        assertThat(TABLE.lines().map(row -> row.split(" +")[0]))
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
        Map<Phase, CaseState> states = states();
        assertThat(states).containsOnlyKeys(Phase.values());
        Set<String> allowed = new TreeSet<>();
        for (CaseState state : states.values()) {
            actors.state = state;
            for (String who : List.of("med", "aa", "bb")) {
                for (Act act : acts(who, state)) {
                    if (CaseRules.decide(state, actors.record(who, act)).isEmpty()) {
                        allowed.add(act.kind() + " " + who + " " + state.phase());
                    }
                }
            }
        }
        assertThat(allowed).isEqualTo(expected);
    }

    /** The case as it stands when each phase begins. */
    private Map<Phase, CaseState> states() {
        actors.walk();
        Map<Phase, CaseState> states = new EnumMap<>(Phase.class);
        CaseState state = CaseState.empty(Actors.CASE);
        states.put(state.phase(), state);
        for (var envelope : actors.sent) {
            state = CaseRules.evolve(state, actors.open(envelope, "med"));
            states.putIfAbsent(state.phase(), state);
        }
        return states;
    }

    /** One sound act of each kind, as that participant would do it in that state. */
    private List<Act> acts(String who, CaseState state) {
        String own = who.equals("med") ? "aa" : who;
        String other = own.equals("aa") ? "bb" : "aa";
        int version = state.proposal() == null ? 1 : state.proposal().version() + 1;
        String proposal = Actors.proposal(1).digest();
        Agreement agreement = state.agreement()
                .orElse(new Agreement(
                        1, Actors.CASE, actors.participants.digest(), actors.terms(), Actors.proposal(1)));
        List<Act> acts = new ArrayList<>(List.of(
                new Act.CaseOpened(actors.participants),
                new Act.TermsProposed(actors.terms()),
                new Act.TermsSigned(actors.terms().digest()),
                actors.sealed(own, SALT),
                actors.revealed(own, SALT),
                Actors.answers(other),
                new Act.LinksConfirmed(List.of(own + "-l1"), List.of()),
                new Act.LinksAcknowledged(List.of(other + "-l1")),
                Actors.lotterySealed(who),
                new Act.LotteryRevealed(Actors.NONCE),
                new Act.SelectionProposed(Actors.proposal(version)),
                new Act.ListsFrozen(proposal),
                new Act.ProposalObjected(proposal, List.of()),
                new Act.AgreementSigned(
                        agreement.digest(), actors.nodeKeys.get(who).sign(agreement.bytes()))));
        assertThat(acts.stream().map(Act::kind).collect(Collectors.toSet()))
                .hasSize(Act.class.getPermittedSubclasses().length);
        return acts;
    }
}
