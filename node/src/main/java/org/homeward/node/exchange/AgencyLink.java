package org.homeward.node.exchange;

import java.io.IOException;
import org.homeward.protocol.envelope.Envelope;

/** A bureau's way to the agency: hand in an envelope, fetch those in order. */
public interface AgencyLink {
    /** @throws NotConnected when there is no line to the agency, by choice */
    Answer submit(Envelope envelope) throws IOException;

    /** Accepted envelopes of the case from that index on; may give fewer than there are. */
    Batch fetch(String caseId, int from) throws IOException;
}
