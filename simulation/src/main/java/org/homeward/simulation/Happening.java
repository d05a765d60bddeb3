package org.homeward.simulation;

/** What can happen in a simulated exchange, besides that all goes well. */
public enum Happening {
    ACT_ACCEPTED,
    ACT_REFUSED,
    CASE_AGREED,
    /** A party objected and the lists were made anew. */
    OBJECTION,
    AMENDMENT_IN_FORCE,
    AMENDMENT_WITHDRAWN,
    AMENDMENT_DECLINED,
    /** An amendment was not signed in time and left the table. */
    AMENDMENT_LAPSED,
    /** The mediator declared that a clock was over. */
    DEADLINE_PASSED,
    /** The mediator gave more time. */
    DEADLINE_EXTENDED,
    /** An act came after its deadline and was refused. */
    ACT_TOO_LATE,
    HANDOVER_RECEIVED,
    /** A side said that somebody did not come for whom a side had signed. */
    RECEIPT_DOUBTED,
    /** It took that back. */
    DOUBT_DROPPED,
    /** The other side agreed; he is owed again. */
    RECEIPT_PUT_RIGHT,
    /** Somebody was not available any more; nobody was told why. */
    NOT_AVAILABLE,
    AVAILABLE_AGAIN,
    BOARD_DECIDED,
    DEATH_STATED,
    DEATH_CONFIRMED,
    DEATH_CONTRADICTED,
    DEATH_TAKEN_BACK,
    /** Lists left the table because of what was said of somebody. */
    LISTS_MADE_AGAIN,
    /** A node stopped between two writes. */
    POWER_CUT,
    /** A node started again and folded its journal. */
    RESTART,
    /** A bureau's line was away for hours. */
    LINE_CUT,
    REQUEST_LOST,
    ANSWER_LOST,
    MESSAGE_REPEATED,
    /** The agency handed out acts in another order, twice, or not all; the bureau refused them. */
    LIE_FOUND,
    /** The agency signed a second order of the same acts; a bureau refused it and keeps both as proof. */
    TWO_ORDERS_FOUND,
    /** One clerk signed twice; it counted once. */
    CLERK_REPEATED,
    /** A signature under another person's name; it did not count. */
    FORGERY,
    /** Two clerks made the same step at the same time; one of them counted. */
    CLERKS_AT_ONCE,
    STICK_MADE,
    STICK_LOST,
    STICK_TAKEN,
    /** A stick arrived two days late, or later. */
    STICK_LATE,
    /** A stick arrived before the one with the acts that it continues. */
    STICK_TOO_EARLY,
    /** A curious party guessed at a sealed list, the lines right and the salt not; it learned nothing. */
    GUESS_FAILED,
    /** A curious party handed in an act as the other; it was refused. */
    IMPOSTOR_REFUSED
}
