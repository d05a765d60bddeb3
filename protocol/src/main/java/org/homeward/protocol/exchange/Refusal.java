package org.homeward.protocol.exchange;

/**
 * Why an act does not count.
 *
 * @param code stable, for programs and message bundles
 * @param sentence what is wrong and what to do, in English, without personal data
 */
public record Refusal(Code code, String sentence) {
    public enum Code {
        WRONG_PHASE,
        WRONG_ACTOR,
        NEEDS_TWO_PEOPLE,
        BAD_APPROVAL,
        BAD_SEQUENCE,
        DUPLICATE,
        FORK,
        BAD_ENROLMENT,
        BAD_TERMS,
        TOO_LATE,
        TOO_EARLY,
        TIME_AHEAD,
        WRONG_DIGEST,
        ALREADY_DONE,
        BAD_COMMITMENT,
        BAD_LINES,
        BAD_SIGNATURE,
        UNREADABLE,
        OTHER_CASE,
        NOT_FOR_US,
        UNKNOWN_KIND,
        FUTURE_VERSION,
        TOO_LARGE,
        GAP,
        TWO_ORDERS,
        NOT_RELEASED,
        ABOVE_RUNG
    }
}
