package org.homeward.node.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.homeward.protocol.envelope.Envelope;

/** The envelopes of one case in the agency's order. Not safe for threads: its owner locks. */
public interface Journal {
    int size();

    /** Makes the envelope durable without counting it yet. */
    void prepare(Envelope envelope) throws IOException;

    /** Counts the envelope that was prepared. */
    void commit() throws IOException;

    /** The envelope that was prepared and not counted before the last stop, if there is one. */
    Optional<Envelope> prepared() throws IOException;

    /** Envelopes from that index on, at most {@code limit}. */
    List<Envelope> from(int index, int limit) throws IOException;

    /** Makes the envelope durable and counts it. */
    default void append(Envelope envelope) throws IOException {
        prepare(envelope);
        commit();
    }
}
