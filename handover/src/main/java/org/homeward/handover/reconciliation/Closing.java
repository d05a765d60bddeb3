package org.homeward.handover.reconciliation;

import java.util.Optional;
import org.homeward.handover.log.Roster;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * How one side wants a case closed. It is closed when both sides have signed the same.
 *
 * @param v 1
 * @param difference digest of the case as it stood: a later event makes it another
 * @param outcome what follows
 * @param number the agreed number, for {@link Outcome#COUNT_AGREED}; else 0
 * @param officer id of the officer who signs
 */
public record Closing(
        int v, String caseId, String handover, String difference, Outcome outcome, long number, String officer) {
    private static final byte[] DOMAIN = Bytes.utf8("homeward handover closing v1\n");

    /** What follows from a closed case. */
    public enum Outcome {
        /** He counts as handed over. */
        DELIVERED,
        /** He stays on the giving side's account. */
        STILL_OWED,
        /** Nothing is owed for it any more. */
        SETTLED,
        /** Both hold this number to be right. */
        COUNT_AGREED;

        /** Whether a case of that kind can end so. */
        public boolean fits(Difference.Kind kind) {
            return switch (this) {
                case COUNT_AGREED -> kind == Difference.Kind.COUNTS_UNEQUAL;
                case DELIVERED, STILL_OWED -> kind.personal() && kind != Difference.Kind.ON_NO_LIST;
                case SETTLED -> kind != Difference.Kind.COUNTS_UNEQUAL;
            };
        }
    }

    /** With the officer's signature, 64 bytes in base64. */
    public record Signed(Closing closing, String signature) {
        public byte[] bytes() {
            return CanonicalJson.bytes(this);
        }

        /** Reads canonical bytes; the signature is not checked here. */
        public static Result<Signed> parse(byte[] bytes) {
            try {
                Signed signed = CanonicalJson.read(bytes, Signed.class);
                Closing c = signed.closing();
                if (c == null
                        || c.v() != 1
                        || c.difference() == null
                        || c.outcome() == null
                        || c.officer() == null
                        || c.number() < 0
                        || signed.signature() == null) {
                    return Result.refused("closing.json", "The file lacks a value: it is not how a case is closed.");
                }
                return Result.ok(signed);
            } catch (MalformedJsonException e) {
                return Result.refused("closing.json", "The file is not how a case is closed: " + e.getMessage() + ".");
            }
        }

        /** Why it counts for nothing: another day, no officer of a party, a signature that is not his. */
        public Optional<Refusal> flaw(Roster roster) {
            if (!roster.caseId().equals(closing.caseId()) || !roster.handover().equals(closing.handover())) {
                return Optional.of(new Refusal("closing.day", "The file closes a case of another day."));
            }
            Roster.Officer officer = roster.officer(closing.officer()).orElse(null);
            if (officer == null || !roster.parties().contains(officer.party())) {
                return Optional.of(new Refusal(
                        "closing.officer", "Only an officer of one of the two parties closes a case for it."));
            }
            return SigningKey.verifies(officer.key(), closing.message(), signature)
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "closing.signature", "The signature is not that of " + closing.officer() + "."));
        }
    }

    public Signed sign(SigningKey officerKey) {
        return new Signed(this, officerKey.sign(message()));
    }

    private byte[] message() {
        byte[] json = CanonicalJson.bytes(this);
        byte[] out = java.util.Arrays.copyOf(DOMAIN, DOMAIN.length + json.length);
        System.arraycopy(json, 0, out, DOMAIN.length, json.length);
        return out;
    }
}
