package org.homeward.protocol.crypto;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 key pair (RFC 8032). Immutable and safe for threads.
 *
 * <p>Verification refuses public keys outside the prime-order subgroup and signatures of any length but 64: with a
 * low-order key one signature would verify for every message, and its owner could disown all he signed.
 */
public final class SigningKey {
    private final byte[] seed;
    private final byte[] publicKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        this.publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    }

    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    /** @throws IllegalArgumentException when the text is not a 32-byte seed in base64 */
    public static SigningKey fromPrivateText(String base64) {
        byte[] seed = Bytes.fromBase64(base64);
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("a private key of " + seed.length + " bytes, expected 32");
        }
        return new SigningKey(seed);
    }

    public String privateText() {
        return Bytes.base64(seed);
    }

    public String publicText() {
        return Bytes.base64(publicKey);
    }

    /** The signature, 64 bytes in base64. */
    public String sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return Bytes.base64(signature);
    }

    /** Whether the text is a public key that may be enrolled: 32 canonical bytes, of full order. */
    public static boolean isSound(String publicText) {
        try {
            byte[] key = Bytes.fromBase64(publicText);
            return key.length == Ed25519.PUBLIC_KEY_SIZE && Ed25519.validatePublicKeyFull(key, 0);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static boolean verifies(String publicText, byte[] message, String signature) {
        if (!isSound(publicText)) {
            return false;
        }
        try {
            byte[] bytes = Bytes.fromBase64(signature);
            return bytes.length == Ed25519.SIGNATURE_SIZE
                    && Ed25519.verify(bytes, 0, Bytes.fromBase64(publicText), 0, message, 0, message.length);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
