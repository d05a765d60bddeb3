package org.homeward.node.exchange;

import java.util.List;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Refusal;

/** What became of an act that a person did. */
public sealed interface Outcome {
    /**
     * Waits for another person of the same side, who signs {@code commitment}.
     *
     * @param since ISO 8601 time of the draft
     * @param approvedBy officers who have signed
     */
    record Waiting(String draftId, String kind, String commitment, String since, List<String> approvedBy)
            implements Outcome {
        public Waiting {
            approvedBy = List.copyOf(approvedBy);
        }
    }

    /** Signed by two people, and waits to be carried to the agency: there is no line to it. */
    record ToCarry(Waiting draft) implements Outcome {}

    /** In the joint log. */
    record Done(Receipt receipt) implements Outcome {}

    /** Does not count, and why. */
    record Refused(Refusal refusal) implements Outcome {}
}
