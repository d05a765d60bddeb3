package org.homeward.ledger;

/**
 * Why something was not accepted.
 *
 * @param code stable, for programs, such as {@code note.signature}
 * @param sentence for people: what is wrong, where, and what to do; never holds the content of an entry
 */
public record Refusal(String code, String sentence) {}
