package org.homeward.handover.log;

import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;

/**
 * How far a device's log goes, in its own words.
 *
 * @param v 1
 * @param seq number of its events
 * @param hash hash of the last one, or zeros
 * @param last whether the device says that nothing will follow
 */
public record Head(
        int v, String caseId, String handover, String device, long seq, String hash, long lamport, boolean last) {
    private static final byte[] DOMAIN = Bytes.utf8("homeward handover head v1\n");

    /** What the device signs. */
    public byte[] message() {
        byte[] json = CanonicalJson.bytes(this);
        byte[] out = new byte[DOMAIN.length + json.length];
        System.arraycopy(DOMAIN, 0, out, 0, DOMAIN.length);
        System.arraycopy(json, 0, out, DOMAIN.length, json.length);
        return out;
    }
}
