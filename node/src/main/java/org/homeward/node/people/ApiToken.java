package org.homeward.node.people;

import java.time.Instant;

/**
 * What a person's program is known by at {@code /api} and, asking for data, at the addresses of pages. It is made with his passkey and never stronger than he is: it cannot sign, and
 * opens no session.
 *
 * @param person whose it is
 * @param label what it is for, in his words
 * @param hash SHA-256 in hex of the token, which is shown once
 * @param since when it was made, ISO-8601
 * @param until when it ends, ISO-8601
 */
public record ApiToken(String id, String person, String label, Rights rights, String hash, String since, String until) {
    /** What a program may do with it. */
    public enum Rights {
        /** Ask, and change nothing. */
        READ,
        /** Also take registers in and make drafts ready; people sign them. */
        PREPARE
    }

    /** Days that one may be good for. */
    public static final int MOST_DAYS = 90;

    /** How many a person may have. */
    public static final int MOST = 10;

    /** What every token begins with, so that one in a file or a log is found by whoever looks for secrets. */
    public static final String PREFIX = "homeward_";

    boolean isGood(Instant now) {
        return now.isBefore(Instant.parse(until));
    }
}
