package org.homeward.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.homeward.protocol.crypto.Bytes;

/**
 * Runs case after case among three nodes until a number of simulated hours has passed.
 *
 * <p>Single-threaded; one seed gives one run, bit for bit. It sets the random source that Bouncy Castle uses when none is given, so
 * nothing else that needs secrets may run in the same JVM.
 */
public final class Simulation {
    private static final int STEPS_PER_CASE = 20_000;

    private Simulation() {}

    /**
     * @param cases cases that reached an agreement known to all three
     * @param powerCuts how often a node stopped in the middle of its work
     * @param liesFound how often a bureau refused what a lying agency handed out
     * @param hash digest over all envelopes: equal for equal seeds
     */
    public record Result(long hours, long steps, int cases, int powerCuts, int liesFound, String hash) {}

    /**
     * @throws Broken when an invariant does not hold
     */
    public static Result run(long seed, long hours) throws IOException {
        Seeded random = new Seeded(seed);
        CryptoServicesRegistrar.setSecureRandom(random);
        SimClock clock = new SimClock();
        Instant start = clock.instant();
        Instant end = start.plus(Duration.ofHours(hours));
        long steps = 0;
        int cases = 0;
        int powerCuts = 0;
        int liesFound = 0;
        String hash = "";
        while (clock.instant().isBefore(end)) {
            World world = new World(random, clock);
            int ofCase = 0;
            while (!world.agreed() && clock.instant().isBefore(end)) {
                world.step();
                steps++;
                if (++ofCase > STEPS_PER_CASE) {
                    throw new Broken("a case comes to its end when people go on trying");
                }
            }
            cases += world.agreed() ? 1 : 0;
            powerCuts += world.powerCuts;
            liesFound += world.liesFound;
            hash = Bytes.hex(Bytes.sha256(Bytes.utf8(hash + world.hash())));
        }
        return new Result(Duration.between(start, clock.instant()).toHours(), steps, cases, powerCuts, liesFound, hash);
    }
}
