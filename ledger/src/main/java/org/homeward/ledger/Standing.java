package org.homeward.ledger;

import java.util.List;

/** Whether what an entry says may be acted upon: the quorum of a policy has co-signed it, or not yet. */
public sealed interface Standing {
    /** For people; names are those of the policy. */
    String sentence();

    /**
     * The quorum has co-signed.
     *
     * @param proof shows it to anybody who has the policy
     */
    record Effective(TlogProof proof) implements Standing {
        @Override
        public String sentence() {
            return "Effective: the quorum has co-signed.";
        }
    }

    /**
     * Durable, and nothing more yet.
     *
     * @param missing the policy's names of those who have not co-signed a checkpoint over the entry
     */
    record Recorded(List<String> missing) implements Standing {
        public Recorded {
            missing = List.copyOf(missing);
        }

        @Override
        public String sentence() {
            return "Recorded, not yet co-signed by " + String.join(", ", missing) + ".";
        }
    }
}
