/** What the log does in a second, beside PostgreSQL on the same disk in the same run. Start at {@code LedgerBench}. */
@NullMarked
package org.homeward.bench.ledger;

import org.jspecify.annotations.NullMarked;
