package org.homeward.node.families;

import org.homeward.node.store.ReleaseSignatures.What;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * One version of an occasion's figures with the signature of the person who released it, as a page of the public gives it out. Anybody can
 * check it without a network.
 *
 * @param v format, 1
 * @param node the bureau
 * @param cells the figures as canonical JSON; -1 where a number is withheld
 * @param person who released it
 * @param personKey his key
 * @param signature of that key over the text of the release
 * @param key the bureau's
 * @param vouched the bureau's signature that this is the key of one of its people
 */
public record FiguresFile(
        int v,
        String node,
        String occasion,
        int version,
        String cells,
        String person,
        String personKey,
        String signature,
        String key,
        String vouched) {
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** @throws MalformedJsonException when the bytes are no figures */
    public static FiguresFile read(byte[] bytes) throws MalformedJsonException {
        FiguresFile file = CanonicalJson.read(bytes, FiguresFile.class);
        if (file.node() == null
                || file.occasion() == null
                || file.cells() == null
                || file.person() == null
                || file.personKey() == null
                || file.signature() == null
                || file.key() == null
                || file.vouched() == null) {
            throw new MalformedJsonException("a value is missing");
        }
        return file;
    }

    /**
     * Whether a person of this bureau released these very figures.
     *
     * @param expected the bureau's key to compare with; empty where none is at hand
     */
    public boolean holds(String expected) {
        String text = ReleaseText.of(
                What.FIGURES, node, person, subject(occasion, version), digest(occasion, version, cells));
        return v == 1
                && (expected.isEmpty() || expected.equals(key))
                && SigningKey.verifies(key, ReleaseText.vouched(node, person, personKey), vouched)
                && PersonKey.verifies(personKey, Bytes.utf8(text), signature);
    }

    static String subject(String occasion, int version) {
        return occasion + "/" + version;
    }

    static String digest(String occasion, int version, String cells) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8(subject(occasion, version) + "\n" + cells)));
    }
}
