package org.homeward.node.packages;

/**
 * Why a package is not taken, or not made; nothing was changed.
 *
 * @param code stable, for programs
 * @param sentence what is wrong and what to do, without personal data
 */
public record PackageRefusal(Code code, String sentence) {
    /** The codes; {@code docs/protocol/package.md} says what each means. */
    public enum Code {
        NOT_A_PACKAGE,
        FUTURE_VERSION,
        TOO_LARGE,
        TRUNCATED,
        CHANGED,
        UNREADABLE,
        OTHER_CASE,
        NOT_FOR_US,
        STRANGER,
        BAD_SIGNATURE,
        GAP,
        REFUSED_ACT,
        TWO_ORDERS,
        BAD_LOG,
        NO_PARTICIPANT
    }
}
