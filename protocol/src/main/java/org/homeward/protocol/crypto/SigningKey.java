package org.homeward.protocol.crypto;

import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.ledger.StrictEd25519;

/**
 * An Ed25519 key pair (RFC 8032). Immutable and safe for threads.
 *
 * <p>Verification refuses public keys outside the prime-order subgroup and signatures of any length but 64: with a
 * low-order key one signature would verify for every message, and its owner could disown all he signed.
 */
public final class SigningKey {
    /** A case has some dozens of keys; a stranger's must not fill the memory. */
    private static final int MOST_KNOWN = 4_096;

    /** Keys found sound before: finding it out costs as much as verifying a signature. */
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private final byte[] seed;
    private final byte[] publicKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        this.publicKey = StrictEd25519.publicKey(seed);
    }

    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[StrictEd25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    /** @throws IllegalArgumentException when the text is not a 32-byte seed in base64 */
    public static SigningKey fromPrivateText(String base64) {
        byte[] seed = Bytes.fromBase64(base64);
        if (seed.length != StrictEd25519.KEY_LENGTH) {
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
        return Bytes.base64(StrictEd25519.sign(seed, message));
    }

    /** Whether the text is a public key that may be enrolled: 32 canonical bytes, of full order. */
    public static boolean isSound(String publicText) {
        if (KNOWN.contains(publicText)) {
            return true;
        }
        try {
            boolean sound = StrictEd25519.isAcceptableKey(Bytes.fromBase64(publicText));
            if (sound) {
                if (KNOWN.size() >= MOST_KNOWN) {
                    KNOWN.clear();
                }
                KNOWN.add(publicText);
            }
            return sound;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static boolean verifies(String publicText, byte[] message, String signature) {
        if (!isSound(publicText)) {
            return false;
        }
        try {
            return StrictEd25519.verify(Bytes.fromBase64(publicText), message, Bytes.fromBase64(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
