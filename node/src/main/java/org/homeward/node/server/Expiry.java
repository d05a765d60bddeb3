package org.homeward.node.server;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.homeward.node.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wipes, at the start and every hour, what registers, families and statements may keep no longer. */
final class Expiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("expiry").factory());

    private Expiry() {}

    static Expiry start(Store store, Clock clock) {
        Expiry expiry = new Expiry();
        expiry.timer.scheduleWithFixedDelay(() -> wipe(store, clock), 0, 1, TimeUnit.HOURS);
        return expiry;
    }

    private static void wipe(Store store, Clock clock) {
        try {
            int wiped = store.registers().expire(clock.instant())
                    + store.families().expire(clock.instant())
                    + store.statements().expire(clock.instant());
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
