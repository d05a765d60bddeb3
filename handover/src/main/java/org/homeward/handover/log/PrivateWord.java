package org.homeward.handover.log;

import java.util.Arrays;
import java.util.Optional;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * What a person told the neutral alone. Sealed at one length, so that nobody who sees the log can tell a man who will not go from one whose
 * papers are not ready.
 *
 * @param cause why he does not travel
 * @param words his own, for the neutral; at most {@link #LONGEST_WORDS} bytes of UTF-8
 */
public record PrivateWord(Observation.Cause cause, String words) {
    /** Bytes of the longest words that fit. */
    public static final int LONGEST_WORDS = 600;

    private static final int LENGTH = 4096;

    /**
     * Makes the event's content.
     *
     * @param code one of the equal codes, drawn by chance: drawing it by cause would tell the cause
     * @param neutralKey the neutral's sealing key, base64
     * @throws IllegalArgumentException when the words are too long
     */
    public static Observation.Stays seal(
            String subject, Observation.Cause cause, String code, String words, String neutralKey) {
        if (Bytes.utf8(words).length > LONGEST_WORDS) {
            throw new IllegalArgumentException("at most " + LONGEST_WORDS + " bytes of words");
        }
        // Escapes make six bytes of one at most, so that this always fits.
        byte[] padded = new byte[LENGTH];
        Arrays.fill(padded, (byte) ' ');
        byte[] json = CanonicalJson.bytes(new PrivateWord(cause, words));
        System.arraycopy(json, 0, padded, 0, json.length);
        return new Observation.Stays(subject, code, SealingKey.seal(neutralKey, Bytes.utf8(subject), padded));
    }

    /** What he said, for the holder of the neutral's key; empty for everybody else. */
    public static Optional<PrivateWord> open(Observation.Stays stays, SealingKey neutralKey) {
        byte[] padded = neutralKey.open(Bytes.utf8(stays.subject()), stays.sealed());
        if (padded == null) {
            return Optional.empty();
        }
        int end = padded.length;
        while (end > 0 && padded[end - 1] == ' ') {
            end--;
        }
        try {
            return Optional.of(CanonicalJson.read(Arrays.copyOf(padded, end), PrivateWord.class));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }
}
