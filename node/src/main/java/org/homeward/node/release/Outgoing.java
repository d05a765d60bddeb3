package org.homeward.node.release;

import java.util.List;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/** What a node may say to another one; there is nothing else that it can. */
public sealed interface Outgoing {
    /** An act of this node, handed in. */
    record HandedIn(Envelope envelope) implements Outgoing {}

    /** The agency's answer to an act. */
    record Answered(Receipt receipt, @Nullable Refusal refusal) implements Outgoing {}

    /** Accepted acts in the agency's signed order. */
    record Accepted(List<Envelope> envelopes, OrderHead head) implements Outgoing {
        public Accepted {
            envelopes = List.copyOf(envelopes);
        }
    }

    /** A checkpoint of the case's joint log, with or without what a witness is asked beside it. */
    record LogNote(byte[] bytes) implements Outgoing {}

    /** A request or an answer without a body. */
    record Nothing() implements Outgoing {}

    /** What goes wrong. */
    record Problem(PeerProblem problem) implements Outgoing {}

    /** One line of a package: accepted acts go one by one, each with its place in the order. */
    record Packed(String item, @Nullable Integer index, Outgoing content) implements Outgoing {}

    /** One accepted act of a package. */
    record AcceptedOne(Envelope envelope) implements Outgoing {}

    /** The agency's order of a package. */
    record Order(OrderHead head) implements Outgoing {}

    /** The agency's receipt in a package. */
    record ReceiptOnly(Receipt receipt) implements Outgoing {}

    /** What a participant may see of the mediator's talks, as a signed file. */
    record TalksShown(byte[] file) implements Outgoing {}
}
