package org.homeward.protocol.exchange;

import java.util.HashMap;
import java.util.Map;

/**
 * An amendment on the table. It changes nothing before all three have signed the version that it makes.
 *
 * @param by who proposed it
 * @param signatures who has signed so far
 */
public record OpenAmendment(String by, Amendment amendment, Map<String, ActRecord> signatures) {
    public OpenAmendment {
        signatures = Map.copyOf(signatures);
    }

    OpenAmendment signedBy(ActRecord record) {
        Map<String, ActRecord> all = new HashMap<>(signatures);
        all.put(record.from(), record);
        return new OpenAmendment(by, amendment, all);
    }
}
