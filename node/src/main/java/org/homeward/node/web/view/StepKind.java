package org.homeward.node.web.view;

/** The steps of the walk, in its order. */
public enum StepKind {
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
    SIGN_AGREEMENT,
    /** No step of its own: a party's act instead of freezing, after which the lists may be proposed again. */
    OBJECT_TO_LISTS,
    /** No steps of the walk either: what may be done beside it, or after it. */
    WITHDRAW_LISTS,
    PROPOSE_AMENDMENT,
    SIGN_AMENDMENT,
    WITHDRAW_AMENDMENT,
    DECLINE_AMENDMENT,
    END_DEADLINE,
    EXTEND_DEADLINE,
    RECEIVE_PEOPLE,
    SAY_RECEIPT,
    SAY_AVAILABILITY,
    SAY_BOARD,
    SAY_DEATH;

    /** Whether the walk waits for it. */
    public boolean inWalk() {
        return ordinal() < OBJECT_TO_LISTS.ordinal();
    }
}
