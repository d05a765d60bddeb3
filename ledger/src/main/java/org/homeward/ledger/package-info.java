/**
 * A log that cannot be rewritten unnoticed: append, checkpoint, co-sign, prove, verify offline.
 *
 * <p>Uses no other room of the house; its one third-party jar is Bouncy Castle. Formats are those of C2SP (signed-note,
 * tlog-checkpoint, tlog-tiles, tlog-proof, tlog-cosignature, tlog-witness, tlog-policy); the tree is that of RFC 9162.
 *
 * <p>Start reading at {@link org.homeward.ledger.TransparencyLog} (the log), then {@link
 * org.homeward.ledger.MerkleTree} (why a rewrite is noticed) and {@link org.homeward.ledger.LogVerifier} (who notices).
 */
@NullMarked
package org.homeward.ledger;

import org.jspecify.annotations.NullMarked;
