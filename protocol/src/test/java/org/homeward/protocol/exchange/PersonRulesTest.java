package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Board.Decision;
import org.homeward.protocol.exchange.Death.Standing;
import org.homeward.protocol.exchange.Refusal.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonRulesTest {
    private final Actors actors = new Actors();

    private Code refusal(String who, Act act) {
        return CaseRules.decide(actors.state, actors.record(who, act))
                .map(Refusal::code)
                .orElse(null);
    }

    /** The case when a proposal is on the table. */
    private void proposed() {
        actors.walkTo(Phase.PROPOSED);
    }

    private static Act out(String... lines) {
        return new Act.AvailabilityChanged(List.of(lines), List.of());
    }

    private static Act again(String... lines) {
        return new Act.AvailabilityChanged(List.of(), List.of(lines));
    }

    @Test
    void whoeverIsNotAvailableIsOnNoListAndTheListsThatHaveHimLeaveTheTable() {
        proposed();
        actors.act("bb", out("aa-l1"));
        assertThat(actors.state.phase()).isEqualTo(Phase.LOTTERY_DRAWN);
        assertThat(actors.state.proposal()).isNull();
        assertThat(actors.state.mayBeListed("aa", "aa-l1")).isFalse();
        assertThat(refusal("med", new Act.SelectionProposed(Actors.proposal(2))))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void frozenListsAreNotSignedWhenSomebodyOnThemIsNotAvailable() {
        actors.walkTo(Phase.FROZEN);
        actors.act("aa", actors.agreementSigned("aa"));
        actors.act("bb", out("aa-l1"));
        assertThat(actors.state.phase()).isEqualTo(Phase.LOTTERY_DRAWN);
        assertThat(actors.state.signatures()).isEmpty();
    }

    @Test
    void whoSaysItAndOfWhomGivesNoReasonAway() {
        proposed();
        assertThat(refusal("med", out("aa-l1", "bb-l1"))).isNull();
        assertThat(refusal("aa", out("aa-l1", "bb-l1"))).isNull();
        assertThat(refusal("bb", out("aa-l1", "bb-l1"))).isNull();
    }

    @Test
    void onlyPeopleWhoWereShownCanBeMissed() {
        proposed();
        assertThat(refusal("bb", out("aa-l2"))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal("bb", out("aa-l9"))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal("bb", out("aa-l1", "aa-l1"))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal("bb", out())).isEqualTo(Code.BAD_LINES);
        assertThat(refusal("bb", again("aa-l1"))).isEqualTo(Code.BAD_LINES);
        actors.act("bb", out("aa-l1"));
        assertThat(refusal("aa", out("aa-l1"))).isEqualTo(Code.BAD_LINES);
    }

    @Test
    void nobodyComesBackWhileTheLotIsFalling() {
        actors.walkTo(Phase.LINES_ANSWERED);
        actors.act("bb", out("aa-l1", "aa-l3"));
        assertThat(refusal("aa", again("aa-l1")))
                .as("whoever said it takes it back, and nobody else")
                .isEqualTo(Code.BAD_LINES);
        actors.act("bb", again("aa-l1"));
        actors.walkTo(Phase.LOTTERY_SEALED);
        assertThat(refusal("bb", again("aa-l3"))).isEqualTo(Code.WRONG_PHASE);
    }

    @Test
    void afterTheAgreementNobodyComesByAmendmentWhoIsNotAvailableAndHeDoesWhenHeIsAgain() {
        actors.walk();
        actors.act("med", out("aa-l3"));
        Act amendment = new Act.AmendmentProposed(actors.amendment());
        assertThat(refusal("aa", amendment)).isEqualTo(Code.BAD_LINES);
        actors.act("med", again("aa-l3"));
        assertThat(refusal("aa", amendment)).isNull();
    }

    @Test
    void aBoardDecidesWhetherSomebodyStandsOutsideTheBalance() {
        actors.walkTo(Phase.LINES_ANSWERED);
        actors.act("bb", new Act.BoardDecided("aa-l1", new Board(Decision.A, "I-A-3", "2026-02-01", null)));
        assertThat(held("aa-l1").category()).isEqualTo("wounded");
        actors.act("bb", new Act.BoardDecided("aa-l1", Actors.NEXT_COMMISSION));
        assertThat(held("aa-l1").category()).isEqualTo("soldier");
        assertThat(held("aa-l1").board()).isEqualTo(Actors.NEXT_COMMISSION);
    }

    @Test
    void whomABoardSendsToANeutralCountryIsOnNoListOfThoseWhoReturn() {
        proposed();
        actors.act("bb", new Act.BoardDecided("aa-l1", new Board(Decision.B, "I-B-2", "2026-02-01", null)));
        assertThat(actors.state.mayBeListed("aa", "aa-l1")).isFalse();
        assertThat(actors.state.phase()).isEqualTo(Phase.LOTTERY_DRAWN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "A, -, 2026-02-01, -",
                "A, I-B-1, 2026-02-01, -",
                "B, I-A-1, 2026-02-01, -",
                "A, amputation, 2026-02-01, -",
                "REJECTED, I-A-1, 2026-02-01, -",
                "NEXT, -, 2026-02-01, -",
                "NEXT, -, 2026-02-01, 2026-02-01",
                "NEXT, -, 2026-02-01, soon",
                "REJECTED, -, 2026-02-01, 2026-08-01",
                "REJECTED, -, 1 February, -"
            })
    void aDecisionThatNoBoardMakesIsRefused(Decision decision, String annex, String day, String next) {
        proposed();
        Board board = new Board(decision, annex, day, next);
        assertThat(refusal("bb", new Act.BoardDecided("aa-l1", board))).isEqualTo(Code.BAD_LINES);
    }

    @Test
    void onlyTheHolderTellsOfABoard() {
        proposed();
        assertThat(refusal("aa", new Act.BoardDecided("aa-l1", Actors.NEXT_COMMISSION)))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal("bb", new Act.BoardDecided("aa-l2", Actors.NEXT_COMMISSION)))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void aDeathIsProvisionalContradictableAndReversible() {
        proposed();
        actors.act("bb", Actors.death("aa-l1", Standing.PROVISIONAL));
        assertThat(actors.state.phase()).as("the lists that have him").isEqualTo(Phase.LOTTERY_DRAWN);
        assertThat(actors.state.mayBeListed("aa", "aa-l1")).isFalse();
        actors.act("aa", Actors.death("aa-l1", Standing.CONFIRMED));
        actors.act("med", Actors.death("aa-l1", Standing.CONTRADICTED));
        assertThat(actors.state.mayBeListed("aa", "aa-l1")).isFalse();
        assertThat(actors.state.deaths().get("aa-l1").day()).isEqualTo("2022-06");
        actors.act("bb", Actors.death("aa-l1", Standing.WITHDRAWN));
        assertThat(actors.state.mayBeListed("aa", "aa-l1")).isTrue();
        assertThat(refusal("bb", Actors.death("aa-l1", Standing.PROVISIONAL))).isNull();
    }

    @Test
    void nobodyConfirmsADeathButTheSideThatSeeksHimAndNobodyTakesItBackButTheHolder() {
        proposed();
        assertThat(refusal("aa", Actors.death("aa-l1", Standing.PROVISIONAL))).isEqualTo(Code.WRONG_ACTOR);
        assertThat(refusal("med", Actors.death("aa-l1", Standing.CONTRADICTED))).isEqualTo(Code.WRONG_ACTOR);
        actors.act("bb", Actors.death("aa-l1", Standing.PROVISIONAL));
        assertThat(refusal("bb", Actors.death("aa-l1", Standing.CONFIRMED))).isEqualTo(Code.WRONG_ACTOR);
        assertThat(refusal("med", Actors.death("aa-l1", Standing.CONFIRMED))).isEqualTo(Code.WRONG_ACTOR);
        assertThat(refusal("aa", Actors.death("aa-l1", Standing.WITHDRAWN))).isEqualTo(Code.WRONG_ACTOR);
        assertThat(refusal("aa", new Act.DeathStated("aa-l1", new Death(Standing.CONFIRMED, "2020", null))))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void anAnswerThatSomebodyDiedIsProvisionalToo() {
        actors.walkTo(Phase.LISTS_REVEALED);
        actors.act("aa", Actors.answers("bb"));
        actors.act(
                "bb",
                new Act.LinesAnswered(List.of(
                        new Act.Reply("aa-l1", ReplyCode.HELD, Actors.held("aa")),
                        new Act.Reply("aa-l2", ReplyCode.DIED, null, "2023", "Тестове кладовище"),
                        new Act.Reply("aa-l3", ReplyCode.RELEASED, null, "2024-05-01", null))));
        assertThat(actors.state.deaths())
                .containsOnlyKeys("aa-l2")
                .containsValue(new Death(Standing.PROVISIONAL, "2023", "Тестове кладовище"));
        assertThat(refusal("aa", Actors.death("aa-l2", Standing.CONTRADICTED))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"NOT_HELD, 2023, -", "NOT_AVAILABLE, 2023, -", "RELEASED, 2023, here", "UNKNOWN, -, here"})
    void anAnswerTellsNoMoreThanItsCodeMay(ReplyCode code, String day, String burial) {
        actors.walkTo(Phase.LISTS_REVEALED);
        assertThat(refusal(
                        "bb",
                        new Act.LinesAnswered(List.of(
                                new Act.Reply("aa-l1", code, null, day, burial),
                                new Act.Reply("aa-l2", ReplyCode.UNKNOWN, null),
                                new Act.Reply("aa-l3", ReplyCode.UNKNOWN, null)))))
                .isEqualTo(Code.BAD_LINES);
    }

    private Act.HeldPerson held(String line) {
        return actors.state.replies().get("aa").get(line).held();
    }
}
