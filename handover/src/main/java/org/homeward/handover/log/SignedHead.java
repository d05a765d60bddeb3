package org.homeward.handover.log;

import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** A head with its device's signature: what devices show each other when they meet. */
public record SignedHead(Head head, String signature) {
    /** The canonical bytes. */
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** Reads canonical bytes. */
    public static SignedHead parse(byte[] bytes) throws MalformedJsonException {
        SignedHead signed = CanonicalJson.read(bytes, SignedHead.class);
        if (signed.head() == null || signed.signature() == null || signed.head().hash() == null) {
            throw new MalformedJsonException("an end without its members");
        }
        return signed;
    }
}
