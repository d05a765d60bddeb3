package org.homeward.protocol.crypto;

import java.util.Arrays;
import java.util.List;

/**
 * The key with which a person signs acts, as the enrolment of a case names it: one Ed25519 key in base64, or
 * {@code passkeys/1 SITE KEY...}, the passkeys that he made at his own node's pages (WebAuthn, ES256). Either kind verifies without a
 * network: {@code docs/protocol/envelope.md}, "Approvals".
 */
public final class PersonKey {
    private static final String PASSKEYS = "passkeys/1 ";
    private static final int MOST = 5;

    private PersonKey() {}

    /**
     * The text of a person's passkeys.
     *
     * @param site host name of the pages where they were made (the relying party id)
     * @param points each an uncompressed P-256 point of 65 bytes in base64, from one to five
     * @throws IllegalArgumentException when a point is none, or the host name is none
     */
    public static String passkeys(String site, List<String> points) {
        String text = PASSKEYS + site + " " + String.join(" ", points);
        if (!isSound(text)) {
            throw new IllegalArgumentException("the site or a key of these passkeys is malformed");
        }
        return text;
    }

    /** Whether the text may be enrolled: sound keys, each once. */
    public static boolean isSound(String text) {
        if (!text.startsWith(PASSKEYS)) {
            return SigningKey.isSound(text);
        }
        List<String> words = words(text);
        List<String> points = words.subList(Math.min(2, words.size()), words.size());
        return !points.isEmpty()
                && points.size() <= MOST
                && points.stream().distinct().count() == points.size()
                && Passkey.isSite(words.get(1))
                && points.stream().allMatch(Passkey::isSound);
    }

    /** Each key of the text by itself, so that one which two people share is found. */
    public static List<String> parts(String text) {
        List<String> words = words(text);
        return text.startsWith(PASSKEYS) && words.size() > 2 ? words.subList(2, words.size()) : List.of(text);
    }

    /** Whether the signature is one of this person's over the message. */
    public static boolean verifies(String text, byte[] message, String signature) {
        if (!text.startsWith(PASSKEYS)) {
            return SigningKey.verifies(text, message, signature);
        }
        return isSound(text)
                && parts(text).stream()
                        .anyMatch(point -> Passkey.verifies(words(text).get(1), point, message, signature));
    }

    /** What a passkey is asked to sign for a message: its SHA-256, which the browser calls the challenge. */
    public static byte[] challenge(byte[] message) {
        return Bytes.sha256(message);
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" ", -1));
    }
}
