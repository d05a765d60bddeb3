package org.homeward.node.audit;

import java.util.Arrays;
import org.homeward.node.store.PrivateEntry;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * An entry of the node's own log.
 *
 * @param act what was done
 * @param signature of the node over the act's bytes, base64
 */
public record SignedEntry(PrivateEntry act, String signature) {
    static SignedEntry of(PrivateEntry act, SigningKey key) {
        return new SignedEntry(act, key.sign(act.bytes()));
    }

    /** The canonical bytes that are in the log. */
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /**
     * Reads an entry.
     *
     * @throws MalformedJsonException when it is not one, or not in its one spelling
     */
    public static SignedEntry parse(byte[] bytes) throws MalformedJsonException {
        SignedEntry entry = CanonicalJson.read(bytes, SignedEntry.class);
        if (!Arrays.equals(entry.bytes(), bytes)) {
            throw new MalformedJsonException("an entry that is not in its one spelling");
        }
        return entry;
    }
}
