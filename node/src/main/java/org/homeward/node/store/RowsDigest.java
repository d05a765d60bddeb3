package org.homeward.node.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One digest of the commitments to all rows of a batch, in their order: what the node's own log says of the batch. */
public final class RowsDigest {
    private final MessageDigest digest;

    /** Of no rows yet. */
    public RowsDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        digest.update("homeward rows 1\n".getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Adds the next row.
     *
     * @param commitment 64 hex digits; what is none is taken as its text, so that it only ever gives another digest
     */
    public void add(String commitment) {
        digest.update(commitment.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** The digest in hex; ends this object's use. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
