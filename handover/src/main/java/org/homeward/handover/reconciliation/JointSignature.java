package org.homeward.handover.reconciliation;

import java.util.Arrays;
import java.util.Optional;
import org.homeward.handover.log.Roster;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * One officer's word that the joint statement of a day is what his side says too. It names the digest that is printed on the statement, so it
 * holds for those logs and closings and for no later ones: whatever is joined afterwards makes another statement, to be signed anew.
 *
 * @param v 1
 * @param statement {@link Reconciliation#digest()}
 * @param officer id of the officer who signs
 */
public record JointSignature(int v, String caseId, String handover, String statement, String officer) {
    private static final byte[] DOMAIN = Bytes.utf8("homeward handover statement v1\n");

    /** With the officer's signature, 64 bytes in base64. */
    public record Signed(JointSignature statement, String signature) {
        public byte[] bytes() {
            return CanonicalJson.bytes(this);
        }

        /** Reads canonical bytes; the signature is not checked here. */
        public static Result<Signed> parse(byte[] bytes) {
            try {
                Signed signed = CanonicalJson.read(bytes, Signed.class);
                JointSignature s = signed.statement();
                if (s == null
                        || s.v() != 1
                        || s.caseId() == null
                        || s.handover() == null
                        || s.statement() == null
                        || s.officer() == null
                        || signed.signature() == null) {
                    return Result.refused(
                            "statement.json", "The file lacks a value: it is no signature under a joint statement.");
                }
                return Result.ok(signed);
            } catch (MalformedJsonException e) {
                return Result.refused(
                        "statement.json", "The file is no signature under a joint statement: " + e.getMessage() + ".");
            }
        }

        /** Why it counts for nothing: another day, no officer of that day, a signature that is not his. */
        public Optional<Refusal> flaw(Roster roster) {
            if (!roster.caseId().equals(statement.caseId())
                    || !roster.handover().equals(statement.handover())) {
                return Optional.of(new Refusal("statement.day", "The file signs the statement of another day."));
            }
            Roster.Officer officer = roster.officer(statement.officer()).orElse(null);
            if (officer == null || !roster.parties().contains(officer.party())) {
                return Optional.of(new Refusal(
                        "statement.officer", "Only an officer of one of the two parties signs a statement for it."));
            }
            return SigningKey.verifies(officer.key(), statement.message(), signature)
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "statement.signature", "The signature is not that of " + statement.officer() + "."));
        }
    }

    /** Signs. */
    public Signed sign(SigningKey officerKey) {
        return new Signed(this, officerKey.sign(message()));
    }

    private byte[] message() {
        byte[] json = CanonicalJson.bytes(this);
        byte[] out = Arrays.copyOf(DOMAIN, DOMAIN.length + json.length);
        System.arraycopy(json, 0, out, DOMAIN.length, json.length);
        return out;
    }
}
