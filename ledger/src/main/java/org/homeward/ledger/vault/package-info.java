/**
 * Personal payloads outside the log, under a key per person: destroying the key erases the person, and old proofs still hold.
 *
 * <p>Uses {@code org.homeward.ledger} for {@code Hash} and {@code Result} only. Start reading at {@link
 * org.homeward.ledger.vault.Vault}.
 */
@NullMarked
package org.homeward.ledger.vault;

import org.jspecify.annotations.NullMarked;
