package org.homeward.node.web.view;

/** Which cases are open to whom. Safe for threads. */
public interface CaseScope {
    /** Whether the case is open to that reader; one that does not exist is not. */
    boolean isOpen(Reader reader, String caseId);

    /** How many emergencies, in which somebody opened a case that was closed to him, wait for a review by people like this reader. */
    int toReview(Reader reader);
}
