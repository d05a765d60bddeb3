package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Amendment.Change;
import org.homeward.protocol.exchange.Refusal.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AmendmentTest {
    private final Actors actors = new Actors();

    @BeforeEach
    void anAgreedCase() {
        actors.walk();
    }

    private Code refusal(String from, Act act) {
        return CaseRules.decide(actors.state, actors.record(from, act))
                .orElseThrow()
                .code();
    }

    private Code refusal(Change... changes) {
        Agreement inForce = actors.state.agreement().orElseThrow();
        return refusal("aa", new Act.AmendmentProposed(new Amendment(2, inForce.digest(), List.of(changes))));
    }

    private List<String> listOf(String party) {
        return actors.state.agreement().orElseThrow().proposal().returning().get(party).stream()
                .map(ListedPerson::line)
                .toList();
    }

    @Test
    void anAmendmentCountsOnlyWhenAllThreeHaveSignedItsBytes() {
        Agreement first = actors.state.agreement().orElseThrow();
        actors.act("bb", new Act.AmendmentProposed(actors.amendment()));
        for (String id : List.of("bb", "aa")) {
            actors.act(id, actors.amendmentSigned(id));
            assertThat(actors.state.agreement()).contains(first);
        }
        actors.act("med", actors.amendmentSigned("med"));
        Agreement second = actors.state.agreement().orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.amends()).isEqualTo(first.digest());
        assertThat(listOf("aa")).containsExactly("aa-l3");
        assertThat(listOf("bb")).containsExactly("bb-l1");
        assertThat(actors.state.amendment()).isNull();
        assertThat(actors.state.agreed()).hasSize(2);
        assertThat(actors.state.signaturesInForce()).containsOnlyKeys("aa", "bb", "med");
    }

    @Test
    void whatIsDeclinedOrWithdrawnChangesNothing() {
        Agreement first = actors.state.agreement().orElseThrow();
        Amendment amendment = actors.amendment();
        actors.act("aa", new Act.AmendmentProposed(amendment));
        actors.act("aa", actors.amendmentSigned("aa"));
        assertThat(refusal("bb", new Act.AmendmentWithdrawn(amendment.digest())))
                .isEqualTo(Code.WRONG_ACTOR);
        assertThat(refusal("aa", new Act.AmendmentDeclined(amendment.digest()))).isEqualTo(Code.WRONG_ACTOR);
        actors.act("bb", new Act.AmendmentDeclined(amendment.digest()));
        assertThat(actors.state.agreement()).contains(first);
        actors.act("aa", new Act.AmendmentProposed(amendment));
        actors.act("aa", new Act.AmendmentWithdrawn(amendment.digest()));
        assertThat(actors.state.agreement()).contains(first);
    }

    @Test
    void aSignatureUnderAnAmendmentThatLeftTheTableDoesNotServeTheNext() {
        actors.act("aa", new Act.AmendmentProposed(actors.amendment()));
        actors.act("aa", actors.amendmentSigned("aa"));
        actors.act("aa", new Act.AmendmentWithdrawn(actors.amendment().digest()));
        actors.act("aa", new Act.AmendmentProposed(actors.amendment()));
        actors.act("bb", actors.amendmentSigned("bb"));
        actors.act("med", actors.amendmentSigned("med"));
        assertThat(actors.state.agreed()).hasSize(1);
    }

    @Test
    void oneAmendmentIsOnTheTableAtATimeAndItNamesTheVersionInForce() {
        Amendment stale = actors.amendment();
        actors.act("aa", new Act.AmendmentProposed(stale));
        assertThat(refusal("bb", new Act.AmendmentProposed(stale))).isEqualTo(Code.ALREADY_DONE);
        for (String id : List.of("aa", "bb", "med")) {
            actors.act(id, actors.amendmentSigned(id));
        }
        assertThat(refusal("bb", new Act.AmendmentProposed(stale))).isEqualTo(Code.WRONG_DIGEST);
    }

    @Test
    void theBytesThatAreSignedAreThoseOfTheVersionOnTheTable() {
        Act before = new Act.AmendmentSigned(
                actors.state.agreement().orElseThrow().digest(),
                actors.nodeKeys
                        .get("aa")
                        .sign(actors.state.agreement().orElseThrow().bytes()));
        assertThat(refusal("aa", before)).isEqualTo(Code.WRONG_DIGEST);
        actors.act("aa", new Act.AmendmentProposed(actors.amendment()));
        assertThat(refusal("aa", before)).isEqualTo(Code.WRONG_DIGEST);
        Agreement next = actors.state.amended().orElseThrow();
        assertThat(refusal(
                        "aa",
                        new Act.AmendmentSigned(
                                next.digest(), actors.nodeKeys.get("bb").sign(next.bytes()))))
                .isEqualTo(Code.BAD_SIGNATURE);
        actors.act("aa", actors.amendmentSigned("aa"));
        assertThat(refusal("aa", actors.amendmentSigned("aa"))).isEqualTo(Code.ALREADY_DONE);
    }

    @Test
    void theNumbersOfTheTermsHoldForEveryVersion() {
        assertThat(refusal(new Change("aa", "aa-l1", ReplyCode.DIED, null))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal(new Change("aa", null, null, Actors.substitute("aa", 2))))
                .isEqualTo(Code.BAD_LINES);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplyCode.class,
            names = {"HELD", "UNKNOWN", "NEED_MORE_DATA"})
    void nobodyLeavesAListWithACodeThatIsNoReasonForIt(ReplyCode code) {
        assertThat(refusal(new Change("aa", "aa-l1", code, Actors.substitute("aa", 2))))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void everyChangeNamesWhoLeavesWhoComesAndNobodyElse() {
        ListedPerson reserve = Actors.substitute("aa", 2);
        Change sound = new Change("aa", "aa-l1", ReplyCode.NOT_AVAILABLE, reserve);
        assertThat(refusal()).isEqualTo(Code.BAD_LINES);
        assertThat(refusal(new Change("aa", null, null, null))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal(new Change("cc", "aa-l1", ReplyCode.NOT_AVAILABLE, reserve)))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal(new Change("aa", "aa-l1", null, reserve))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal(new Change("aa", "aa-l3", ReplyCode.NOT_AVAILABLE, reserve)))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal(sound, sound)).isEqualTo(Code.BAD_LINES);
        assertThat(refusal(new Change("aa", "aa-l1", ReplyCode.NOT_AVAILABLE, Actors.listed("aa"))))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal(new Change("aa", "aa-l1", ReplyCode.NOT_AVAILABLE, Actors.substitute("bb", 2))))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void aNumberIsNeverGivenToAnotherPerson() {
        assertThat(refusal(new Change("aa", "aa-l1", ReplyCode.NOT_AVAILABLE, Actors.substitute("aa", 1))))
                .isEqualTo(Code.BAD_LINES);
        actors.act("aa", new Act.AmendmentProposed(actors.amendment()));
        for (String id : List.of("aa", "bb", "med")) {
            actors.act(id, actors.amendmentSigned(id));
        }
        assertThat(AmendmentRules.nextNumber(actors.state.agreed(), "aa")).isEqualTo(3);
    }

    @Test
    void aPersonIsShownAsHisHolderReleasedHim() {
        ListedPerson as = Actors.substitute("aa", 2);
        ListedPerson otherwise = new ListedPerson(
                as.number(),
                as.line(),
                as.token(),
                as.name(),
                as.nameAsHeld(),
                as.birthDate(),
                as.rank(),
                "wounded",
                as.heldSince(),
                as.reason());
        assertThat(refusal(new Change("aa", "aa-l1", ReplyCode.NOT_AVAILABLE, otherwise)))
                .isEqualTo(Code.BAD_LINES);
    }
}
