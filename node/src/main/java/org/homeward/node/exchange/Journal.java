package org.homeward.node.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;

/**
 * The envelopes of one case in the agency's order, the node's own drafts, and what proves who said what: receipts, the agency's
 * signed order, and what was refused. Not safe for threads: its owner locks.
 */
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

    /** Keeps the answer to an envelope of this node; the last one counts. */
    void keep(Receipt receipt) throws IOException;

    /** The answer to the envelope with that digest. */
    Optional<Receipt> receipt(String digest) throws IOException;

    /** Keeps the agency's word on the order of the acts that are here, in place of an earlier word. */
    void keep(OrderHead head) throws IOException;

    /** The agency's last word on the order; empty at the agency itself, and before the first fetch. */
    Optional<OrderHead> order() throws IOException;

    /** Notes what was refused; a fork and a second order are kept whole, as proof. Once is enough for the same envelope. */
    void note(RefusedEnvelope refused) throws IOException;

    /** What was refused, oldest first. */
    List<RefusedEnvelope> refused() throws IOException;

    /** Makes the envelope durable and counts it. */
    default void append(Envelope envelope) throws IOException {
        prepare(envelope);
        commit();
    }
}
