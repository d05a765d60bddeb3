package org.homeward.node.families;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.homeward.node.store.Families;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends released notices whose time has come. A try is noted before it is made and its end after, so that a node that is killed in between
 * tries again later; a server that is down is asked again, in ever longer waits up to four hours; an address that is refused waits for an
 * officer.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int AT_ONCE = 50;
    private static final int LONGEST_WAIT = 240;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("outbox").factory());
    private final Families families;
    private final NoticeChannel mail;
    private final Clock clock;

    public Outbox(Families families, NoticeChannel mail, Clock clock) {
        this.families = families;
        this.mail = mail;
        this.clock = clock;
    }

    /** Looks every half minute. */
    public Outbox start() {
        timer.scheduleWithFixedDelay(this::quietly, 0, 30, TimeUnit.SECONDS);
        return this;
    }

    private void quietly() {
        try {
            run();
        } catch (RuntimeException e) {
            // The next time tries again; a timer whose task throws would never run again.
            LOG.error("notices could not be sent", e);
        }
    }

    /** Tries what is due. @return how many the server took */
    public int run() {
        int taken = 0;
        for (Notice notice : families.due(Channel.MAIL, clock.instant(), AT_ONCE)) {
            Optional<Kin> kin = families.kin(notice.kinId());
            if (kin.isEmpty()) {
                continue;
            }
            Instant now = clock.instant();
            ZoneId zone = ZoneId.of(kin.get().zone());
            Instant awake = QuietHours.next(now, zone);
            Duration wait = Duration.ofMinutes(Math.min(LONGEST_WAIT, 1L << Math.min(notice.attempts(), 8)));
            families.trying(notice.id(), awake.isAfter(now) ? awake : QuietHours.next(now.plus(wait), zone));
            if (awake.isAfter(now)) {
                continue;
            }
            switch (mail.send(kin.get(), notice)) {
                case NoticeChannel.Delivery.Taken() -> taken += families.sent(notice.id(), "", clock.instant()) ? 1 : 0;
                case NoticeChannel.Delivery.Later(String why) -> families.failed(notice.id(), clock.instant(), why);
                case NoticeChannel.Delivery.AddressRefused(String why) ->
                    families.refused(notice.id(), clock.instant(), why);
            }
        }
        return taken;
    }

    @Override
    public void close() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(30, TimeUnit.SECONDS);
    }
}
