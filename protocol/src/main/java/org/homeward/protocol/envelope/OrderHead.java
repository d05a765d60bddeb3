package org.homeward.protocol.envelope;

import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * The agency's signed word on the order of a case's first acts. Two heads of one size with different chains are proof that the
 * agency showed two orders: acts of different senders hang on no common chain but this.
 *
 * @param size how many acts
 * @param chain {@link #next} applied to each envelope's digest in order, from {@link #START}
 */
public record OrderHead(String caseId, long size, String chain, String sig) {
    /** The chain before the first act. */
    public static final String START = "0".repeat(64);

    public static String next(String chain, String envelopeDigest) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8("homeward/order/1\n" + chain + "\n" + envelopeDigest)));
    }

    public static OrderHead sign(String caseId, long size, String chain, SigningKey key) {
        OrderHead unsigned = new OrderHead(caseId, size, chain, "");
        return new OrderHead(caseId, size, chain, key.sign(unsigned.signedBytes()));
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
