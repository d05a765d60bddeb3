package org.homeward.protocol.exchange;

import java.util.List;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;

/**
 * What all three sign: the terms and the frozen lists, as one document whose bytes are canonical JSON.
 *
 * @param version 1 for the lists as they were frozen; each amendment that all three sign makes the next
 * @param amends digest of the version before; 64 zeros for the first
 * @param changes the whole difference to the version before; none in the first
 */
public record Agreement(
        int version,
        String caseId,
        String participantsDigest,
        Terms terms,
        Act.Proposal proposal,
        String amends,
        List<Amendment.Change> changes) {
    public Agreement {
        changes = List.copyOf(changes);
    }

    /** The agreement over lists as they were frozen. */
    public static Agreement first(String caseId, String participantsDigest, Terms terms, Act.Proposal proposal) {
        return new Agreement(1, caseId, participantsDigest, terms, proposal, ActRecord.NONE, List.of());
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    public String digest() {
        return Bytes.hex(Bytes.sha256(bytes()));
    }
}
