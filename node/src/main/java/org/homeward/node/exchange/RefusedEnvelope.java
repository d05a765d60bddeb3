package org.homeward.node.exchange;

import java.time.Instant;
import java.util.List;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * A refusal as it is noted.
 *
 * @param from who signed it; empty when that could not be told
 * @param seq the sender's number on it; 0 when that could not be told
 * @param digest of the envelope, or of the bytes that were none
 * @param proof the sender's own signed words that prove the wrong, as canonical JSON each: both envelopes of a fork
 */
public record RefusedEnvelope(
        String at, String code, String sentence, String from, long seq, String digest, List<String> proof) {
    public RefusedEnvelope {
        proof = List.copyOf(proof);
    }

    static RefusedEnvelope of(Envelope envelope, Refusal refusal, Instant at, List<Envelope> proof) {
        return new RefusedEnvelope(
                at.toString(),
                refusal.code().name(),
                refusal.sentence(),
                envelope.from(),
                envelope.seq(),
                envelope.digest(),
                proof.stream()
                        .map(e -> new String(e.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .toList());
    }

    /** What was none, or of another case. */
    static RefusedEnvelope unread(byte[] bytes, Refusal refusal, String from, Instant at) {
        return new RefusedEnvelope(
                at.toString(),
                refusal.code().name(),
                refusal.sentence(),
                from,
                0,
                Bytes.hex(Bytes.sha256(bytes)),
                List.of());
    }

    byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    static RefusedEnvelope parse(byte[] bytes) throws MalformedJsonException {
        return CanonicalJson.read(bytes, RefusedEnvelope.class);
    }
}
