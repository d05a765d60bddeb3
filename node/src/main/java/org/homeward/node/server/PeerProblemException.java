package org.homeward.node.server;

import org.homeward.node.release.PeerProblem;

/** Ends a request of another node with one of the fixed problems. */
final class PeerProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final PeerProblem problem;

    PeerProblemException(PeerProblem problem) {
        super(problem.name());
        this.problem = problem;
    }
}
