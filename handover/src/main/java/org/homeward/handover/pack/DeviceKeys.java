package org.homeward.handover.pack;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * What makes a computer the device of a day. On its disk only under a pass phrase: whoever steals the device has a file to guess at.
 *
 * @param device id in the roster
 * @param signing private Ed25519 key, base64
 * @param sealing private X25519 key, base64
 * @param officer id of the officer who holds the device
 * @param officerKey his private Ed25519 key, base64
 * @param trusts public key of the officer of the same side who makes its packs, base64
 */
public record DeviceKeys(
        String device, String signing, String sealing, String officer, String officerKey, String trusts) {
    /** Shortest pass phrase, characters. */
    public static final int SHORTEST = 8;

    /** Argon2id (RFC 9106, second recommended option): 64 MiB, three passes. */
    private static final int MEMORY_KIB = 64 << 10;

    private static final int PASSES = 3;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private record Locked(int v, String salt, String nonce, String sealed) {}

    public SigningKey signingKey() {
        return SigningKey.fromPrivateText(signing);
    }

    public SigningKey officerSigningKey() {
        return SigningKey.fromPrivateText(officerKey);
    }

    /** The keys under a pass phrase, as a file. */
    public byte[] lock(String passPhrase, SecureRandom random) {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key(passPhrase, salt), nonce).doFinal(CanonicalJson.bytes(this));
            return CanonicalJson.bytes(new Locked(1, Bytes.base64(salt), Bytes.base64(nonce), Bytes.base64(sealed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Opens the file; one refusal for a wrong pass phrase and a changed file, which cannot be told apart. */
    public static Result<DeviceKeys> unlock(byte[] file, String passPhrase) {
        try {
            Locked locked = CanonicalJson.read(file, Locked.class);
            if (locked.v() != 1 || locked.salt() == null || locked.nonce() == null || locked.sealed() == null) {
                return Result.refused("keys.file", "The file does not hold the keys of a device.");
            }
            byte[] key = key(passPhrase, Bytes.fromBase64(locked.salt()));
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, Bytes.fromBase64(locked.nonce()))
                    .doFinal(Bytes.fromBase64(locked.sealed()));
            DeviceKeys keys = CanonicalJson.read(plain, DeviceKeys.class);
            SealingKey.fromPrivateText(keys.sealing());
            keys.signingKey();
            keys.officerSigningKey();
            return Result.ok(keys);
        } catch (MalformedJsonException | IllegalArgumentException e) {
            return Result.refused("keys.file", "The file does not hold the keys of a device.");
        } catch (GeneralSecurityException e) {
            return Result.refused("keys.pass", "The pass phrase is wrong, or the file was changed.");
        }
    }

    private static byte[] key(String passPhrase, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(4)
                .build());
        byte[] key = new byte[32];
        generator.generateBytes(Bytes.utf8(passPhrase), key);
        return key;
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
