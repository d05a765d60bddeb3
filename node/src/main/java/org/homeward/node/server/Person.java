package org.homeward.node.server;

/**
 * A person who works at this node.
 *
 * @param publicKey Ed25519 key with which he signs acts, base64
 * @param tokenHash SHA-256 in hex of the token with which he signs in
 */
public record Person(String id, String name, Role role, String publicKey, String tokenHash) {
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
        /** Reads everything that this node may see, and changes nothing. */
        AUDITOR;

        /** Whether he may take in registers. */
        public boolean takesIn() {
            return this != SECRETARY && this != AUDITOR;
        }

        /** Whether he may start a step of a case and sign it. */
        public boolean acts() {
            return this != CLERK && this != AUDITOR;
        }
    }
}
