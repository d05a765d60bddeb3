package org.homeward.ledger;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** RFC 4648 section 4 with one spelling per value: java.util's decoder alone takes missing padding and stray bits. */
final class Base64Strict {
    private Base64Strict() {}

    static byte @Nullable [] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** A decimal without leading zeroes up to 2^63 - 1, or -1. */
    static long decimal(String text) {
        if (text.isEmpty() || text.length() > 19 || (text.length() > 1 && text.charAt(0) == '0')) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooBig) {
            return -1;
        }
    }
}
