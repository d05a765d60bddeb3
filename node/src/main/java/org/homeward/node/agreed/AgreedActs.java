package org.homeward.node.agreed;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.node.exchange.Outcome;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.StepKind;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.CaseState;

/** Where the page finds its case, and who makes its drafts. Safe for threads. */
public interface AgreedActs {
    /** A case as this node derived it; empty where there is none of this id. */
    Optional<CaseState> find(String caseId);

    /**
     * What this node has not told the others of its people.
     *
     * @param notAvailable lines of people who are kept back
     * @param again lines of which this node said so, and whose people nothing keeps back any more
     * @param dead lines of people whose death two people of this node confirmed and of whom the case does not know it
     * @param boards what boards decided, by line
     */
    record Untold(Set<String> notAvailable, Set<String> again, Set<String> dead, Map<String, Board> boards) {}

    /** What this node has not told in that case; nothing where there is none of this id. */
    Untold untold(String caseId);

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
