package org.homeward.protocol.bundle;

import java.util.Map;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every file of a bundle with its SHA-256, signed by the node that wrote it.
 *
 * @param files path with forward slashes, relative to the bundle, to digest in hex
 * @param by participant id of the node that wrote the bundle
 */
public record Manifest(int v, String caseId, String by, Map<String, String> files, String sig) {
    /** The manifest's own file. */
    public static final String FILE = "manifest.json";

    public static Manifest sign(String caseId, String by, Map<String, String> files, SigningKey key) {
        Manifest unsigned = new Manifest(1, caseId, by, files, "");
        return new Manifest(1, caseId, by, files, key.sign(unsigned.signedBytes()));
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
