package org.homeward.node.server;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;

/**
 * The header by which one node knows another: the caller's id, the time, and its signature over method, path, time and the digest
 * of the body ({@code docs/protocol/transport.md}). A repeated request is harmless, since every door answers it as before.
 */
final class PeerSignature {
    static final String HEADER = "Homeward-Node";
    private static final Duration SKEW = Duration.ofMinutes(10);

    private PeerSignature() {}

    static String header(String id, SigningKey key, String method, String path, byte[] body, Instant now) {
        String time = now.toString();
        return id + " " + time + " " + key.sign(message(id, method, path, time, body));
    }

    /** The id that a header claims; to be verified with that participant's key. */
    static Optional<String> claimed(String header) {
        String[] words = header.split(" ", -1);
        return words.length == 3 ? Optional.of(words[0]) : Optional.empty();
    }

    static boolean verifies(String header, String publicKey, String method, String path, byte[] body, Instant now) {
        String[] words = header.split(" ", -1);
        if (words.length != 3) {
            return false;
        }
        try {
            Duration off = Duration.between(Instant.parse(words[1]), now).abs();
            return off.compareTo(SKEW) <= 0
                    && SigningKey.verifies(publicKey, message(words[0], method, path, words[1], body), words[2]);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static byte[] message(String id, String method, String path, String time, byte[] body) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("body", Bytes.hex(Bytes.sha256(body)));
        message.put("from", id);
        message.put("method", method);
        message.put("path", path);
        message.put("purpose", "homeward/http/1");
        message.put("time", time);
        return CanonicalJson.bytes(message);
    }
}
