package org.homeward.node.families;

import java.util.List;
import org.homeward.node.store.ReleaseSignatures.What;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * A notice as a file that anybody can check without a network. What goes by mail leaves {@code words} and {@code salt} empty: the
 * signature holds for both forms, because it is over the digest of the two, and the salt keeps the digest from being tried with each
 * of the few texts that there are.
 *
 * @param v format, 2
 * @param node the bureau that wrote it
 * @param issued moment, ISO-8601
 * @param digest SHA-256 of salt and words, in hex
 * @param code short code on every copy; follows from node, issued and digest
 * @param key public key of the bureau, base64; whoever checks compares it with the one on the family's receipt
 * @param signature of the bureau over {@link #signed}
 * @param releases who asked that it leave and who released it, each by his own signature; none on a notice that has not left
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
        String signature,
        List<Release> releases) {
    private static final int VERSION = 2;

    public NoticeFile {
        releases = releases == null ? List.of() : List.copyOf(releases);
    }

    /**
     * One person's hand in a notice. His name is not here, because the file goes by mail.
     *
     * @param act {@code ASK} or {@code RELEASE}
     * @param key his key, as {@link PersonKey} reads it
     * @param signature of his key over the text of the release
     * @param vouched the bureau's signature that this is the key of one of its people
     */
    public record Release(String act, String person, String key, String signature, String vouched) {}

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
        OTHER_KEY,
        /** The two people who are said to have let it out did not, or are one. */
        NOT_RELEASED
    }

    /** A notice with its words. */
    public static NoticeFile sign(String node, String issued, String words, String salt, SigningKey key) {
        String digest = digest(salt, words);
        byte[] signed = signed(node, issued, digest);
        return new NoticeFile(
                VERSION,
                node,
                issued,
                digest,
                Codes.ofNotice(Bytes.sha256(signed)),
                words,
                salt,
                key.publicText(),
                key.sign(signed),
                List.of());
    }

    /** The same notice with the signatures of those who let it out. */
    NoticeFile with(List<Release> by) {
        return new NoticeFile(v, node, issued, digest, code, words, salt, key, signature, by);
    }

    /** The same notice without what it says. */
    public NoticeFile withoutWords() {
        return new NoticeFile(v, node, issued, digest, code, "", "", key, signature, releases);
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** @throws MalformedJsonException when the bytes are no notice */
    public static NoticeFile read(byte[] bytes) throws MalformedJsonException {
        NoticeFile file = CanonicalJson.read(bytes, NoticeFile.class);
        boolean whole = file.node() != null
                && file.issued() != null
                && file.digest() != null
                && file.code() != null
                && file.words() != null
                && file.salt() != null
                && file.key() != null
                && file.signature() != null
                && file.releases().stream().allMatch(NoticeFile::whole);
        if (!whole) {
            throw new MalformedJsonException("a value is missing");
        }
        return file;
    }

    private static boolean whole(Release release) {
        return release.act() != null
                && release.person() != null
                && release.key() != null
                && release.signature() != null
                && release.vouched() != null;
    }

    /** @param expected the key to compare with; empty where none is at hand */
    public Found check(String expected) {
        if (!expected.isEmpty() && !expected.equals(key)) {
            return Found.OTHER_KEY;
        }
        byte[] signed = signed(node, issued, digest);
        if (v != VERSION || !SigningKey.verifies(key, signed, signature)) {
            return Found.NOT_SIGNED;
        }
        if (!Codes.ofNotice(Bytes.sha256(signed)).equals(code)) {
            return Found.OTHER_CODE;
        }
        if (!released()) {
            return Found.NOT_RELEASED;
        }
        if (words.isEmpty() && salt.isEmpty()) {
            return Found.HOLDS_WITHOUT_WORDS;
        }
        return digest(salt, words).equals(digest) ? Found.HOLDS : Found.OTHER_WORDS;
    }

    /** Either by two people of the bureau, or by nobody yet: then it is a draft. */
    private boolean released() {
        return releases.isEmpty()
                || releases.size() == 2
                        && releases.get(0).act().equals(What.ASK.name())
                        && releases.get(1).act().equals(What.RELEASE.name())
                        && !releases.get(0).person().equals(releases.get(1).person())
                        && PersonKey.parts(releases.get(0).key()).stream()
                                .noneMatch(PersonKey.parts(releases.get(1).key())::contains)
                        && releases.stream().allMatch(this::holds);
    }

    private boolean holds(Release by) {
        String text = ReleaseText.of(What.valueOf(by.act()), node, by.person(), code, digest);
        return SigningKey.verifies(key, ReleaseText.vouched(node, by.person(), by.key()), by.vouched())
                && PersonKey.verifies(by.key(), Bytes.utf8(text), by.signature());
    }

    static String digest(String salt, String words) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8(salt + "\n" + words)));
    }

    private static byte[] signed(String node, String issued, String digest) {
        return Bytes.utf8("homeward/notice/1\n" + node + "\n" + issued + "\n" + digest + "\n");
    }
}
