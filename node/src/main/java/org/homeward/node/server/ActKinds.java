package org.homeward.node.server;

import org.homeward.node.web.view.StepKind;

/** Which step of the walk an act of that kind does. */
final class ActKinds {
    private ActKinds() {}

    static StepKind step(String kind) {
        return switch (kind) {
            case "CaseOpened" -> StepKind.OPEN_CASE;
            case "TermsProposed" -> StepKind.PROPOSE_TERMS;
            case "TermsSigned" -> StepKind.SIGN_TERMS;
            case "ListSealed" -> StepKind.SEAL_LIST;
            case "ListRevealed" -> StepKind.REVEAL_LIST;
            case "LinesAnswered" -> StepKind.ANSWER_LINES;
            case "LinksConfirmed" -> StepKind.CONFIRM_LINKS;
            case "LinksAcknowledged" -> StepKind.ACKNOWLEDGE_LINKS;
            case "LotterySealed" -> StepKind.SEAL_LOTTERY;
            case "LotteryRevealed" -> StepKind.REVEAL_LOTTERY;
            case "SelectionProposed" -> StepKind.PROPOSE_LISTS;
            case "ListsFrozen" -> StepKind.FREEZE_LISTS;
            case "AgreementSigned" -> StepKind.SIGN_AGREEMENT;
            case "ProposalObjected" -> StepKind.OBJECT_TO_LISTS;
            case "ProposalWithdrawn" -> StepKind.WITHDRAW_LISTS;
            case "AmendmentProposed" -> StepKind.PROPOSE_AMENDMENT;
            case "AmendmentSigned" -> StepKind.SIGN_AMENDMENT;
            case "AmendmentWithdrawn" -> StepKind.WITHDRAW_AMENDMENT;
            case "AmendmentDeclined" -> StepKind.DECLINE_AMENDMENT;
            case "DeadlinePassed" -> StepKind.END_DEADLINE;
            case "DeadlineExtended" -> StepKind.EXTEND_DEADLINE;
            case "HandoverReceived" -> StepKind.RECEIVE_PEOPLE;
            case "ReceiptDoubted" -> StepKind.SAY_RECEIPT;
            case "AvailabilityChanged" -> StepKind.SAY_AVAILABILITY;
            case "BoardDecided" -> StepKind.SAY_BOARD;
            case "DeathStated" -> StepKind.SAY_DEATH;
            default -> throw new IllegalArgumentException("no step does " + kind);
        };
    }
}
