package org.homeward.protocol.exchange;

/**
 * The holder's answer to one line of the other side's list (Stockholm mechanism, steps 2 to 4).
 *
 * <p>{@link #NOT_AVAILABLE} covers every reason that must not be told, a person's own refusal among them, so that no code
 * alone gives it away.
 */
public enum ReplyCode {
    HELD,
    NOT_HELD,
    RELEASED,
    DIED,
    TRANSFERRED,
    ESCAPED,
    UNKNOWN,
    NEED_MORE_DATA,
    NOT_AVAILABLE
}
