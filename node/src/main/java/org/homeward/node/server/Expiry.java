package org.homeward.node.server;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.homeward.node.store.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wipes, at the start and every hour, what the registers may keep no longer. */
final class Expiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("expiry").factory());

    private Expiry() {}

    static Expiry start(Registers registers, Clock clock) {
        Expiry expiry = new Expiry();
        expiry.timer.scheduleWithFixedDelay(() -> wipe(registers, clock), 0, 1, TimeUnit.HOURS);
        return expiry;
    }

    private static void wipe(Registers registers, Clock clock) {
        try {
            int wiped = registers.expire(clock.instant());
            if (wiped > 0) {
                LOG.info("rows past their expiry that were wiped: {}", wiped);
            }
        } catch (RuntimeException e) {
            // The next hour tries again; a timer whose task throws would never run again.
            LOG.error("rows past their expiry could not be wiped", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(10, TimeUnit.SECONDS);
    }
}
