package org.homeward.node.dossier;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;

/**
 * What the code on a printed form says, on lines of its own: who printed which form under which number and when, the digest of what stands on
 * it, and the node's signature over that. Whoever has the text and the node's key checks it without a network.
 *
 * @param node who printed it
 * @param number of the paper
 * @param form its name
 * @param issued moment, ISO-8601
 * @param digest SHA-256 of what is written on it, in base64
 * @param key public key of the node, base64; whoever checks compares it with the one that he was given
 * @param signature over the lines before it
 */
public record FormSeal(
        String node, String number, String form, String issued, String digest, String key, String signature) {
    private static final String HEAD = "homeward/form/1";
    private static final int LONGEST = 2_000;
    private static final String WORD = "[\\p{L}\\p{N}._:-]{1,120}";

    /** What a check finds. */
    public enum Found {
        /** The signature holds; what is written was not compared. */
        HOLDS,
        /** The signature holds, and these are the words that were printed. */
        HOLDS_WITH_WORDS,
        /** The signature holds over other words. */
        OTHER_WORDS,
        NOT_SIGNED,
        /** Signed by another key than the one to compare with. */
        OTHER_KEY
    }

    /** @param values what is written on the form, by its fields; blank ones count as not written */
    public static FormSeal sign(
            String node, String number, String form, Instant issued, Map<String, String> values, SigningKey key) {
        String digest = digest(form, number, values);
        FormSeal bare = new FormSeal(node, number, form, issued.toString(), digest, key.publicText(), "");
        return new FormSeal(node, number, form, bare.issued, digest, bare.key, key.sign(Bytes.utf8(bare.signedText())));
    }

    /** The text of the code. */
    public String text() {
        return signedText() + "\n" + signature;
    }

    private String signedText() {
        return String.join("\n", HEAD, node, number, form, issued, digest, key);
    }

    /** The seal that a decoded code says; empty where it says none. */
    public static Optional<FormSeal> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> lines = text.strip().replace("\r", "").lines().toList();
        if (lines.size() != 8 || !lines.getFirst().equals(HEAD)) {
            return Optional.empty();
        }
        if (!lines.subList(1, 4).stream().allMatch(l -> l.matches(WORD))) {
            return Optional.empty();
        }
        try {
            Instant.parse(lines.get(4));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        return Optional.of(new FormSeal(
                lines.get(1), lines.get(2), lines.get(3), lines.get(4), lines.get(5), lines.get(6), lines.get(7)));
    }

    /**
     * Checks it.
     *
     * @param expected the key to compare with; empty where none is at hand
     * @param values what stands on the paper, to be compared; empty to check the signature alone
     */
    public Found check(String expected, Map<String, String> values) {
        if (!expected.isEmpty() && !expected.equals(key)) {
            return Found.OTHER_KEY;
        }
        if (!SigningKey.verifies(key, Bytes.utf8(signedText()), signature)) {
            return Found.NOT_SIGNED;
        }
        if (values.isEmpty()) {
            return Found.HOLDS;
        }
        return digest(form, number, values).equals(digest) ? Found.HOLDS_WITH_WORDS : Found.OTHER_WORDS;
    }

    /** White space at the ends, and runs of it, are the printer's and not the form's. */
    private static String digest(String form, String number, Map<String, String> values) {
        StringBuilder text = new StringBuilder(form).append('\n').append(number).append('\n');
        new TreeMap<>(values).forEach((field, value) -> {
            String plain = value.strip().replaceAll("\\s+", " ");
            if (!plain.isEmpty()) {
                text.append(field).append('=').append(plain).append('\n');
            }
        });
        return Bytes.base64(Bytes.sha256(Bytes.utf8(text.toString())));
    }
}
