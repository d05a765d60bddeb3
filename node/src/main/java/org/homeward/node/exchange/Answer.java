package org.homeward.node.exchange;

import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The agency's answer to an envelope.
 *
 * @param refusal why it does not count; null when it does
 */
public record Answer(Receipt receipt, @Nullable Refusal refusal) {
    public boolean accepted() {
        return refusal == null;
    }
}
