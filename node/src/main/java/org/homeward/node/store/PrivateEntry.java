package org.homeward.node.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * An act as the node's own log has it, before the node signs it. It holds nothing of a person sought or held: to whoever has salt and
 * subject, the commitment shows what it was done to.
 *
 * @param v version of the form
 * @param number of the act on this node, from 1
 * @param sequence of the act among those of its actor, from 1
 * @param previous SHA-256 of the actor's entry before, in hex; zeros for the first
 * @param time ISO 8601, UTC
 * @param commitment HMAC-SHA-256 of the subject under its salt, in hex
 */
public record PrivateEntry(
        int v, long number, String kind, String actor, long sequence, String previous, String time, String commitment) {
    /** The version that is written. */
    public static final int VERSION = 1;

    /** The canonical bytes: what the node signs. */
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** SHA-256 of the bytes, in hex. */
    public String digest() {
        try {
            return Bytes.hex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static PrivateEntry parse(byte[] bytes) {
        try {
            return CanonicalJson.read(bytes, PrivateEntry.class);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("an act in the store was changed: restore the backup", e);
        }
    }
}
