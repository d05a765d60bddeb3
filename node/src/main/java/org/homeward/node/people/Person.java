package org.homeward.node.people;

import java.util.List;
import org.homeward.protocol.crypto.PersonKey;

/**
 * A person who works at this node.
 *
 * @param publicKey Ed25519 key with which a program signs for him, base64; empty for whoever has passkeys
 * @param tokenHash SHA-256 in hex of the token with which a program signs in for him; empty without one
 * @param passkeys made at this node's pages, the oldest first
 */
public record Person(String id, String name, Role role, String publicKey, String tokenHash, List<Passkey> passkeys) {
    public static final int MOST_PASSKEYS = 5;

    /**
     * A passkey.
     *
     * @param id as the authenticator names it, base64url
     * @param point its public key, an uncompressed P-256 point in base64
     * @param since when it was made, ISO-8601
     */
    public record Passkey(String id, String point, String since) {}

    /** What a person may do here. The weight of his signature is another matter: that is in the enrolment of the case. */
    public enum Role {
        /** Takes registers in. */
        CLERK,
        /** Traces, answers, confirms. */
        ANALYST,
        /** Works on lists; also what the two before may. */
        LIST_OFFICER,
        /** Heads the delegation; also what the three before may. */
        HEAD,
        /** The mediator's secretary. */
        SECRETARY,
        /** Speaks with families. Sees no case and signs none: nobody who knows the bargaining knows where families live. */
        LIAISON,
        /** Reads everything that this node may see, and changes nothing. */
        AUDITOR;

        /** Whether he may take in registers. */
        public boolean takesIn() {
            return this != SECRETARY && this != AUDITOR && this != LIAISON;
        }

        /** Whether he may start a step of a case and sign it. */
        public boolean acts() {
            return this != CLERK && this != AUDITOR && this != LIAISON;
        }
    }

    public Person {
        passkeys = List.copyOf(passkeys);
    }

    /** Whoever signs with a program's key. */
    public Person(String id, String name, Role role, String publicKey, String tokenHash) {
        this(id, name, role, publicKey, tokenHash, List.of());
    }

    /**
     * His key as a case enrols it.
     *
     * @param site host name of this node's pages
     */
    public String key(String site) {
        return passkeys.isEmpty()
                ? publicKey
                : PersonKey.passkeys(site, passkeys.stream().map(Passkey::point).toList());
    }
}
