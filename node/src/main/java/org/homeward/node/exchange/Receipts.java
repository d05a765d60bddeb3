package org.homeward.node.exchange;

import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.Refusal.Code;

/** The words of a receipt's outcome. */
final class Receipts {
    static final String ACCEPTED = "ACCEPTED";

    private Receipts() {}

    /** What a receipt says that came without its sentence. */
    static Refusal refusal(String outcome) {
        for (Code code : Code.values()) {
            if (code.name().equals(outcome)) {
                return new Refusal(code, "The agency does not accept this act: " + outcome + ".");
            }
        }
        return new Refusal(
                Code.UNREADABLE,
                "The agency does not accept this act, for a reason that is new to this program: update it.");
    }
}
