package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Deadline.Due;
import org.homeward.protocol.exchange.Deadline.OnExpiry;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
    private final Actors actors = new Actors();

    /** Walks until the case is in that phase. */
    private void until(Phase phase) {
        actors.walk();
        CaseState state = CaseState.empty(Actors.CASE);
        for (var envelope : actors.sent) {
            state = CaseRules.evolve(state, actors.open(envelope, "med"));
            if (state.phase() == phase) {
                break;
            }
        }
        actors.state = state;
    }

    private void hoursLater(int hours) {
        actors.time = Actors.TIME.plus(Duration.ofHours(hours)).plusSeconds(1);
    }

    private Refusal refusal(String from, Act act) {
        return CaseRules.decide(actors.state, actors.record(from, act)).orElseThrow();
    }

    @Test
    void aLateAnswerIsRefusedWithASentenceThatNamesTheDeadlineAndCountsWhenTheMediatorGivesMoreTime() {
        until(Phase.LISTS_REVEALED);
        hoursLater(168);
        Refusal late = refusal("aa", Actors.answers("bb"));
        assertThat(late.code()).isEqualTo(Code.TOO_LATE);
        assertThat(late.sentence()).contains("REPLY", "2026-02-12T08:00:00Z", "mediator");
        actors.act("med", new Act.DeadlineExtended(Due.REPLY, 1));
        actors.act("aa", Actors.answers("bb"));
    }

    @Test
    void anActAtTheLastMomentIsInTime() {
        until(Phase.LISTS_REVEALED);
        actors.time = Actors.TIME.plus(Duration.ofHours(168));
        actors.act("aa", Actors.answers("bb"));
    }

    @Test
    void anEarlyDateDoesNotHelpAfterTheMediatorDeclaredTheEnd() {
        until(Phase.LISTS_REVEALED);
        hoursLater(168);
        actors.act("med", new Act.DeadlinePassed(Due.REPLY));
        actors.time = Actors.TIME;
        assertThat(refusal("aa", Actors.answers("bb")).code()).isEqualTo(Code.TOO_LATE);
    }

    @Test
    void theMediatorDeclaresNoEndBeforeItIsThere() {
        until(Phase.LISTS_REVEALED);
        actors.time = Actors.TIME.plus(Duration.ofHours(168));
        assertThat(refusal("med", new Act.DeadlinePassed(Due.REPLY)).code()).isEqualTo(Code.TOO_EARLY);
        assertThat(refusal("med", new Act.DeadlinePassed(Due.OBJECTION)).code()).isEqualTo(Code.WRONG_PHASE);
        hoursLater(168);
        actors.act("med", new Act.DeadlinePassed(Due.REPLY));
        assertThat(refusal("med", new Act.DeadlinePassed(Due.REPLY)).code()).isEqualTo(Code.ALREADY_DONE);
    }

    @Test
    void aClockIsNotShortenedByAnActWithAnEarlyDate() {
        actors.walk();
        CaseState state = CaseState.empty(Actors.CASE);
        for (var envelope : actors.sent.subList(0, 8)) {
            state = CaseRules.evolve(state, actors.open(envelope, "med"));
        }
        actors.state = state;
        actors.time = Actors.TIME.minus(Duration.ofDays(30));
        actors.act("bb", actors.revealed("bb", "5a".repeat(32)));
        assertThat(actors.state.clocks().get(Due.REPLY).until()).isEqualTo(Actors.TIME.plus(Duration.ofHours(168)));
    }

    @Test
    void whoHasNotObjectedWithinTheWindowHasNoObjection() {
        until(Phase.PROPOSED);
        hoursLater(24);
        Act objection = new Act.ProposalObjected(Actors.proposal(1).digest(), List.of());
        Refusal late = refusal("bb", objection);
        assertThat(late.code()).isEqualTo(Code.TOO_LATE);
        assertThat(late.sentence()).contains("OBJECTION");
        actors.act("bb", new Act.ListsFrozen(Actors.proposal(1).digest()));
        assertThat(refusal("med", new Act.DeadlineExtended(Due.OBJECTION, 24)).code())
                .isEqualTo(Code.WRONG_PHASE);
    }

    @Test
    void whoWasObjectedToIsOnNoLaterProposalAndAnObjectionIsToSomebodyOnTheLists() {
        until(Phase.PROPOSED);
        String digest = Actors.proposal(1).digest();
        Act stranger = new Act.ProposalObjected(digest, List.of(new Act.RejectedLine("aa-l9", "NOT_AVAILABLE")));
        assertThat(refusal("bb", stranger).code()).isEqualTo(Code.BAD_LINES);
        actors.act("aa", new Act.ListsFrozen(digest));
        actors.act("bb", new Act.ProposalObjected(digest, List.of(new Act.RejectedLine("aa-l1", "NOT_AVAILABLE"))));
        assertThat(actors.state.frozen()).isEmpty();
        assertThat(actors.state.objected()).containsExactly("aa-l1");
        Refusal again = refusal("med", new Act.SelectionProposed(Actors.proposal(2)));
        assertThat(again.code()).isEqualTo(Code.BAD_LINES);
        assertThat(again.sentence()).contains("aa-l1").contains("objected");
    }

    @Test
    void aNewProposalHasAWindowOfItsOwn() {
        until(Phase.PROPOSED);
        hoursLater(100);
        actors.act("med", new Act.SelectionProposed(Actors.proposal(2)));
        actors.act("bb", new Act.ProposalObjected(Actors.proposal(2).digest(), List.of()));
    }

    @Test
    void listsThatAreNotSignedInTimeLapse() {
        until(Phase.FROZEN);
        Agreement agreement = actors.state.agreement().orElseThrow();
        actors.act(
                "aa",
                new Act.AgreementSigned(
                        agreement.digest(), actors.nodeKeys.get("aa").sign(agreement.bytes())));
        hoursLater(48);
        actors.act("med", new Act.DeadlinePassed(Due.SIGNATURE));
        assertThat(actors.state.phase()).isEqualTo(Phase.LOTTERY_DRAWN);
        assertThat(actors.state.signatures()).isEmpty();
        assertThat(actors.state.agreement()).isEmpty();
        actors.act("med", new Act.SelectionProposed(Actors.proposal(2)));
    }

    @Test
    void anAmendmentThatIsNotSignedInTimeChangesNothing() {
        actors.walk();
        Agreement first = actors.state.agreement().orElseThrow();
        actors.act("aa", new Act.AmendmentProposed(actors.amendment()));
        actors.act("aa", actors.amendmentSigned("aa"));
        hoursLater(72);
        assertThat(refusal("bb", actors.amendmentSigned("bb")).code()).isEqualTo(Code.TOO_LATE);
        assertThat(actors.state.agreement()).contains(first);
    }

    @Test
    void withoutAConsequenceALateActStillCounts() {
        var clock = new RunningClock(new Deadline(Due.REPLY, 1, OnExpiry.NOTHING), Actors.TIME, false);
        until(Phase.LISTS_REVEALED);
        CaseState.Change change = actors.state.change();
        change.clocks.put(Due.REPLY, clock);
        actors.state = change.done();
        hoursLater(500);
        actors.act("aa", Actors.answers("bb"));
    }

    private Code offered(String rule, Object clauses, Deadline... deadlines) {
        actors.act("med", new Act.CaseOpened(actors.participants));
        return refusal(
                        "med",
                        new Act.TermsProposed(new Terms(
                                "t", rule, Map.of(), Map.of(), CanonicalJson.tree(clauses), List.of(deadlines))))
                .code();
    }

    @Test
    void aDeadlineStandsOnceWithHoursAndAnEndThatItCanHave() {
        Map<String, Object> none = Map.of("clauses", List.of());
        assertThat(offered("per side", none, new Deadline(Due.REPLY, 0, OnExpiry.NOTHING)))
                .isEqualTo(Code.BAD_TERMS);
        Actors again = new Actors();
        again.act("med", new Act.CaseOpened(again.participants));
        for (List<Deadline> bad : List.of(
                List.of(new Deadline(Due.REPLY, 8_761, OnExpiry.NOTHING)),
                List.of(new Deadline(Due.REPLY, 1, OnExpiry.LAPSES)),
                List.of(new Deadline(Due.AMENDMENT, 1, OnExpiry.NO_OBJECTION)),
                List.of(new Deadline(Due.REPLY, 1, OnExpiry.NOTHING), new Deadline(Due.REPLY, 2, OnExpiry.NOTHING)))) {
            Terms terms = new Terms("t", "per side", Map.of(), Map.of(), CanonicalJson.tree(none), bad);
            assertThat(CaseRules.decide(again.state, again.record("med", new Act.TermsProposed(terms)))
                            .orElseThrow()
                            .code())
                    .isEqualTo(Code.BAD_TERMS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"clauses\": {}}",
                "{\"clauses\": [{}]}",
                "{\"clauses\": [{\"type\": \"TRADE\"}]}",
                "{\"clauses\": [{\"type\": \"COUNT\"}, {\"type\": 7}]}"
            })
    void termsWithAClauseOfNoKnownKindAreRefused(String clauses) {
        var tree = tools.jackson.databind.json.JsonMapper.shared().readTree(clauses);
        assertThat(offered("per side", tree)).isEqualTo(Code.BAD_TERMS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COUNT",
                "RATIO",
                "RATE",
                "ALL",
                "MIN",
                "MAX",
                "SHARE",
                "TOGETHER",
                "PAIR",
                "IF",
                "BAR",
                "MUST",
                "UNCONDITIONAL",
                "ACCOUNT"
            })
    void aClauseOfEachAgreedKindIsTaken(String kind) {
        actors.act("med", new Act.CaseOpened(actors.participants));
        var clauses = CanonicalJson.tree(Map.of("clauses", List.of(Map.of("type", kind))));
        actors.act("med", new Act.TermsProposed(new Terms("t", "per side", Map.of(), Map.of(), clauses)));
    }

    @Test
    void termsThatDoNotSayHowPeopleAreCountedAreRefused() {
        assertThat(offered(" ", Map.of("clauses", List.of()))).isEqualTo(Code.BAD_TERMS);
    }
}
