/** {@code homeward ledger}: check a log offline. Uses {@code org.homeward.ledger}; start at {@code LedgerVerify}. */
@NullMarked
package org.homeward.cli.ledger;

import org.jspecify.annotations.NullMarked;
