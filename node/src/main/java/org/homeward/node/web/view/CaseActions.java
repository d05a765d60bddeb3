package org.homeward.node.web.view;

import java.util.List;
import java.util.Optional;

/** What people do on the pages. Every method checks again what the page had checked: a page is no guard. Safe for threads. */
public interface CaseActions {
    /** Acts of this side that wait for signatures, oldest first; empty for an unknown case. */
    List<WaitingAct> waiting(String caseId);

    /**
     * Adds that person's signature to a draft.
     *
     * @param signature by his passkey over {@link #toSign}; empty for a test operator, for whom the node signs
     */
    ActionResult approve(String caseId, String draftId, String personId, String signature);

    /** The text that a person with passkeys signs for a draft; empty where it does not wait any more. */
    String toSign(String caseId, String draftId);

    /** Makes the draft of terms, from a terms file. */
    ActionResult propose(String caseId, byte[] terms, String personId);

    /** Makes the draft of a step; it counts after two people have signed it. */
    ActionResult start(String caseId, StepKind step, String personId);

    /** One draft that waits; empty where it is not there any more. */
    default Optional<WaitingAct> waiting(String caseId, String draftId) {
        return waiting(caseId).stream().filter(w -> w.draftId().equals(draftId)).findFirst();
    }
}
