package org.homeward.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A log of somebody else, written from the C2SP documents and RFC 6962 section 2.1 with the JDK alone: what the verifier takes
 * for the format is then not only what our own writer makes of it. Uses nothing of what is under test, and is slow and plain.
 */
final class ForeignLog {
    /** RFC 6962 2.1: what is hashed before a leaf and before a node. A log that does it otherwise is a planted fault. */
    record Prefixes(int leaf, int node) {}

    static final Prefixes RFC_6962 = new Prefixes(0, 1);

    final Map<String, byte[]> files = new TreeMap<>();
    final String body;

    /** The folder of a log of these entries, without its checkpoint's signatures. */
    ForeignLog(String origin, List<byte[]> entries, Prefixes prefixes) {
        int size = entries.size();
        List<byte[]> leaves = entries.stream()
                .map(entry -> sha256(new byte[] {(byte) prefixes.leaf()}, entry))
                .toList();
        // "The n-th tile at level l is MTH(D[(n * 256 + i) * 256**l : (n * 256 + i + 1) * 256**l]), i from 0 to 255."
        int span = 1;
        for (int level = 0; span <= size; level++, span *= 256) {
            int hashes = size / span;
            for (int n = 0; n * 256 < hashes; n++) {
                int width = Math.min(256, hashes - n * 256);
                ByteArrayOutputStream tile = new ByteArrayOutputStream();
                for (int i = n * 256; i < n * 256 + width; i++) {
                    tile.writeBytes(mth(leaves, i * span, (i + 1) * span, prefixes));
                }
                files.put("tile/" + level + "/" + path(n, width), tile.toByteArray());
            }
        }
        for (int n = 0; n * 256 < size; n++) {
            int width = Math.min(256, size - n * 256);
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            for (byte[] entry : entries.subList(n * 256, n * 256 + width)) {
                bundle.write(entry.length >> 8);
                bundle.write(entry.length);
                bundle.writeBytes(entry);
            }
            files.put("tile/entries/" + path(n, width), bundle.toByteArray());
        }
        byte[] root = size == 0 ? sha256() : mth(leaves, 0, size, prefixes);
        body = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    ForeignLog(String origin, List<byte[]> entries) {
        this(origin, entries, RFC_6962);
    }

    /** "Encoded into zero-padded 3-digit path elements. All but the last MUST begin with an x." */
    private static String path(int n, int width) {
        String digits = Integer.toString(n);
        digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        StringBuilder path = new StringBuilder();
        for (int at = 0; at < digits.length(); at += 3) {
            boolean last = at + 3 == digits.length();
            path.append(last ? "" : "x").append(digits, at, at + 3).append(last ? "" : "/");
        }
        return path + (width == 256 ? "" : ".p/" + width);
    }

    /** MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])), k the largest power of two smaller than n. */
    private static byte[] mth(List<byte[]> leaves, int from, int to, Prefixes prefixes) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int k = 1;
        while (2 * k < to - from) {
            k *= 2;
        }
        return sha256(
                new byte[] {(byte) prefixes.node()},
                mth(leaves, from, from + k, prefixes),
                mth(leaves, from + k, to, prefixes));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the signed checkpoint in its place. */
    ForeignLog sign(String... lines) {
        return checkpoint(body + "\n" + String.join("", lines));
    }

    ForeignLog checkpoint(String note) {
        files.put("checkpoint", note.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** A signature line of any key whatever: dash, name, base64 of key id and signature. */
    static String line(String name, byte[] keyId, byte[]... signature) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(keyId);
        Arrays.stream(signature).forEach(all::writeBytes);
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(all.toByteArray()) + "\n";
    }

    /** Somebody who signs. The type is the signature type identifier byte: 1, 4 or 6. */
    record Signer(String name, int type, KeyPair pair) {
        static Signer of(String name, int type, int seed) {
            try {
                KeyPairGenerator keys = KeyPairGenerator.getInstance(type == 6 ? "ML-DSA-44" : "Ed25519");
                keys.initialize(type == 6 ? NamedParameterSpec.ML_DSA_44 : NamedParameterSpec.ED25519, fixed(seed));
                return new Signer(name, type, keys.generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static SecureRandom fixed(int seed) {
            return new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    Arrays.fill(bytes, (byte) seed);
                }
            };
        }

        /** The last bytes of the SubjectPublicKeyInfo are the raw key. */
        byte[] key() {
            byte[] encoded = pair.getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - (type == 6 ? 1312 : 32), encoded.length);
        }

        byte[] keyId() {
            byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(sha256(head, new byte[] {(byte) type}, key()), 4);
        }

        String vkey() {
            ByteBuffer material = ByteBuffer.allocate(1 + key().length);
            material.put((byte) type).put(key());
            return "%s+%08x+%s"
                    .formatted(
                            name,
                            ByteBuffer.wrap(keyId()).getInt(),
                            Base64.getEncoder().encodeToString(material.array()));
        }

        /** The signature line of this key under a checkpoint. */
        String line(String body, long time) {
            byte[] text = body.getBytes(StandardCharsets.UTF_8);
            byte[] clock = ByteBuffer.allocate(8).putLong(time).array();
            return switch (type) {
                case 1 -> ForeignLog.line(name, keyId(), raw(text));
                case 4 -> {
                    byte[] head = ("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.UTF_8);
                    yield ForeignLog.line(name, keyId(), clock, raw(head, text));
                }
                default -> ForeignLog.line(name, keyId(), clock, raw(subtree(body, clock)));
            };
        }

        private byte[] subtree(String body, byte[] clock) {
            String[] lines = body.split("\n");
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes("subtree/v1\n\0".getBytes(StandardCharsets.UTF_8));
            vector(message, name);
            message.writeBytes(clock);
            vector(message, lines[0]);
            message.writeBytes(ByteBuffer.allocate(16)
                    .putLong(0)
                    .putLong(Long.parseLong(lines[1]))
                    .array());
            message.writeBytes(Base64.getDecoder().decode(lines[2]));
            return message.toByteArray();
        }

        /** RFC 8446 3.4: opaque with at most 255 bytes has a length of one byte before it. */
        private static void vector(ByteArrayOutputStream out, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }

        private byte[] raw(byte[]... message) {
            try {
                Signature signature = Signature.getInstance(type == 6 ? "ML-DSA-44" : "Ed25519");
                signature.initSign(pair.getPrivate(), fixed(9));
                for (byte[] part : message) {
                    signature.update(part);
                }
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
