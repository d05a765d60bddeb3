package org.homeward.node.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.TransparencyLog;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.store.PrivateActs;
import org.homeward.protocol.json.MalformedJsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's own log: every act of its store, in order, each once.
 *
 * <p>An act is in the store first, in the transaction of what it did; from there it is taken here. The log itself says how far it has come:
 * its entries are numbered as the acts are, so that a stop in between neither loses an act nor takes one twice. {@code homeward ledger
 * verify} checks the log as any other; {@link PrivateAudit} compares it with the store.
 *
 * <p>What an owner of the store and of the node's keys cannot do is take back what somebody outside has seen: give the checkpoint away on
 * paper ({@code homeward ledger paper}), or to an ombudsman's witness.
 */
public final class PrivateLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateLog.class);
    private static final int BATCH = 1_000;

    private final PrivateActs acts;
    private final TransparencyLog log;
    private final NodeIdentity identity;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("private log").daemon().factory());
    private final AtomicBoolean publicationDue = new AtomicBoolean();

    private PrivateLog(PrivateActs acts, TransparencyLog log, NodeIdentity identity) {
        this.acts = acts;
        this.log = log;
        this.identity = identity;
    }

    /**
     * Opens or makes the log in that folder, and takes in what the store has done since.
     *
     * @throws IOException when the folder is in use or damaged, or the log is ahead of the store: then one of them is another time's
     */
    public static PrivateLog start(PrivateActs acts, Path folder, NodeIdentity identity) throws IOException {
        NoteSigner key = identity.privateLogKey();
        TransparencyLog log =
                TransparencyLog.open(folder, LogOptions.of(key.verifier().name(), List.of(key)));
        try {
            PrivateLog started = new PrivateLog(acts, log, identity);
            started.compareEnds(folder);
            started.take();
            log.publish();
            acts.listen(() -> started.writer.execute(started::takeSafely));
            // What was committed between the first taking and the listening.
            started.writer.execute(started::takeSafely);
            return started;
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** A store put back from an older backup must not be carried on as if its later acts had never been. */
    private void compareEnds(Path folder) throws IOException {
        long size = log.size();
        if (size == 0) {
            return;
        }
        List<PrivateActs.PrivateAct> last = acts.after(size - 1, 1);
        try {
            if (!last.isEmpty()
                    && SignedEntry.parse(log.entry(size - 1))
                            .act()
                            .equals(last.getFirst().entry())) {
                return;
            }
        } catch (MalformedJsonException e) {
            throw new IOException(
                    "The node's own log in " + folder + " holds an entry that is none: restore the backup.", e);
        }
        throw new IOException("The node's own log in " + folder + " has " + size
                + " entries, and the store does not know the last of them: store and log are of two times."
                + " Restore both from one backup.");
    }

    private void take() {
        List<PrivateActs.PrivateAct> next;
        do {
            next = acts.after(log.size(), BATCH);
            for (PrivateActs.PrivateAct act : next) {
                log.append(SignedEntry.of(act.entry(), identity.signing()).bytes());
            }
        } while (next.size() == BATCH);
    }

    private void takeSafely() {
        try {
            take();
            if (!writer.isShutdown() && publicationDue.compareAndSet(false, true)) {
                writer.schedule(this::publishSafely, 1, TimeUnit.SECONDS);
            }
        } catch (RuntimeException e) {
            // The acts are in the store: the next act, or the next start, takes them.
            LOG.error("acts could not be taken into the node's own log yet", e);
        }
    }

    private void publishSafely() {
        publicationDue.set(false);
        try {
            log.publish();
        } catch (RuntimeException e) {
            LOG.error("the node's own log could not be published yet", e);
        }
    }

    /** Takes in what is left, publishes, and closes the files. */
    @Override
    public void close() {
        acts.listen(() -> {});
        writer.shutdown();
        try {
            writer.awaitTermination(10, TimeUnit.SECONDS);
            take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            log.close();
        }
    }
}
