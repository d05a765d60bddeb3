package org.homeward.node.web.view;

import java.time.Instant;
import java.util.List;

/**
 * An act of this side that waits for a signature.
 *
 * @param digest hex of what is signed; two people compare it before the second signs
 * @param signedBy ids of the people who have signed
 * @param figures what the act says, in figures: the second person sees what he signs
 */
public record WaitingAct(
        String draftId, StepKind step, String digest, Instant since, List<String> signedBy, List<Figure> figures) {
    public WaitingAct {
        signedBy = List.copyOf(signedBy);
        figures = List.copyOf(figures);
    }

    /**
     * One figure.
     *
     * @param key a reply code, a category, {@code LINES}, {@code CONFIRMED}, {@code REJECTED} or {@code RETURNING}
     * @param party the participant whom it is about, or an empty text
     */
    public record Figure(String key, String party, long number) {}
}
