/** Everything that crosses between nodes: signed, chained, sealed envelopes and their receipts. Uses exchange, json, crypto; start with Envelope. */
@NullMarked
package org.homeward.protocol.envelope;

import org.jspecify.annotations.NullMarked;
