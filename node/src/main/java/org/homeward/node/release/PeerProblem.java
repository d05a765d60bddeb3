package org.homeward.node.release;

/** All that another node is told of what goes wrong here. The sentences are fixed, so that none can quote what is inside. */
public enum PeerProblem {
    STRANGER(401, "This door is for the nodes that are enrolled in the case; the request is not signed by one."),
    BAD_INDEX(400, "Acts are counted from 0."),
    BAD_REQUEST(400, "The request is not of the form that the door takes."),
    TOO_LARGE(413, "The request has more bytes than are taken here."),
    BAD_COSIGNATURE(409, "The co-signature is not taken: fetch the newest checkpoint and co-sign that."),
    LOG_STOPPED(503, "The joint log has stopped because its disk failed; start the node again when the disk is sound."),
    UNREACHABLE(502, "This could not be finished now, and nothing is half-done: try again.");

    private final int status;
    private final String sentence;

    PeerProblem(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The status of HTTP that goes with it. */
    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }
}
