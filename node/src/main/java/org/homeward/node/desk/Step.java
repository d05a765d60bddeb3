package org.homeward.node.desk;

import java.util.ArrayList;
import java.util.List;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Phase;

/** A step of the walk, as a person at a desk starts it. The order is the order of the walk. */
public enum Step {
    OPEN_CASE,
    PROPOSE_TERMS,
    SIGN_TERMS,
    SEAL_LIST,
    REVEAL_LIST,
    ANSWER_LINES,
    CONFIRM_LINKS,
    ACKNOWLEDGE_LINKS,
    SEAL_LOTTERY,
    REVEAL_LOTTERY,
    PROPOSE_LISTS,
    FREEZE_LISTS,
    SIGN_AGREEMENT;

    /** The steps that this participant may start now. */
    public static List<Step> open(CaseState state, Participants enrolled, String self) {
        boolean mediator = enrolled.mediator().id().equals(self);
        List<Step> open = new ArrayList<>();
        for (Step step : values()) {
            if (step.isOpen(state, enrolled, self, mediator)) {
                open.add(step);
            }
        }
        return List.copyOf(open);
    }

    private boolean isOpen(CaseState state, Participants enrolled, String self, boolean mediator) {
        return switch (this) {
            case OPEN_CASE -> mediator && state.phase() == Phase.NONE;
            case PROPOSE_TERMS -> mediator && (state.phase() == Phase.OPENED || state.phase() == Phase.TERMS_PROPOSED);
            case SIGN_TERMS ->
                state.phase() == Phase.TERMS_PROPOSED && !state.termsSigned().contains(self);
            case SEAL_LIST ->
                !mediator
                        && state.phase() == Phase.TERMS_SIGNED
                        && !state.sealed().containsKey(self);
            case REVEAL_LIST ->
                !mediator
                        && state.phase() == Phase.LISTS_SEALED
                        && !state.lists().containsKey(self);
            case ANSWER_LINES ->
                !mediator
                        && state.phase() == Phase.LISTS_REVEALED
                        && !state.replies().containsKey(enrolled.other(self).id());
            case CONFIRM_LINKS ->
                !mediator
                        && state.phase() == Phase.LINES_ANSWERED
                        && !state.confirmed().containsKey(self);
            case ACKNOWLEDGE_LINKS ->
                !mediator
                        && state.phase() == Phase.LINKS_CONFIRMED
                        && !state.acknowledged()
                                .containsKey(enrolled.other(self).id());
            case SEAL_LOTTERY ->
                state.phase() == Phase.LINKS_ACKNOWLEDGED
                        && !state.lotterySealed().containsKey(self);
            case REVEAL_LOTTERY ->
                state.phase() == Phase.LOTTERY_SEALED && !state.lottery().containsKey(self);
            case PROPOSE_LISTS -> mediator && (state.phase() == Phase.LOTTERY_DRAWN || state.phase() == Phase.PROPOSED);
            case FREEZE_LISTS ->
                state.phase() == Phase.PROPOSED && !state.frozen().contains(self);
            case SIGN_AGREEMENT ->
                state.phase() == Phase.FROZEN && !state.signatures().containsKey(self);
        };
    }
}
