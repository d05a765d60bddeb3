package org.homeward.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/** A public key with its name: checks the signatures of one signer. Immutable; equal when name, type and key are. */
public final class NoteVerifier {
    private final String name;
    private final KeyType type;
    private final byte[] key;
    private final int keyId;
    private final Ed25519.@Nullable PublicPoint point;

    private NoteVerifier(String name, KeyType type, byte[] key) {
        this.name = name;
        this.type = type;
        this.key = key;
        this.keyId = keyId(name, type, key);
        this.point = type == KeyType.ML_DSA_44 ? null : StrictEd25519.point(key);
    }

    /** Enrols a key; refuses a bad name, a wrong length, a low-order or non-canonical Ed25519 key. */
    public static Result<NoteVerifier> of(String name, KeyType type, byte[] publicKey) {
        if (!SignedNote.isKeyName(name)) {
            return Result.refused("key.name", "A key name must be non-empty, without spaces and plus signs.");
        }
        if (publicKey.length != type.publicLength) {
            return Result.refused(
                    "key.length", "The public key of " + name + " must have " + type.publicLength + " bytes.");
        }
        if (type != KeyType.ML_DSA_44 && !StrictEd25519.isAcceptableKey(publicKey)) {
            return Result.refused(
                    "key.weak",
                    "The public key of " + name + " is of low order or not in canonical form: ask for a new key.");
        }
        return Result.ok(new NoteVerifier(name, type, publicKey.clone()));
    }

    /** Reads the text form {@code name+keyid+base64}. */
    public static Result<NoteVerifier> parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            return Result.refused("key.form", "A verifier key has the form name+keyid+base64.");
        }
        byte[] material = Base64Strict.decode(parts[2]);
        KeyType type = material == null || material.length == 0 ? null : KeyType.of(material[0]);
        if (material == null || type == null) {
            return Result.refused("key.type", "The verifier key is not base64 or of a type that is not known here.");
        }
        return of(parts[0], type, Arrays.copyOfRange(material, 1, material.length))
                .then(parsed -> parsed.vkey().equals(vkey)
                        ? Result.ok(parsed)
                        : Result.refused("key.id", "The key id in the verifier key does not fit its name and key."));
    }

    /** The text form, read back by {@link #parse}. */
    public String vkey() {
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+" + encode(type, key);
    }

    /** The signer's name. */
    public String name() {
        return name;
    }

    /** The kind of signature. */
    public KeyType type() {
        return type;
    }

    /** Four bytes, big-endian. */
    public int keyId() {
        return keyId;
    }

    /** A copy of the raw public key. */
    public byte[] publicKey() {
        return key.clone();
    }

    /** Whether this is the signature (without the key id) of this key over the note text. */
    public boolean verify(String text, byte[] signature) {
        if (type == KeyType.ED25519) {
            return StrictEd25519.verify(point, text.getBytes(StandardCharsets.UTF_8), signature);
        }
        int rawLength = type == KeyType.COSIGNATURE_V1 ? StrictEd25519.SIGNATURE_LENGTH : MlDsa44.SIGNATURE_LENGTH;
        if (signature.length != 8 + rawLength) {
            return false;
        }
        long time = ByteBuffer.wrap(signature).getLong();
        byte[] message = time < 0 ? null : cosigned(name, type, text, time);
        byte[] raw = Arrays.copyOfRange(signature, 8, signature.length);
        if (message == null) {
            return false;
        }
        return type == KeyType.COSIGNATURE_V1
                ? StrictEd25519.verify(point, message, raw)
                : MlDsa44.verify(key, message, raw);
    }

    /** The message that a co-signature signs, or null when the text is not a checkpoint. */
    static byte @Nullable [] cosigned(String name, KeyType type, String text, long time) {
        if (!(Checkpoint.parse(text) instanceof Result.Ok<Checkpoint>(Checkpoint checkpoint))) {
            return null;
        }
        if (type == KeyType.COSIGNATURE_V1) {
            return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
        }
        byte[] signer = name.getBytes(StandardCharsets.UTF_8);
        byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
        if (signer.length > 255 || origin.length > 255) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
        out.write(signer.length);
        out.writeBytes(signer);
        out.writeBytes(ByteBuffer.allocate(8).putLong(time).array());
        out.write(origin.length);
        out.writeBytes(origin);
        out.writeBytes(
                ByteBuffer.allocate(16).putLong(0).putLong(checkpoint.size()).array());
        out.writeBytes(checkpoint.root().bytes());
        return out.toByteArray();
    }

    static int keyId(String name, KeyType type, byte[] key) {
        MessageDigest digest = MerkleTree.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) type.code);
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    static String encode(KeyType type, byte[] key) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(1 + key.length)
                        .put((byte) type.code)
                        .put(key)
                        .array());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteVerifier v && name.equals(v.name) && type == v.type && Arrays.equals(key, v.key);
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    @Override
    public String toString() {
        return vkey();
    }
}
