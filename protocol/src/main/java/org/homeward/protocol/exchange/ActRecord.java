package org.homeward.protocol.exchange;

import java.time.Instant;
import java.util.List;

/**
 * An act as it stands in an envelope that was opened: the command of {@link CaseRules#decide} and, once accepted, the event of
 * {@link CaseRules#evolve}.
 *
 * @param sequence the sender's own count in this case, from 1
 * @param previous digest of the sender's envelope before this one; 64 zeros for the first
 * @param envelope digest of this envelope
 * @param commitment salted digest of the act, which the approvals sign
 */
public record ActRecord(
        String caseId,
        String from,
        long sequence,
        String previous,
        String envelope,
        Instant time,
        String commitment,
        List<Approval> approvals,
        Act act) {
    /** {@link #previous} of a sender's first act. */
    public static final String NONE = "0".repeat(64);

    public ActRecord {
        approvals = List.copyOf(approvals);
    }
}
