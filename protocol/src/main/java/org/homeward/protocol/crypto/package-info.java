/** Strict Ed25519 signatures, by the ledger's rules, and HPKE sealing, by Bouncy Castle. Uses ledger. */
@NullMarked
package org.homeward.protocol.crypto;

import org.jspecify.annotations.NullMarked;
