/** A log that cannot be rewritten unnoticed: append, checkpoint, co-sign, prove, verify offline. */
@NullMarked
package org.homeward.ledger;

import org.jspecify.annotations.NullMarked;
