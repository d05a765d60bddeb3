/**
 * Checks a proof against a device, written from {@code docs/handover.md} alone: it shares no class with the logs that it judges. Uses Bouncy
 * Castle and a JSON reader. Start with {@link org.homeward.handover.verifier.ProofVerifier}.
 */
@NullMarked
package org.homeward.handover.verifier;

import org.jspecify.annotations.NullMarked;
