package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Refusal.Code;
import org.junit.jupiter.api.Test;

class CaseRulesTest {
    private static final String SALT = "5a".repeat(32);
    private final Actors actors = new Actors();

    private Code refusal(String from, Act act) {
        return CaseRules.decide(actors.state, actors.record(from, act))
                .orElseThrow()
                .code();
    }

    private void untilTermsSigned() {
        actors.act("med", new Act.CaseOpened(actors.participants));
        actors.act("med", new Act.TermsProposed(actors.terms()));
        for (String id : List.of("med", "aa", "bb")) {
            actors.act(id, new Act.TermsSigned(actors.terms().digest()));
        }
    }

    private void untilRevealed() {
        untilTermsSigned();
        for (String id : List.of("aa", "bb")) {
            actors.act(id, actors.sealed(id, SALT));
        }
        for (String id : List.of("aa", "bb")) {
            actors.act(id, actors.revealed(id, SALT));
        }
    }

    @Test
    void aCaseWalksFromOpeningToAnAgreementSignedByThree() {
        actors.walk();
        assertThat(actors.state.phase()).isEqualTo(Phase.AGREED);
        assertThat(actors.state.signatures()).containsOnlyKeys("aa", "bb", "med");
    }

    @Test
    void replayingTheEnvelopesGivesTheSameCaseToEachReader() {
        actors.walk();
        for (String reader : List.of("aa", "bb", "med")) {
            CaseState replayed = CaseState.empty(Actors.CASE);
            for (var envelope : actors.sent) {
                ActRecord record = actors.open(envelope, reader);
                assertThat(CaseRules.decide(replayed, record)).isEmpty();
                replayed = CaseRules.evolve(replayed, record);
            }
            assertThat(replayed).isEqualTo(actors.state);
        }
    }

    @Test
    void onlyTheMediatorOpensACase() {
        assertThat(refusal("aa", new Act.CaseOpened(actors.participants))).isEqualTo(Code.WRONG_ACTOR);
    }

    @Test
    void aListIsNotOpenedBeforeBothAreSealed() {
        untilTermsSigned();
        actors.act("aa", actors.sealed("aa", SALT));
        assertThat(refusal("aa", actors.revealed("aa", SALT))).isEqualTo(Code.WRONG_PHASE);
    }

    @Test
    void aListOtherThanTheSealedOneIsRefused() {
        untilTermsSigned();
        actors.act("aa", actors.sealed("aa", SALT));
        actors.act("bb", actors.sealed("bb", SALT));
        assertThat(refusal("aa", actors.revealed("bb", SALT))).isEqualTo(Code.BAD_COMMITMENT);
        assertThat(refusal("aa", actors.revealed("aa", "5b".repeat(32)))).isEqualTo(Code.BAD_COMMITMENT);
    }

    @Test
    void nobodySealsBeforeAllThreeHaveSignedTheTerms() {
        actors.act("med", new Act.CaseOpened(actors.participants));
        actors.act("med", new Act.TermsProposed(actors.terms()));
        actors.act("aa", new Act.TermsSigned(actors.terms().digest()));
        actors.act("med", new Act.TermsSigned(actors.terms().digest()));
        assertThat(refusal("aa", actors.sealed("aa", SALT))).isEqualTo(Code.WRONG_PHASE);
    }

    @Test
    void otherTermsCannotBeSigned() {
        actors.act("med", new Act.CaseOpened(actors.participants));
        actors.act("med", new Act.TermsProposed(actors.terms()));
        assertThat(refusal("aa", new Act.TermsSigned("0".repeat(64)))).isEqualTo(Code.WRONG_DIGEST);
    }

    @Test
    void onePersonIsNotEnough() {
        var one = actors.open(actors.envelope("med", new Act.CaseOpened(actors.participants), "med-1"), "med");
        var twice =
                actors.open(actors.envelope("med", new Act.CaseOpened(actors.participants), "med-1", "med-1"), "med");
        assertThat(CaseRules.decide(actors.state, one).orElseThrow().code()).isEqualTo(Code.NEEDS_TWO_PEOPLE);
        assertThat(CaseRules.decide(actors.state, twice).orElseThrow().code()).isEqualTo(Code.NEEDS_TWO_PEOPLE);
    }

    @Test
    void aPersonOfTheOtherSideDoesNotCount() {
        var mixed =
                actors.open(actors.envelope("med", new Act.CaseOpened(actors.participants), "med-1", "aa-1"), "med");
        assertThat(CaseRules.decide(actors.state, mixed).orElseThrow().code()).isEqualTo(Code.BAD_APPROVAL);
    }

    @Test
    void anApprovalOfOneActDoesNotServeAnother() {
        ActRecord good = actors.record("med", new Act.CaseOpened(actors.participants));
        ActRecord moved = new ActRecord(
                good.caseId(),
                good.from(),
                good.sequence(),
                good.previous(),
                good.envelope(),
                good.time(),
                "ab".repeat(32),
                good.approvals(),
                good.act());
        assertThat(CaseRules.decide(actors.state, moved).orElseThrow().code()).isEqualTo(Code.BAD_APPROVAL);
    }

    @Test
    void everyLineGetsAnAnswerAndOnePersonAnswersOneLine() {
        untilRevealed();
        assertThat(refusal("aa", new Act.LinesAnswered(List.of(new Reply("bb-l1", ReplyCode.UNKNOWN, null)))))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal(
                        "aa",
                        new Act.LinesAnswered(List.of(
                                new Reply("bb-l1", ReplyCode.HELD, Actors.held("bb")),
                                new Reply("bb-l2", ReplyCode.HELD, Actors.held("bb")),
                                new Reply("bb-l3", ReplyCode.UNKNOWN, null)))))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal(
                        "aa",
                        new Act.LinesAnswered(List.of(
                                new Reply("bb-l1", ReplyCode.NOT_HELD, Actors.held("bb")),
                                new Reply("bb-l2", ReplyCode.UNKNOWN, null),
                                new Reply("bb-l3", ReplyCode.UNKNOWN, null)))))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void onlyLinesAnsweredHeldAreConfirmed() {
        untilRevealed();
        actors.act("aa", Actors.answers("bb"));
        actors.act("bb", Actors.answers("aa"));
        assertThat(refusal("aa", new Act.LinksConfirmed(List.of("aa-l1", "aa-l2"), List.of())))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal("aa", new Act.LinksConfirmed(List.of(), List.of()))).isEqualTo(Code.BAD_LINES);
    }

    @Test
    void aProposalMustCountAsTheTermsSay() {
        untilRevealed();
        actors.act("aa", Actors.answers("bb"));
        actors.act("bb", Actors.answers("aa"));
        for (String id : List.of("aa", "bb")) {
            actors.act(id, Actors.confirmed(id));
        }
        actors.act("aa", Actors.acknowledged("bb"));
        actors.act("bb", new Act.LinksAcknowledged(List.of()));
        for (String id : List.of("med", "aa", "bb")) {
            actors.act(id, Actors.lotterySealed(id));
        }
        for (String id : List.of("med", "aa", "bb")) {
            actors.act(id, new Act.LotteryRevealed(Actors.NONCE));
        }
        assertThat(refusal("med", new Act.SelectionProposed(Actors.proposal(1))))
                .isEqualTo(Code.BAD_LINES);
        var none = new Act.Proposal(1, Map.of(), Actors.proposal(1).audit());
        assertThat(refusal("med", new Act.SelectionProposed(none))).isEqualTo(Code.BAD_LINES);
    }

    @Test
    void anEnrolmentThatNamesOnePartyIsRefusedAndDoesNotBreakTheRules() {
        Participants one = new Participants(
                actors.participants.mediator(),
                List.of(actors.participants.parties().getFirst()));
        assertThat(refusal("med", new Act.CaseOpened(one))).isEqualTo(Code.BAD_ENROLMENT);
        assertThat(one.all()).hasSize(2);
    }

    @Test
    void theMediatorTakesItsProposalBackAndProposesAgainUnderTheNextNumber() {
        actors.walk();
        CaseState state = CaseState.empty(Actors.CASE);
        for (var envelope : actors.sent) {
            state = CaseRules.evolve(state, actors.open(envelope, "med"));
            if (state.phase() == Phase.PROPOSED) {
                break;
            }
        }
        actors.state = state;
        actors.act("aa", new Act.ListsFrozen(Actors.proposal(1).digest()));
        assertThat(refusal("med", new Act.ProposalWithdrawn("0".repeat(64)))).isEqualTo(Code.WRONG_DIGEST);
        actors.act("med", new Act.ProposalWithdrawn(Actors.proposal(1).digest()));
        assertThat(actors.state.phase()).isEqualTo(Phase.LOTTERY_DRAWN);
        assertThat(refusal("aa", new Act.ListsFrozen(Actors.proposal(1).digest())))
                .isEqualTo(Code.WRONG_PHASE);
        assertThat(refusal("med", new Act.SelectionProposed(Actors.proposal(1))))
                .isEqualTo(Code.BAD_LINES);
        actors.act("med", new Act.SelectionProposed(Actors.proposal(2)));
        assertThat(actors.state.frozen()).isEmpty();
    }

    @Test
    void aLotteryNumberIsShownOnlyWhenAllThreeAreSealedAndOnlyTheOneThatWasSealed() {
        actors.walk();
        CaseState state = CaseState.empty(Actors.CASE);
        for (var envelope : actors.sent.subList(0, 15)) {
            state = CaseRules.evolve(state, actors.open(envelope, "med"));
        }
        actors.state = state;
        assertThat(state.phase()).isEqualTo(Phase.LINKS_ACKNOWLEDGED);
        actors.act("med", Actors.lotterySealed("med"));
        assertThat(refusal("med", new Act.LotteryRevealed(Actors.NONCE))).isEqualTo(Code.WRONG_PHASE);
        assertThat(refusal("aa", new Act.LotterySealed("short"))).isEqualTo(Code.BAD_COMMITMENT);
        actors.act("aa", Actors.lotterySealed("aa"));
        actors.act("bb", Actors.lotterySealed("bb"));
        assertThat(refusal("aa", new Act.LotteryRevealed("18".repeat(32)))).isEqualTo(Code.BAD_COMMITMENT);
        actors.act("aa", new Act.LotteryRevealed(Actors.NONCE));
        assertThat(refusal("aa", new Act.LotteryRevealed(Actors.NONCE))).isEqualTo(Code.ALREADY_DONE);
    }

    @Test
    void aRepeatedActIsADuplicateAndADifferentOneWithItsNumberAFork() {
        ActRecord first = actors.record("med", new Act.CaseOpened(actors.participants));
        ActRecord other = actors.record("med", new Act.CaseOpened(actors.participants));
        CaseState after = CaseRules.evolve(actors.state, first);
        assertThat(CaseRules.decide(after, first).orElseThrow().code()).isEqualTo(Code.DUPLICATE);
        assertThat(CaseRules.decide(after, other).orElseThrow().code()).isEqualTo(Code.FORK);
    }

    @Test
    void aGapIsRefused() {
        actors.act("med", new Act.CaseOpened(actors.participants));
        CaseState before = actors.state;
        actors.act("med", new Act.TermsProposed(actors.terms()));
        ActRecord third =
                actors.record("med", new Act.TermsSigned(actors.terms().digest()));
        assertThat(CaseRules.decide(before, third).orElseThrow().code()).isEqualTo(Code.BAD_SEQUENCE);
    }
}
