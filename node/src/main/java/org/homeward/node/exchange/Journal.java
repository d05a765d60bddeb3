package org.homeward.node.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.homeward.protocol.envelope.Envelope;

/** The envelopes of one case in the agency's order, and the node's own drafts. Not safe for threads: its owner locks. */
public interface Journal {
    int size();

    /** Makes the envelope durable without counting it yet. */
    void prepare(Envelope envelope) throws IOException;

    /** Counts the envelope that was prepared. */
    void commit() throws IOException;

    /** The envelope that was prepared and not counted before the last stop, if there is one. */
    Optional<Envelope> prepared() throws IOException;

    /** Keeps a draft, durably, in place of the one with its id. */
    void keep(WaitingDraft draft) throws IOException;

    void drop(String draftId) throws IOException;

    /** The drafts that were kept and not dropped, oldest first. */
    List<WaitingDraft> drafts() throws IOException;

    /** Envelopes from that index on, at most {@code limit}. */
    List<Envelope> from(int index, int limit) throws IOException;

    /** Makes the envelope durable and counts it. */
    default void append(Envelope envelope) throws IOException {
        prepare(envelope);
        commit();
    }
}
