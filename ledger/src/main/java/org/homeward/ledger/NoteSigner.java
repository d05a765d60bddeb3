package org.homeward.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** A private key with its name. Its secret leaves only by {@link #privateText()}. */
public final class NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final byte[] publicKey;
    private final NoteVerifier verifier;

    private NoteSigner(byte[] seed, NoteVerifier verifier) {
        this.seed = seed;
        this.publicKey = verifier.publicKey();
        this.verifier = verifier;
    }

    /** A new key of 256 random bits. Refused only for a bad name. */
    public static Result<NoteSigner> generate(String name, KeyType type, SecureRandom random) {
        byte[] seed = new byte[StrictEd25519.KEY_LENGTH];
        random.nextBytes(seed);
        return ofSeed(name, type, seed);
    }

    /** The key of a 32-byte seed (RFC 8032 seed, or FIPS 204 xi). */
    public static Result<NoteSigner> ofSeed(String name, KeyType type, byte[] seed) {
        if (seed.length != StrictEd25519.KEY_LENGTH) {
            return Result.refused("key.length", "A private key has 32 bytes.");
        }
        byte[] publicKey = type == KeyType.ML_DSA_44 ? MlDsa44.publicKey(seed) : StrictEd25519.publicKey(seed);
        return NoteVerifier.of(name, type, publicKey).then(v -> Result.ok(new NoteSigner(seed.clone(), v)));
    }

    /** Reads {@code PRIVATE+KEY+name+keyid+base64(type || seed)}. */
    public static Result<NoteSigner> parse(String text) {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        byte[] material = parts.length == 3 ? Base64Strict.decode(parts[2]) : null;
        KeyType type = material == null || material.length == 0 ? null : KeyType.of(material[0]);
        if (material == null || type == null) {
            return Result.refused("key.private-form", "A private key has the form PRIVATE+KEY+name+keyid+base64.");
        }
        return ofSeed(parts[0], type, Arrays.copyOfRange(material, 1, material.length))
                .then(signer -> signer.privateText().equals(text)
                        ? Result.ok(signer)
                        : Result.refused("key.id", "The key id in the private key does not fit its name and key."));
    }

    /** The secret text form; keep it in a file that only its owner may read. */
    public String privateText() {
        return PREFIX
                + verifier.name()
                + "+"
                + HexFormat.of().toHexDigits(verifier.keyId())
                + "+"
                + NoteVerifier.encode(verifier.type(), seed);
    }

    /** The public half. */
    public NoteVerifier verifier() {
        return verifier;
    }

    /**
     * Signs a note text.
     *
     * @param posixSeconds time of signing, used by the timestamped types only
     * @throws IllegalArgumentException if a timestamped type is asked to sign what is no checkpoint
     */
    public SignedNote.Line sign(String text, long posixSeconds) {
        byte[] signature;
        if (verifier.type() == KeyType.ED25519) {
            signature = StrictEd25519.sign(seed, publicKey, text.getBytes(StandardCharsets.UTF_8));
        } else {
            byte[] message = NoteVerifier.cosigned(verifier.name(), verifier.type(), text, posixSeconds);
            if (message == null || posixSeconds < 0) {
                throw new IllegalArgumentException("a co-signature covers a checkpoint and a time after 1970");
            }
            byte[] raw = verifier.type() == KeyType.COSIGNATURE_V1
                    ? StrictEd25519.sign(seed, publicKey, message)
                    : MlDsa44.sign(seed, message);
            signature = ByteBuffer.allocate(8 + raw.length)
                    .putLong(posixSeconds)
                    .put(raw)
                    .array();
        }
        return SignedNote.Line.of(verifier.name(), verifier.keyId(), signature);
    }

    @Override
    public String toString() {
        return "signer of " + verifier.name();
    }
}
