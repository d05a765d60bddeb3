package org.homeward.handover.day;

/** Where a person or a bag stands by all that was seen. */
public enum Status {
    /** On the list, and nobody has seen him yet. */
    EXPECTED,
    PRESENT,
    /** Offered, or offered and accepted, and the last scan is missing. */
    HALF_HANDED_OVER,
    HANDED_OVER,
    /** The receiving officer did not sign for him. */
    DECLINED,
    UNFIT,
    DIED,
    ABSENT,
    /** The neutral says: does not travel today. */
    STAYS,
    /** Another of the reserve goes in his place. */
    SUBSTITUTED,
    IDENTITY_DISPUTED,
    /** Seen, and on no list. */
    UNLISTED,
    /** What was seen does not go together; all of it is kept. */
    DISPUTED
}
