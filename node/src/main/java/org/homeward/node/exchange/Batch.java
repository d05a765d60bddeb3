package org.homeward.node.exchange;

import java.util.List;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;

/**
 * Some accepted envelopes in order.
 *
 * @param head the agency's signed order up to the last of them
 */
public record Batch(List<Envelope> envelopes, OrderHead head) {
    public Batch {
        envelopes = List.copyOf(envelopes);
    }
}
