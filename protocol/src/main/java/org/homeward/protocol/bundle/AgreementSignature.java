package org.homeward.protocol.bundle;

/**
 * One participant's signature under the agreement's bytes.
 *
 * @param envelope digest of the envelope in which it was given, by two people
 */
public record AgreementSignature(String participant, String signature, String envelope) {}
