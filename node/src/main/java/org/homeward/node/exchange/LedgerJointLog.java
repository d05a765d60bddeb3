package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.ledger.TransparencyLog;
import org.homeward.ledger.Witness;
import org.homeward.protocol.envelope.JointEntry;

/** The joint log as a transparency log on disk, which anybody can check with {@code homeward ledger verify}. */
public final class LedgerJointLog implements JointLog, AutoCloseable {
    private final TransparencyLog log;
    private final String origin;
    private final Path folder;

    private LedgerJointLog(TransparencyLog log, String origin, Path folder) {
        this.log = log;
        this.origin = origin;
        this.folder = folder;
    }

    /**
     * Opens or makes the log in that folder.
     *
     * @param signers the mediator's keys; each bears the origin's name
     */
    public static LedgerJointLog open(Path folder, String origin, List<NoteSigner> signers) throws IOException {
        return new LedgerJointLog(TransparencyLog.open(folder, LogOptions.of(origin, signers)), origin, folder);
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

    /**
     * What a witness that last co-signed {@code oldSize} entries is asked to co-sign now (C2SP tlog-witness, add-checkpoint).
     *
     * @return the body of the request, or empty when the witness's line is under the last checkpoint
     */
    public Optional<byte[]> offer(long oldSize, NoteVerifier witness) {
        SignedNote checkpoint = log.latestCheckpoint();
        long size = checkpoint.checkpoint().get().size();
        boolean done = log.cosignedCheckpoint()
                .filter(note -> note.text().equals(checkpoint.text()))
                .filter(note -> note.verify(List.of(witness)).accepted())
                .isPresent();
        return oldSize < 0 || oldSize > size || done
                ? Optional.empty()
                : Optional.of(Witness.request(oldSize, log.consistencyProof(oldSize, size), checkpoint));
    }

    /** The mediator's newest checkpoint: it covers every act. */
    public SignedNote checkpoint() {
        return log.latestCheckpoint();
    }

    /** Keeps the co-signatures of these witnesses under a checkpoint of this log; lines of strangers are dropped. */
    public Result<SignedNote> cosigned(SignedNote note, List<NoteVerifier> witnesses) {
        List<SignedNote.Line> own = note.signatures().stream()
                .filter(line -> line.name().equals(origin))
                .toList();
        return own.isEmpty()
                ? Result.refused("log.foreign-checkpoint", "The checkpoint is not one of this log.")
                : log.addCosignatures(new SignedNote(note.text(), own), note.signatures(), witnesses);
    }

    /** The newest checkpoint that bears a co-signature. */
    public Optional<SignedNote> cosignedCheckpoint() {
        return log.cosignedCheckpoint();
    }

    /** Copies what anybody needs to verify the log: its checkpoints and its static files, as last published. */
    public void copyStatic(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = folder.relativize(file);
                if (name.startsWith("tile") || name.toString().startsWith("checkpoint")) {
                    Path copy = target.resolve(name.toString());
                    Files.createDirectories(copy.toAbsolutePath().getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
