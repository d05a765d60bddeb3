package org.homeward.node.exchange;

import java.io.IOException;
import java.util.Optional;
import org.homeward.ledger.SignedNote;

/** A bureau's way to the joint log: the witness asks, because a bureau may have no door that the agency could knock at. */
public interface LogLink {
    /** What the witness that co-signed {@code oldSize} entries is asked to co-sign now; empty when there is nothing new. */
    Optional<byte[]> offer(String caseId, long oldSize) throws IOException;

    /** Hands back the checkpoint with this witness's line under it. */
    void cosigned(String caseId, SignedNote note) throws IOException;

    /** The newest checkpoint that bears a co-signature. */
    Optional<SignedNote> cosignedCheckpoint(String caseId) throws IOException;
}
