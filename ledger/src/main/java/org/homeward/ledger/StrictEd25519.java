package org.homeward.ledger;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * Ed25519 (RFC 8032) between hostile parties.
 *
 * <p>Under a key of low order one fixed signature verifies for every message, so whoever enrols such a key can disown
 * all it signs; and a key with two encodings has two identities. Both are refused at enrolment and at each verification,
 * and a signature has exactly 64 bytes.
 */
public final class StrictEd25519 {
    /** Length of a seed (private key) and of a public key, in bytes. */
    public static final int KEY_LENGTH = 32;

    /** Length of a signature in bytes. */
    public static final int SIGNATURE_LENGTH = 64;

    private StrictEd25519() {}

    /** Whether a public key may be enrolled: 32 bytes, canonical, on the curve, in the subgroup of prime order. */
    public static boolean isAcceptableKey(byte[] publicKey) {
        return publicKey.length == KEY_LENGTH && Ed25519.validatePublicKeyFull(publicKey, 0);
    }

    /** Verifies; false also for a key of low order, a non-canonical key or a wrong length. */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return verify(point(publicKey), message, signature);
    }

    /** The point of a public key, or null when it is not canonical, not on the curve, or of order 1, 2, 4 or 8. */
    static Ed25519.@Nullable PublicPoint point(byte[] publicKey) {
        return publicKey.length == KEY_LENGTH ? Ed25519.validatePublicKeyPartialExport(publicKey, 0) : null;
    }

    /** The same for a point that is at hand: finding it costs a fifth of a verification. */
    static boolean verify(Ed25519.@Nullable PublicPoint point, byte[] message, byte[] signature) {
        return point != null
                && signature.length == SIGNATURE_LENGTH
                && Ed25519.verify(signature, 0, point, message, 0, message.length);
    }

    /** Signs with a 32-byte seed; returns 64 bytes. */
    public static byte[] sign(byte[] seed, byte[] message) {
        byte[] signature = new byte[SIGNATURE_LENGTH];
        Ed25519.sign(requireSeed(seed), 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** As {@link #sign(byte[], byte[])}, in half the time, when the public key of the seed is at hand. */
    static byte[] sign(byte[] seed, byte[] publicKey, byte[] message) {
        byte[] signature = new byte[SIGNATURE_LENGTH];
        Ed25519.sign(requireSeed(seed), 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** The public key of a 32-byte seed. */
    public static byte[] publicKey(byte[] seed) {
        byte[] key = new byte[KEY_LENGTH];
        Ed25519.generatePublicKey(requireSeed(seed), 0, key, 0);
        return key;
    }

    private static byte[] requireSeed(byte[] seed) {
        if (seed.length != KEY_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
        }
        return seed;
    }
}
