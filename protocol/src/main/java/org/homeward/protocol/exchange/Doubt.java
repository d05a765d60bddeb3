package org.homeward.protocol.exchange;

/** What is said of a receipt after it was signed. One side alone takes nobody out of an account. */
public enum Doubt {
    /** A side says that these did not come, whoever signed for them. They count until the other side agrees. */
    RAISED,
    /** The side that said so takes it back. */
    DROPPED,
    /** The other side agrees: the receipt counts no more for these, and they are owed again. */
    AGREED
}
