package org.homeward.protocol.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes envelopes of acts, and acts of envelopes.
 *
 * <p>An act is drafted first (salt and commitment fixed), then signed by people, then sealed: what the second person signs is
 * exactly what the first signed. Stateless but for its random source; safe for threads.
 */
public final class Sealer {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    public Sealer(SecureRandom random) {
        this.random = random;
    }

    /** An act with its salt: what people sign, before it is sealed. */
    public record Draft(String kind, String salt, JsonNode act) {
        /** Salted digest: without the salt a guessed act could be tried against it. */
        public String commitment() {
            return Bytes.hex(Bytes.sha256(Bytes.utf8("homeward/commitment/1\n"), CanonicalJson.bytes(this)));
        }
    }

    public Draft draft(Act act) {
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        return new Draft(act.kind(), Bytes.hex(salt), CanonicalJson.tree(act));
    }

    /** Seals a draft to its recipients under the sender's signature. */
    public Envelope seal(
            CaseState state,
            String from,
            SigningKey key,
            List<Participant> recipients,
            Instant time,
            Draft draft,
            List<Approval> approvals) {
        CaseState.Head head = state.head(from);
        byte[] contentKey = new byte[32];
        random.nextBytes(contentKey);
        byte[] aad = Bytes.utf8(draft.commitment());
        Map<String, String> keys = new LinkedHashMap<>();
        recipients.forEach(p -> keys.put(p.id(), SealingKey.seal(p.sealingKey(), aad, contentKey, random)));
        Envelope unsigned = new Envelope(
                Envelope.VERSION,
                state.caseId(),
                from,
                recipients.stream().map(Participant::id).toList(),
                head.sequence() + 1,
                head.envelope(),
                draft.kind(),
                time.toString(),
                draft.commitment(),
                approvals,
                keys,
                Bytes.base64(encrypt(contentKey, aad, CanonicalJson.bytes(draft))),
                "");
        return new Envelope(
                unsigned.v(),
                unsigned.caseId(),
                unsigned.from(),
                unsigned.to(),
                unsigned.seq(),
                unsigned.prev(),
                unsigned.kind(),
                unsigned.time(),
                unsigned.commitment(),
                unsigned.approvals(),
                unsigned.keys(),
                unsigned.body(),
                key.sign(unsigned.signedBytes()));
    }

    /**
     * Opens an envelope with the reader's key; empty when the reader is not a recipient.
     *
     * @throws MalformedJsonException when what was sealed is not the act that the outside announces
     */
    public static Optional<ActRecord> open(Envelope envelope, String reader, SealingKey key)
            throws MalformedJsonException {
        String sealedKey = envelope.keys().get(reader);
        if (sealedKey == null) {
            return Optional.empty();
        }
        byte[] aad = Bytes.utf8(envelope.commitment());
        byte[] contentKey = key.open(aad, sealedKey);
        if (contentKey == null) {
            throw new MalformedJsonException("the seal does not open with this node's key");
        }
        Draft draft = CanonicalJson.read(decrypt(contentKey, aad, envelope.body()), Draft.class);
        if (!draft.commitment().equals(envelope.commitment()) || !draft.kind().equals(envelope.kind())) {
            throw new MalformedJsonException("what was sealed is not what the envelope announces");
        }
        Instant time;
        try {
            time = Instant.parse(envelope.time());
        } catch (java.time.format.DateTimeParseException e) {
            throw new MalformedJsonException("the time is not ISO 8601 in UTC");
        }
        return Optional.of(new ActRecord(
                envelope.caseId(),
                envelope.from(),
                envelope.seq(),
                envelope.prev(),
                envelope.digest(),
                time,
                envelope.commitment(),
                envelope.approvals(),
                Act.parse(draft.kind(), draft.act())));
    }

    private byte[] encrypt(byte[] key, byte[] aad, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, aad);
            byte[] out = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            int length = cipher.doFinal(plain, 0, plain.length, out, NONCE);
            return Arrays.copyOf(out, NONCE + length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java platform", e);
        }
    }

    private static byte[] decrypt(byte[] key, byte[] aad, String body) throws MalformedJsonException {
        try {
            byte[] sealed = Bytes.fromBase64(body);
            if (sealed.length < NONCE) {
                throw new MalformedJsonException("the sealed body is too short");
            }
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), aad)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MalformedJsonException("the sealed body was changed on the way");
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] aad) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }
}
