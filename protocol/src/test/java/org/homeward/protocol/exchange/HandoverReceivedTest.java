package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Refusal.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandoverReceivedTest {
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

    private static Act receipt(List<String> tokens, Map<String, Integer> counts) {
        return new Act.HandoverReceived("handover-2", tokens, counts);
    }

    @Test
    void onlyTheReceiptOfTheReceivingSideGivesCredit() {
        assertThat(Handovers.account(actors.state))
                .extracting(Handovers.Line::party, Handovers.Line::agreed, Handovers.Line::owed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("aa", 1, 1),
                        org.assertj.core.groups.Tuple.tuple("bb", 1, 1));
        assertThat(refusal("bb", Actors.received("aa", "aa-t1"))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal("med", Actors.received("aa", "aa-t1"))).isEqualTo(Code.WRONG_ACTOR);
        actors.act("aa", Actors.received("aa", "aa-t1"));
        assertThat(Handovers.account(actors.state))
                .containsExactly(
                        new Handovers.Line("aa", "soldier", 1, 1, 1, 0, 1, 1),
                        new Handovers.Line("bb", "soldier", 1, 0, 0, 0, 1, 0));
    }

    @Test
    void aPersonCountsOnceWhateverHandoverNamesHim() {
        actors.act("aa", Actors.received("aa", "aa-t1"));
        assertThat(refusal("aa", receipt(List.of("aa-t1"), Map.of("soldier", 1))))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal("bb", receipt(List.of("bb-t1", "bb-t1"), Map.of("soldier", 2))))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void theCountsOfAReceiptAreThoseOfTheListAndNotThoseThatItWouldLike() {
        assertThat(refusal("aa", receipt(List.of("aa-t1"), Map.of("wounded", 1))))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal("aa", receipt(List.of("aa-t1"), Map.of("soldier", 2))))
                .isEqualTo(Code.BAD_LINES);
        assertThat(refusal("aa", receipt(List.of(), Map.of()))).isEqualTo(Code.BAD_LINES);
        assertThat(refusal("aa", receipt(List.of("aa-t3"), Map.of("soldier", 1))))
                .isEqualTo(Code.BAD_LINES);
    }

    @Test
    void whoHasComeBackDoesNotLeaveTheList() {
        actors.act("aa", Actors.received("aa", "aa-t1"));
        assertThat(refusal("bb", new Act.AmendmentProposed(actors.amendment()))).isEqualTo(Code.BAD_LINES);
    }
}
