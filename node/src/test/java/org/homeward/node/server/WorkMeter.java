package org.homeward.node.server;

/**
 * A clock that measures work instead of time: it goes forward by a fixed step for each thing that a node asks of its surroundings, and by as much
 * as somebody waits. Two worlds in which the same is done have the same time on it, on any machine.
 */
final class WorkMeter {
    /** What one question costs; a few hundred of them fit into a beat. */
    private static final long STEP = 100_000;

    private long nanos;
    private long asked;

    void ask() {
        asked++;
        nanos += STEP;
    }

    void pass(long more) {
        nanos += more;
    }

    long nanos() {
        return nanos;
    }

    /** How often anything was asked so far. */
    long asked() {
        return asked;
    }
}
