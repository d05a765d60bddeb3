package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.SignedNote;
import org.homeward.ledger.TransparencyLog;
import org.homeward.protocol.envelope.JointEntry;

/** The joint log as a transparency log on disk, which anybody can check with {@code homeward ledger verify}. */
public final class LedgerJointLog implements JointLog, AutoCloseable {
    private final TransparencyLog log;

    private LedgerJointLog(TransparencyLog log) {
        this.log = log;
    }

    /**
     * Opens or makes the log in that folder.
     *
     * @param signers the mediator's keys; each bears the origin's name
     */
    public static LedgerJointLog open(Path folder, String origin, List<NoteSigner> signers) throws IOException {
        return new LedgerJointLog(TransparencyLog.open(folder, LogOptions.of(origin, signers)));
    }

    @Override
    public long append(JointEntry entry) {
        return log.append(entry.bytes()).index();
    }

    @Override
    public long size() {
        return log.size();
    }

    @Override
    public byte[] entry(long index) {
        return log.entry(index);
    }

    /** Makes the static files agree with the last entry, and gives the checkpoint over all of them. */
    public SignedNote publish() {
        return log.publish();
    }

    @Override
    public void close() {
        log.close();
    }
}
