package org.homeward.ledger;

import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 value: exactly 32 bytes, compared by content. */
public final class Hash {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies 32 bytes; any other length is a bug of the caller. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Takes 32 bytes that nobody else will change. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    /** The bytes themselves, to be read only. */
    byte[] shared() {
        return bytes;
    }

    /** Reads the one canonical base64 form; 32 bytes, padded, nothing else. */
    public static Result<Hash> parse(String base64) {
        byte[] bytes = Base64Strict.decode(base64);
        return bytes != null && bytes.length == LENGTH
                ? Result.ok(new Hash(bytes))
                : Result.refused("hash.base64", "A hash line is not the base64 of exactly 32 bytes.");
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Standard base64 with padding, 44 characters. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Hash h && Arrays.equals(bytes, h.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
