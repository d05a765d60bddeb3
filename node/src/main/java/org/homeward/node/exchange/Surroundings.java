package org.homeward.node.exchange;

import java.security.SecureRandom;
import java.time.Clock;
import org.homeward.node.release.ReleaseGate;

/** What a node takes from outside its own store: the time, chance, and the one door out. */
public record Surroundings(Clock clock, SecureRandom random, ReleaseGate gate) {
    /** The system's chance and the real gate. */
    public static Surroundings of(Clock clock) {
        return new Surroundings(clock, new SecureRandom(), new ReleaseGate());
    }
}
