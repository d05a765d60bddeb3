package org.homeward.protocol.envelope;

import java.time.Instant;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * A node's signed word that it has an envelope: "list not received" can then be disproved.
 *
 * @param envelope digest of the envelope
 * @param outcome {@code ACCEPTED}, or the code of the refusal
 * @param sig Ed25519 over the canonical bytes of everything but this member, base64
 */
public record Receipt(String caseId, String envelope, String by, String at, String outcome, String sig) {
    public static Receipt sign(String caseId, String envelope, String by, Instant at, String outcome, SigningKey key) {
        Receipt unsigned = new Receipt(caseId, envelope, by, at.toString(), outcome, "");
        return new Receipt(caseId, envelope, by, unsigned.at(), outcome, key.sign(unsigned.signedBytes()));
    }

    public boolean isSignedBy(String publicKey) {
        return SigningKey.verifies(publicKey, signedBytes(), sig);
    }

    private byte[] signedBytes() {
        ObjectNode tree = (ObjectNode) CanonicalJson.tree(this);
        tree.remove("sig");
        return CanonicalJson.bytes(tree);
    }
}
