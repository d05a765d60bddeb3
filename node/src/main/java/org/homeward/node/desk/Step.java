package org.homeward.node.desk;

import java.util.Arrays;
import java.util.List;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Turn;

/** A step of the walk, as a person at a desk starts it. The order is the order of the walk. */
public enum Step {
    OPEN_CASE(Act.CaseOpened.class),
    PROPOSE_TERMS(Act.TermsProposed.class),
    SIGN_TERMS(Act.TermsSigned.class),
    SEAL_LIST(Act.ListSealed.class),
    REVEAL_LIST(Act.ListRevealed.class),
    ANSWER_LINES(Act.LinesAnswered.class),
    CONFIRM_LINKS(Act.LinksConfirmed.class),
    ACKNOWLEDGE_LINKS(Act.LinksAcknowledged.class),
    SEAL_LOTTERY(Act.LotterySealed.class),
    REVEAL_LOTTERY(Act.LotteryRevealed.class),
    PROPOSE_LISTS(Act.SelectionProposed.class),
    FREEZE_LISTS(Act.ListsFrozen.class),
    SIGN_AGREEMENT(Act.AgreementSigned.class);

    private final Class<? extends Act> act;

    Step(Class<? extends Act> act) {
        this.act = act;
    }

    /** The steps that this participant may start now. */
    public static List<Step> open(CaseState state, Participants enrolled, String self) {
        return Arrays.stream(values())
                .filter(step -> Turn.of(step.act).refusal(state, enrolled, self).isEmpty())
                .toList();
    }

    /** Who has yet to do it, in the order of enrolment. */
    public List<String> missing(CaseState state, Participants enrolled) {
        return Turn.of(act).missing(state, enrolled);
    }

    /** The kind of the act that does it. */
    String kind() {
        return act.getSimpleName();
    }
}
