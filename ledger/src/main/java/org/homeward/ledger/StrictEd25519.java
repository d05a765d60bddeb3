package org.homeward.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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

    /** The points of order 1, 2, 4 and 8 without their sign bit ("Taming the many EdDSAs", SSR 2020, table 1). */
    private static final List<byte[]> LOW_ORDER = List.of(
            hex("0100000000000000000000000000000000000000000000000000000000000000"),
            hex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            hex("0000000000000000000000000000000000000000000000000000000000000000"),
            hex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
            hex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"));

    private StrictEd25519() {}

    /** Whether a public key may be enrolled: 32 bytes, canonical, on the curve, in the subgroup of prime order. */
    public static boolean isAcceptableKey(byte[] publicKey) {
        return publicKey.length == KEY_LENGTH && !isLowOrder(publicKey) && Ed25519.validatePublicKeyFull(publicKey, 0);
    }

    /** Verifies; false also for a key of low order, a non-canonical key or a wrong length. */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return verify(point(publicKey), message, signature);
    }

    /** The point of a public key, or null when no signature of that key may be believed. */
    static Ed25519.@Nullable PublicPoint point(byte[] publicKey) {
        return publicKey.length == KEY_LENGTH && !isLowOrder(publicKey)
                ? Ed25519.validatePublicKeyPartialExport(publicKey, 0)
                : null;
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

    private static boolean isLowOrder(byte[] key) {
        byte[] unsigned = key.clone();
        unsigned[KEY_LENGTH - 1] &= 0x7f;
        return LOW_ORDER.stream().anyMatch(point -> Arrays.equals(point, unsigned));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
