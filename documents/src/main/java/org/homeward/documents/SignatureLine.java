package org.homeward.documents;

import java.time.Instant;
import java.util.List;

/**
 * One party's signature as people read it.
 *
 * @param party name of the party or the mediator
 * @param signers names of the people who signed for it
 * @param keyFingerprint fingerprint of the key that signed
 * @param signedAt printed in UTC to the minute
 */
public record SignatureLine(String party, List<String> signers, String keyFingerprint, Instant signedAt) {

    /** Copies the list. */
    public SignatureLine {
        signers = List.copyOf(signers);
    }
}
