package org.homeward.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.homeward.protocol.crypto.Bytes;

/**
 * Runs case after case among three nodes until a number of simulated hours has passed.
 *
 * <p>Single-threaded; one seed gives one run, bit for bit. Runs of other seeds may go on at the same time.
 */
public final class Simulation {
    private static final int STEPS_PER_CASE = 20_000;

    private Simulation() {}

    /**
     * @param cases cases whose people all came back, as all three know
     * @param happened how often each {@link Happening} came to pass, by its name
     * @param hash digest over all envelopes: equal for equal seeds
     */
    public record Result(long hours, long steps, int cases, Map<String, Long> happened, String hash) {
        public Result {
            happened = Map.copyOf(happened);
        }

        /** How often that happened. */
        public long times(Happening happening) {
            return happened.getOrDefault(happening.name(), 0L);
        }
    }

    /**
     * @throws Broken when an invariant does not hold
     */
    public static Result run(long seed, long hours) throws IOException {
        Seeded random = new Seeded(seed);
        SimClock clock = new SimClock();
        Counts counts = new Counts();
        Instant start = clock.instant();
        Instant end = start.plus(Duration.ofHours(hours));
        long steps = 0;
        int cases = 0;
        String hash = "";
        while (clock.instant().isBefore(end)) {
            World world = new World(random, clock, counts);
            int ofCase = 0;
            while (!world.over() && clock.instant().isBefore(end)) {
                world.step();
                steps++;
                if (++ofCase > STEPS_PER_CASE) {
                    throw new Broken("a case comes to its end when people go on trying");
                }
            }
            if (world.over()) {
                cases++;
                counts.add(Happening.CASE_AGREED);
                world.twoOrders();
            }
            hash = Bytes.hex(Bytes.sha256(Bytes.utf8(hash + world.hash())));
        }
        return new Result(Duration.between(start, clock.instant()).toHours(), steps, cases, counts.all(), hash);
    }
}
