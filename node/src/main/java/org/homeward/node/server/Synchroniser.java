package org.homeward.node.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the agency for what is new, for every case, again and again. An agency that is away is a page's message, not an error. */
final class Synchroniser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Synchroniser.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("synchroniser").factory());

    private Synchroniser() {}

    static Synchroniser start(Cases cases) {
        Synchroniser synchroniser = new Synchroniser();
        synchroniser.timer.scheduleWithFixedDelay(
                () -> cases.all().forEach(Synchroniser::one), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return synchroniser;
    }

    private static void one(CaseRoom room) {
        try {
            room.synchronise();
        } catch (IOException e) {
            LOG.debug("case {}: {}", room.caseId(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("case {} could not be synchronised", room.caseId(), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        timer.shutdownNow();
        timer.awaitTermination(10, TimeUnit.SECONDS);
    }
}
