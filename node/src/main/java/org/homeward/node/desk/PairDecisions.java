package org.homeward.node.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What two people of this side decided of pairs, by the line of the list. Where they decided nothing the engine's proposal stands in the
 * draft, and the two who sign it are told how many of its lines nobody looked at.
 */
public record PairDecisions(Map<String, Decision> byLine) {
    /** Nobody decided anything. */
    public static final PairDecisions NONE = new PairDecisions(Map.of());

    /** What was decided. */
    public enum Verdict {
        CONFIRM,
        REJECT,
        NEED_MORE
    }

    /**
     * One decision.
     *
     * @param row key of the row of the own register that it is about
     * @param reason a code where the pair was rejected, or empty
     */
    public record Decision(String row, Verdict verdict, String reason) {}

    public PairDecisions {
        byLine = Map.copyOf(byLine);
    }

    /** What was decided of that line, if it was about that row. */
    @Nullable
    Decision of(String line, String row) {
        Decision decision = byLine.get(line);
        return decision != null && decision.row().equals(row) ? decision : null;
    }

    /** Where decisions are kept. */
    public interface Source {
        /** Of the lines of the other side's list, before they are answered. */
        PairDecisions beforeAnswering(String caseId);

        /** Of the lines of the own list that were answered "held", before they are confirmed. */
        PairDecisions beforeConfirming(String caseId);

        /** Where nobody decides pair by pair. */
        Source NOBODY = new Source() {
            @Override
            public PairDecisions beforeAnswering(String caseId) {
                return NONE;
            }

            @Override
            public PairDecisions beforeConfirming(String caseId) {
                return NONE;
            }
        };
    }
}
