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
    OBJECT_TO_LISTS
}
