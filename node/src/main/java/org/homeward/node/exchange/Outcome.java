package org.homeward.node.exchange;

import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Refusal;

/** What became of an act that a person did. */
public sealed interface Outcome {
    /** Waits for a second person of the same side, who signs {@code commitment}. */
    record Waiting(String draftId, String kind, String commitment) implements Outcome {}

    /** In the joint log. */
    record Done(Receipt receipt) implements Outcome {}

    /** Does not count, and why. */
    record Refused(Refusal refusal) implements Outcome {}
}
