package org.homeward.protocol.envelope;

import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * What the joint ledger keeps of an act: who did what when, as salted commitments. It holds no personal data, and stays true when
 * the envelope's content is erased.
 *
 * @param envelope digest of the envelope
 * @param sig the sending node's signature under the envelope
 */
public record JointEntry(
        int v,
        String caseId,
        String from,
        long seq,
        String prev,
        String kind,
        String time,
        String commitment,
        String envelope,
        String sig) {
    public static JointEntry of(Envelope e) {
        return new JointEntry(
                1, e.caseId(), e.from(), e.seq(), e.prev(), e.kind(), e.time(), e.commitment(), e.digest(), e.sig());
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    public static JointEntry parse(byte[] bytes) throws MalformedJsonException {
        return CanonicalJson.read(bytes, JointEntry.class);
    }
}
