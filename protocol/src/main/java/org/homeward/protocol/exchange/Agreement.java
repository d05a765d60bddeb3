package org.homeward.protocol.exchange;

import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;

/** What all three sign: the terms and the frozen lists, as one document whose bytes are canonical JSON. */
public record Agreement(int version, String caseId, String participantsDigest, Terms terms, Act.Proposal proposal) {
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    public String digest() {
        return Bytes.hex(Bytes.sha256(bytes()));
    }
}
