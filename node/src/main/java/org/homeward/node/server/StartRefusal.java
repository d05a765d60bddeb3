package org.homeward.node.server;

/** The node does not start, and why: one sentence that says what, where, and what to do. */
public final class StartRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    StartRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    StartRefusal(String sentence) {
        super(sentence);
    }
}
