package org.homeward.protocol.exchange;

import java.util.Map;

/**
 * A version of the lists that all three signed.
 *
 * @param signatures participant id to the act in which it signed these bytes
 */
public record SignedAgreement(Agreement agreement, Map<String, ActRecord> signatures) {
    public SignedAgreement {
        signatures = Map.copyOf(signatures);
    }
}
