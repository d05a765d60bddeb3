package org.homeward.protocol.vectors;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads envelopes from docs/protocol/envelope.md alone: the JDK's own cryptography, and none of the product's code. HPKE is written out
 * from RFC 9180, sections 4, 4.1 and 5.1.
 */
final class IndependentDecoder {
    private static final byte[] KEM = {'K', 'E', 'M', 0x00, 0x20};
    private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x00, 0x20, 0x00, 0x01, 0x00, 0x02};

    private IndependentDecoder() {}

    static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8(text)));
    }

    static boolean verifies(String publicKey, String message, String signature) throws GeneralSecurityException {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new X509EncodedKeySpec(join(prefix, Base64.getDecoder().decode(publicKey))));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(utf8(message));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    /** The draft inside an envelope. */
    static String open(String privateKey, String sealedKey, String body, String commitment)
            throws GeneralSecurityException {
        byte[] contentKey = hpkeOpen(
                Base64.getDecoder().decode(privateKey), Base64.getDecoder().decode(sealedKey), utf8(commitment));
        byte[] sealed = Base64.getDecoder().decode(body);
        return new String(
                gcm(
                        contentKey,
                        Arrays.copyOf(sealed, 12),
                        utf8(commitment),
                        Arrays.copyOfRange(sealed, 12, sealed.length)),
                StandardCharsets.UTF_8);
    }

    private static byte[] hpkeOpen(byte[] privateKey, byte[] sealed, byte[] aad) throws GeneralSecurityException {
        byte[] enc = Arrays.copyOf(sealed, 32);
        byte[] dh = agree(privateKey, enc);
        byte[] own = publicKey(privateKey);
        byte[] eaePrk = extract(new byte[0], KEM, "eae_prk", dh);
        byte[] shared = expand(eaePrk, KEM, "shared_secret", join(enc, own), 32);
        byte[] context = join(
                new byte[] {0},
                extract(new byte[0], SUITE, "psk_id_hash", new byte[0]),
                extract(new byte[0], SUITE, "info_hash", new byte[0]));
        byte[] secret = extract(shared, SUITE, "secret", new byte[0]);
        byte[] key = expand(secret, SUITE, "key", context, 32);
        byte[] nonce = expand(secret, SUITE, "base_nonce", context, 12);
        return gcm(key, nonce, aad, Arrays.copyOfRange(sealed, 32, sealed.length));
    }

    private static byte[] agree(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("X25519");
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey)));
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = publicKey[31 - i];
        }
        bigEndian[0] &= 0x7f;
        agreement.doPhase(
                factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bigEndian))),
                true);
        return agreement.generateSecret();
    }

    private static byte[] publicKey(byte[] privateKey) throws GeneralSecurityException {
        byte[] base = new byte[32];
        base[0] = 9;
        return agree(privateKey, base);
    }

    private static byte[] extract(byte[] salt, byte[] suite, String label, byte[] ikm) throws GeneralSecurityException {
        return hmac(salt.length == 0 ? new byte[32] : salt, join(utf8("HPKE-v1"), suite, utf8(label), ikm));
    }

    private static byte[] expand(byte[] prk, byte[] suite, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] labeled = join(new byte[] {0, (byte) length}, utf8("HPKE-v1"), suite, utf8(label), info);
        return Arrays.copyOf(hmac(prk, join(labeled, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] gcm(byte[] key, byte[] nonce, byte[] aad, byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(aad);
        return cipher.doFinal(sealed);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
