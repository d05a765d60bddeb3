package org.homeward.node.exchange;

import java.io.IOException;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Receipt;

/** A bureau's way to the agency: hand in an envelope, fetch those in order. */
public interface AgencyLink {
    Receipt submit(Envelope envelope) throws IOException;

    /** Accepted envelopes of the case from that index on; may give fewer than there are. */
    Batch fetch(String caseId, int from) throws IOException;
}
