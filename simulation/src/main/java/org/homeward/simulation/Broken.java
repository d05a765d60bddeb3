package org.homeward.simulation;

/** An invariant does not hold: the message names it; the seed replays it. */
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String invariant) {
        super(invariant);
    }
}
