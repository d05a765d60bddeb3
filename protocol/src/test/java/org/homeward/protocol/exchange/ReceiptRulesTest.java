package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.protocol.Actors.doubt;

import java.util.List;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Refusal.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptRulesTest {
    private final Actors actors = new Actors();

    @BeforeEach
    void aSideHasSignedForItsSoldier() {
        actors.walk();
        actors.act("aa", Actors.received("aa", "aa-t1"));
    }

    private Code refusal(String from, Act act) {
        return CaseRules.decide(actors.state, actors.record(from, act))
                .orElseThrow()
                .code();
    }

    private Handovers.Line account() {
        return Handovers.account(actors.state).getFirst();
    }

    @Test
    void oneSideAloneTakesNobodyOutOfTheAccount() {
        actors.act("aa", doubt("aa-t1", Doubt.RAISED));
        assertThat(account().received()).isEqualTo(1);
        assertThat(account().doubted()).isEqualTo(1);
        assertThat(account().owed()).isZero();
        assertThat(refusal("aa", doubt("aa-t1", Doubt.AGREED))).isEqualTo(Code.BAD_LINES);
        actors.act("bb", doubt("aa-t1", Doubt.AGREED));
        assertThat(account().received()).isZero();
        assertThat(account().doubted()).isZero();
        assertThat(account().owed()).isEqualTo(1);
    }

    @Test
    void whoWasTakenOutIsReceivedAgainWhenHeComes() {
        actors.act("bb", doubt("aa-t1", Doubt.RAISED));
        actors.act("aa", doubt("aa-t1", Doubt.AGREED));
        actors.act("aa", new Act.HandoverReceived("handover-2", List.of("aa-t1"), java.util.Map.of("soldier", 1)));
        assertThat(account().owed()).isZero();
        assertThat(refusal("bb", doubt("aa-t1", Doubt.RAISED))).isEqualTo(Code.BAD_LINES);
        actors.act("bb", new Act.ReceiptDoubted("handover-2", List.of("aa-t1"), Doubt.RAISED));
    }

    @Test
    void whoRaisedADoubtDropsItAndNobodyElseDoes() {
        actors.act("bb", doubt("aa-t1", Doubt.RAISED));
        assertThat(refusal("aa", doubt("aa-t1", Doubt.DROPPED))).isEqualTo(Code.BAD_LINES);
        actors.act("bb", doubt("aa-t1", Doubt.DROPPED));
        assertThat(account().doubted()).isZero();
        assertThat(refusal("aa", doubt("aa-t1", Doubt.AGREED))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal("bb", doubt("aa-t1", Doubt.DROPPED))).isEqualTo(Code.BAD_LINES);
    }

    @Test
    void aDoubtIsRaisedOnceAndOfWhomeverSomebodySignedFor() {
        assertThat(refusal("aa", doubt("bb-t1", Doubt.RAISED))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal("aa", new Act.ReceiptDoubted("handover-2", List.of("aa-t1"), Doubt.RAISED)))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal("aa", new Act.ReceiptDoubted("handover-1", List.of(), Doubt.RAISED)))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal("aa", new Act.ReceiptDoubted("handover-1", List.of("aa-t1", "aa-t1"), Doubt.RAISED)))
                .isEqualTo(Code.BAD_LINES);
        actors.act("aa", doubt("aa-t1", Doubt.RAISED));
        assertThat(refusal("bb", doubt("aa-t1", Doubt.RAISED))).isEqualTo(Code.ALREADY_DONE);
        assertThat(refusal("med", doubt("aa-t1", Doubt.AGREED))).isEqualTo(Code.WRONG_ACTOR);
    }

    @Test
    void whoDidNotComeAfterAllMayLeaveTheList() {
        assertThat(refusal("bb", new Act.AmendmentProposed(actors.amendment()))).isEqualTo(Code.BAD_LINES);
        actors.act("aa", doubt("aa-t1", Doubt.RAISED));
        actors.act("bb", doubt("aa-t1", Doubt.AGREED));
        actors.act("bb", new Act.AmendmentProposed(actors.amendment()));
    }
}
