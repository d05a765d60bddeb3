package org.homeward.node.families;

import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * A notice as a file that anybody can check without a network. What goes by mail leaves {@code words} and {@code salt} empty: the
 * signature holds for both forms, because it is over the digest of the two, and the salt keeps the digest from being tried with each
 * of the few texts that there are.
 *
 * @param v format, 1
 * @param node the bureau that wrote it
 * @param issued moment, ISO-8601
 * @param digest SHA-256 of salt and words, in hex
 * @param code short code on every copy; follows from node, issued and digest
 * @param key public key of the bureau, base64; whoever checks compares it with the one on the family's receipt
 * @param signature of the bureau over {@link #signed}
 */
public record NoticeFile(
        int v,
        String node,
        String issued,
        String digest,
        String code,
        String words,
        String salt,
        String key,
        String signature) {

    /** What a check finds. */
    public enum Found {
        /** All of it holds, the words too. */
        HOLDS,
        /** The signature holds; this copy leaves the words out. */
        HOLDS_WITHOUT_WORDS,
        /** The words are not those that were signed. */
        OTHER_WORDS,
        /** The short code is not this notice's. */
        OTHER_CODE,
        /** The bureau's key did not sign it. */
        NOT_SIGNED,
        /** It is signed by another key than the one to compare with. */
        OTHER_KEY
    }

    /** A notice with its words. */
    public static NoticeFile sign(String node, String issued, String words, String salt, SigningKey key) {
        String digest = digest(salt, words);
        byte[] signed = signed(node, issued, digest);
        return new NoticeFile(
                1,
                node,
                issued,
                digest,
                Codes.ofNotice(Bytes.sha256(signed)),
                words,
                salt,
                key.publicText(),
                key.sign(signed));
    }

    /** The same notice without what it says. */
    public NoticeFile withoutWords() {
        return new NoticeFile(v, node, issued, digest, code, "", "", key, signature);
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** @throws MalformedJsonException when the bytes are no notice */
    public static NoticeFile read(byte[] bytes) throws MalformedJsonException {
        return CanonicalJson.read(bytes, NoticeFile.class);
    }

    /** @param expected the key to compare with; empty where none is at hand */
    public Found check(String expected) {
        if (!expected.isEmpty() && !expected.equals(key)) {
            return Found.OTHER_KEY;
        }
        byte[] signed = signed(node, issued, digest);
        if (v != 1 || !SigningKey.verifies(key, signed, signature)) {
            return Found.NOT_SIGNED;
        }
        if (!Codes.ofNotice(Bytes.sha256(signed)).equals(code)) {
            return Found.OTHER_CODE;
        }
        if (words.isEmpty() && salt.isEmpty()) {
            return Found.HOLDS_WITHOUT_WORDS;
        }
        return digest(salt, words).equals(digest) ? Found.HOLDS : Found.OTHER_WORDS;
    }

    private static String digest(String salt, String words) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8(salt + "\n" + words)));
    }

    private static byte[] signed(String node, String issued, String digest) {
        return Bytes.utf8("homeward/notice/1\n" + node + "\n" + issued + "\n" + digest + "\n");
    }
}
