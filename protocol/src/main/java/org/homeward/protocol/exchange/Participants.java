package org.homeward.protocol.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;

/**
 * Who takes part in a case: two parties and the mediator, each with its keys and its officers' keys.
 *
 * @param parties exactly two
 */
public record Participants(Participant mediator, List<Participant> parties) {
    /**
     * One side, or the mediator.
     *
     * @param id short lower-case code, such as {@code ua}
     * @param signingKey Ed25519 key of its node, base64
     * @param sealingKey X25519 key of its node, base64
     * @param certificate SHA-256 of the certificate by which its node is known on a line, hex
     * @param ledgerKey verifier key (C2SP vkey) of its checkpoint signer or witness
     */
    public record Participant(
            String id,
            String name,
            String signingKey,
            String sealingKey,
            String ledgerKey,
            String certificate,
            List<Officer> officers) {
        public Participant {
            officers = List.copyOf(officers);
        }

        public Optional<Officer> officer(String officerId) {
            return officers.stream().filter(o -> o.id().equals(officerId)).findFirst();
        }
    }

    /**
     * A person whose signature counts for a participant.
     *
     * @param publicKey as {@link PersonKey} reads it
     */
    public record Officer(String id, String name, String role, String publicKey) {}

    public Participants {
        parties = List.copyOf(parties);
    }

    /** The mediator, then the parties: three in a sound enrolment; of another, {@link #flaw} says what is wrong. */
    public List<Participant> all() {
        return Stream.concat(Stream.of(mediator), parties.stream()).toList();
    }

    public Optional<Participant> find(String id) {
        return all().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public boolean isParty(String id) {
        return parties.stream().anyMatch(p -> p.id().equals(id));
    }

    /** The other of the two parties. */
    public Participant other(String party) {
        return parties.get(0).id().equals(party) ? parties.get(1) : parties.get(0);
    }

    public String digest() {
        return Bytes.hex(Bytes.sha256(CanonicalJson.bytes(this)));
    }

    /** What makes this enrolment unusable, or empty. */
    public Optional<String> flaw() {
        if (parties.size() != 2) {
            return Optional.of("a case has two parties, this one names " + parties.size());
        }
        Set<String> ids = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (Participant p : all()) {
            if (!p.id().matches("[a-z][a-z0-9-]{0,19}") || !ids.add(p.id())) {
                return Optional.of("participant id '" + p.id() + "' is not a short lower-case code of its own");
            }
            if (!SigningKey.isSound(p.signingKey()) || !keys.add(p.signingKey())) {
                return Optional.of("the signing key of " + p.id() + " is weak, malformed or used twice");
            }
            if (!p.certificate().matches("[0-9a-f]{64}") || !keys.add(p.certificate())) {
                return Optional.of("the certificate's fingerprint of " + p.id() + " is malformed or used twice");
            }
            Set<String> officerIds = new HashSet<>();
            for (Officer o : p.officers()) {
                if (!officerIds.add(o.id())
                        || !PersonKey.isSound(o.publicKey())
                        || !PersonKey.parts(o.publicKey()).stream().allMatch(keys::add)) {
                    return Optional.of(
                            "officer '" + o.id() + "' of " + p.id() + " has a weak, malformed or shared key");
                }
            }
            if (p.officers().size() < 2) {
                return Optional.of(p.id() + " needs at least two officers: every act takes two people");
            }
        }
        return Optional.empty();
    }
}
