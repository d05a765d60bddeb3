package org.homeward.protocol.exchange;

/** How far a case has come. */
public enum Phase {
    NONE,
    OPENED,
    TERMS_PROPOSED,
    TERMS_SIGNED,
    LISTS_SEALED,
    LISTS_REVEALED,
    LINES_ANSWERED,
    LINKS_CONFIRMED,
    LINKS_ACKNOWLEDGED,
    LOTTERY_SEALED,
    LOTTERY_DRAWN,
    PROPOSED,
    FROZEN,
    AGREED
}
