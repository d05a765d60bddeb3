package org.homeward.protocol.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * A key to which others seal: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Immutable and
 * safe for threads.
 */
public final class SealingKey {
    private static final int ENCAPSULATION = 32;

    private final X25519PrivateKeyParameters privateKey;

    private SealingKey(X25519PrivateKeyParameters privateKey) {
        this.privateKey = privateKey;
    }

    public static SealingKey generate(java.security.SecureRandom random) {
        return new SealingKey(new X25519PrivateKeyParameters(random));
    }

    /** @throws IllegalArgumentException when the text is not 32 bytes in base64 */
    public static SealingKey fromPrivateText(String base64) {
        byte[] bytes = Bytes.fromBase64(base64);
        if (bytes.length != X25519PrivateKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("a sealing key of " + bytes.length + " bytes, expected 32");
        }
        return new SealingKey(new X25519PrivateKeyParameters(bytes, 0));
    }

    public String privateText() {
        return Bytes.base64(privateKey.getEncoded());
    }

    public String publicText() {
        return Bytes.base64(privateKey.generatePublicKey().getEncoded());
    }

    /**
     * Seals for one recipient.
     *
     * @param aad what the seal is bound to, sent in the clear
     * @return encapsulation and ciphertext, base64
     */
    public static String seal(String recipient, byte[] aad, byte[] message) {
        return seal(recipient, aad, message, CryptoServicesRegistrar.getSecureRandom());
    }

    /** The same with a random source of the caller's. */
    public static String seal(String recipient, byte[] aad, byte[] message, SecureRandom random) {
        try {
            X25519PrivateKeyParameters once = new X25519PrivateKeyParameters(random);
            HPKEContextWithEncapsulation context = hpke().setupBaseS(
                            new X25519PublicKeyParameters(Bytes.fromBase64(recipient), 0),
                            new byte[0],
                            new AsymmetricCipherKeyPair(once.generatePublicKey(), once));
            byte[] encapsulation = context.getEncapsulation();
            byte[] ciphertext = context.seal(aad, message);
            byte[] out = Arrays.copyOf(encapsulation, encapsulation.length + ciphertext.length);
            System.arraycopy(ciphertext, 0, out, encapsulation.length, ciphertext.length);
            return Bytes.base64(out);
        } catch (InvalidCipherTextException e) {
            throw new IllegalArgumentException("the recipient's sealing key cannot be used", e);
        }
    }

    /** What was sealed to this key, or {@code null} when it was sealed to another or changed on the way. */
    public byte @Nullable [] open(byte[] aad, String sealed) {
        try {
            byte[] all = Bytes.fromBase64(sealed);
            if (all.length <= ENCAPSULATION) {
                return null;
            }
            byte[] encapsulation = Arrays.copyOf(all, ENCAPSULATION);
            byte[] ciphertext = Arrays.copyOfRange(all, ENCAPSULATION, all.length);
            AsymmetricCipherKeyPair pair = new AsymmetricCipherKeyPair(privateKey.generatePublicKey(), privateKey);
            return hpke().open(encapsulation, pair, new byte[0], aad, ciphertext, null, null, null);
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            return null;
        }
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
