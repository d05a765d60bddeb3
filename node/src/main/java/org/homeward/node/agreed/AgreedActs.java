package org.homeward.node.agreed;

import java.io.IOException;
import java.util.Optional;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.node.exchange.Outcome;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.StepKind;
import org.homeward.protocol.exchange.CaseState;

/** Where the page finds its case, and who makes its drafts. Safe for threads. */
public interface AgreedActs {
    /** A case as this node derived it; empty where there is none of this id. */
    Optional<CaseState> find(String caseId);

    /**
     * Makes a draft for a person of this node, after checking that his role may.
     *
     * @param step what the draft does, for the words that the person is shown
     */
    ActionResult draft(String caseId, StepKind step, String personId, Work work);

    /** What is drafted. */
    interface Work {
        Outcome on(AfterAgreement desk) throws IOException;
    }
}
