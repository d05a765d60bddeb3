/**
 * Envelopes, receipts, and the exchange case as a pure state machine. {@code exchange} holds the rules, {@code envelope}
 * what carries them between nodes; {@code json} and {@code crypto} serve both. Start with
 * {@link org.homeward.protocol.exchange.CaseRules}.
 */
@NullMarked
package org.homeward.protocol;

import org.jspecify.annotations.NullMarked;
