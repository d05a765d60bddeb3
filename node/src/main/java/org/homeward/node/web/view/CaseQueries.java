package org.homeward.node.web.view;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pages ask this node. Answers hold only what this node may see; safe for threads; nothing here changes anything. */
public interface CaseQueries {
    /** Lines on one page of a list. */
    int LINES_PER_PAGE = 50;

    /** All cases of this node, in the order of their ids. */
    List<CaseSummary> cases();

    /** One case; empty where there is none of this id. */
    Optional<CaseView> caseView(String caseId);

    /**
     * A page of the list of those whom a party seeks, with the answers; without lines before the list is revealed.
     *
     * @param page from 1
     * @param reply reply code to show alone, {@link ListView#NO_REPLY} for lines without one, or null for all
     * @return empty where there is no such case, party or page
     */
    Optional<ListView> list(String caseId, String partyId, int page, @Nullable String reply);

    /** One line with its evidence; empty where this node does not have the line. */
    Optional<LineView> line(String caseId, String partyId, String line);

    /** The balanced lists on the table; empty before they are proposed. */
    Optional<ProposalView> proposal(String caseId);
}
