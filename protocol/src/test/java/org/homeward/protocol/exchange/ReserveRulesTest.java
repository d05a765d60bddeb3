package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Act.RejectedLine;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Amendment.Change;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of aa's three people one is on the list; the agreed order of the other two is l3, then l2. */
class ReserveRulesTest {
    private final Actors actors = new Actors();

    @BeforeEach
    void agreed() {
        actors.walkTo(Phase.LISTS_REVEALED);
        actors.act("aa", Actors.answers("bb"));
        actors.act(
                "bb",
                new Act.LinesAnswered(List.of(
                        new Reply("aa-l1", ReplyCode.HELD, Actors.held("aa")),
                        new Reply(
                                "aa-l2",
                                ReplyCode.HELD,
                                new Act.HeldPerson(
                                        "aa-t2", "Проба", null, "private", Kind.SOLDIER, null, "2024-02-01")),
                        new Reply("aa-l3", ReplyCode.HELD, Actors.reserve("aa")))));
        List<String> all = List.of("aa-l1", "aa-l2", "aa-l3");
        actors.act("aa", new Act.LinksConfirmed(all, List.of()));
        actors.act("bb", Actors.confirmed("bb"));
        actors.act("aa", Actors.acknowledged("bb"));
        actors.act("bb", new Act.LinksAcknowledged(all));
        for (String id : List.of("med", "aa", "bb")) {
            actors.act(id, Actors.lotterySealed(id));
        }
        for (String id : List.of("med", "aa", "bb")) {
            actors.act(id, new Act.LotteryRevealed(Actors.NONCE));
        }
        Act.Proposal proposal = proposal(List.of("aa-l3", "aa-l2"));
        actors.act("med", new Act.SelectionProposed(proposal));
        for (String id : List.of("med", "aa", "bb")) {
            actors.act(id, new Act.ListsFrozen(proposal.digest()));
        }
        for (String id : List.of("med", "aa", "bb")) {
            actors.act(id, actors.agreementSigned(id));
        }
    }

    private static Act.Proposal proposal(List<String> reserve) {
        return new Act.Proposal(1, Actors.proposal(1).returning(), Map.of("aa", reserve), CanonicalJson.tree(Map.of()));
    }

    private static ListedPerson second(int number) {
        return new ListedPerson(
                number,
                "aa-l2",
                "aa-t2",
                "Проба Пробенко",
                "Проба",
                null,
                "private",
                "soldier",
                "2024-02-01",
                "reserve");
    }

    private Code refusal(Change... changes) {
        Amendment amendment =
                new Amendment(2, actors.state.agreement().orElseThrow().digest(), List.of(changes));
        return CaseRules.decide(actors.state, actors.record("bb", new Act.AmendmentProposed(amendment)))
                .map(Refusal::code)
                .orElse(null);
    }

    private static Change change(ListedPerson comes, RejectedLine... passed) {
        return new Change("aa", "aa-l1", ReplyCode.NOT_AVAILABLE, comes, List.of(passed));
    }

    @Test
    void theNextInOrderStepsIn() {
        assertThat(ReserveRules.next(actors.state, "aa", "soldier")).containsExactly("aa-l3", "aa-l2");
        assertThat(refusal(change(Actors.substitute("aa", 2)))).isNull();
        assertThat(refusal(change(second(2)))).isEqualTo(Code.BAD_LINES);
    }

    @Test
    void whoeverIsPassedOverIsNamedWithACode() {
        assertThat(refusal(change(second(2), new RejectedLine("aa-l3", "NOT_AVAILABLE"))))
                .isNull();
        assertThat(refusal(change(second(2), new RejectedLine("aa-l3", "I do not like him"))))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal(change(second(2), new RejectedLine("aa-l3", "UNKNOWN"))))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal(change(Actors.substitute("aa", 2), new RejectedLine("aa-l2", "NOT_AVAILABLE"))))
                .as("nobody behind the one who comes is passed over")
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void whoeverIsNotAvailableIsPassedOverWithoutAWord() {
        actors.act("med", new Act.AvailabilityChanged(List.of("aa-l3"), List.of()));
        assertThat(ReserveRules.next(actors.state, "aa", "soldier")).containsExactly("aa-l2");
        assertThat(refusal(change(second(2)))).isNull();
    }

    @Test
    void nobodyIsPassedOverWhereNobodyComes() {
        assertThat(refusal(change(null, new RejectedLine("aa-l3", "NOT_AVAILABLE"))))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void theReserveHasNobodyTwiceAndNobodyOfTheList() {
        Actors other = new Actors();
        other.walkTo(Phase.LOTTERY_DRAWN);
        for (List<String> bad :
                List.of(List.of("aa-l1"), List.of("aa-l3", "aa-l3"), List.of("aa-l2"), List.of("bb-l3"))) {
            assertThat(CaseRules.decide(other.state, other.record("med", new Act.SelectionProposed(proposal(bad)))))
                    .as("%s", bad)
                    .isPresent();
        }
        assertThat(CaseRules.decide(
                        other.state, other.record("med", new Act.SelectionProposed(proposal(List.of("aa-l3"))))))
                .isEmpty();
    }
}
