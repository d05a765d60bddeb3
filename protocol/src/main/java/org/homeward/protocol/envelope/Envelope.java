package org.homeward.protocol.envelope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What crosses between nodes: the outside in the clear, the act sealed to its recipients, all of it signed by the sending node.
 *
 * @param v format version, 1
 * @param caseId the case
 * @param from sender's participant id
 * @param to recipients' ids; the sender itself among them, so that it can read its own log
 * @param seq the sender's count in this case, from 1
 * @param prev digest of the sender's envelope before, or 64 zeros
 * @param kind kind of the act
 * @param time the sender's claimed time, ISO 8601 in UTC
 * @param commitment salted digest of the act
 * @param approvals signatures of people over the act
 * @param keys content key sealed per recipient (HPKE), base64
 * @param body the act and its salt under the content key (AES-256-GCM, nonce first), base64
 * @param sig Ed25519 over the canonical bytes of everything but this member, base64
 */
public record Envelope(
        int v,
        String caseId,
        String from,
        List<String> to,
        long seq,
        String prev,
        String kind,
        String time,
        String commitment,
        List<Approval> approvals,
        Map<String, String> keys,
        String body,
        String sig) {
    /** Largest envelope that a node accepts, in bytes. */
    public static final int MAX_BYTES = 48 * 1024 * 1024;

    public static final int VERSION = 4;

    public Envelope {
        to = List.copyOf(to);
        approvals = List.copyOf(approvals);
        keys = Map.copyOf(new HashMap<>(keys));
    }

    /** The canonical bytes, as sent and as kept. */
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** SHA-256 over {@link #bytes()}, hex: the envelope's name. */
    public String digest() {
        return Bytes.hex(Bytes.sha256(bytes()));
    }

    byte[] signedBytes() {
        ObjectNode tree = (ObjectNode) CanonicalJson.tree(this);
        tree.remove("sig");
        return CanonicalJson.bytes(tree);
    }

    /** Whether the sending node signed exactly this. */
    public boolean isSignedBy(String publicKey) {
        return SigningKey.verifies(publicKey, signedBytes(), sig);
    }

    /**
     * Reads an envelope; the bytes must be canonical, so that one envelope has one digest.
     *
     * @throws MalformedJsonException with a sentence, when they are too long, not an envelope, or of a later version
     */
    public static Envelope parse(byte[] bytes) throws MalformedJsonException {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableEnvelope(Code.TOO_LARGE, "an envelope of more than " + MAX_BYTES + " bytes");
        }
        JsonNode tree = CanonicalJson.parse(bytes);
        if (!tree.path("v").isIntegralNumber()) {
            throw new MalformedJsonException("not an envelope");
        }
        if (tree.path("v").asInt() != VERSION) {
            throw new UnreadableEnvelope(
                    Code.FUTURE_VERSION, "an envelope of a version that this program does not read; update it");
        }
        Envelope envelope = CanonicalJson.as(tree, Envelope.class);
        if (envelope.hasGap()) {
            throw new MalformedJsonException("an envelope with an empty field");
        }
        return envelope;
    }

    @SuppressWarnings("ConstantConditions") // Jackson may leave a component null whatever the annotation says.
    private boolean hasGap() {
        List<Object> parts = new ArrayList<>();
        parts.add(caseId);
        parts.add(from);
        parts.add(prev);
        parts.add(kind);
        parts.add(time);
        parts.add(commitment);
        parts.add(body);
        parts.add(sig);
        return parts.contains(null) || seq < 1 || to.isEmpty();
    }
}
