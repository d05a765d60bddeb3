/** Strict Ed25519 signatures and HPKE sealing, by Bouncy Castle. Uses nothing of the project. */
@NullMarked
package org.homeward.protocol.crypto;

import org.jspecify.annotations.NullMarked;
