/** Envelopes, receipts, and the exchange case as a pure state machine. */
@NullMarked
package org.homeward.protocol;

import org.jspecify.annotations.NullMarked;
