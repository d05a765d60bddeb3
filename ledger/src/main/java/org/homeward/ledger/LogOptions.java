package org.homeward.ledger;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a log runs.
 *
 * @param origin the log's name; each signer must bear it
 * @param signers one or more keys; each puts its line under every checkpoint
 * @param clock time of the timestamped signatures
 * @param growth bytes by which the write-ahead log grows ahead of its content
 * @param onFailure told once when the disk fails, after which the log accepts nothing more
 */
public record LogOptions(
        String origin, List<NoteSigner> signers, InstantSource clock, int growth, Consumer<IOException> onFailure) {
    /** Exit status of a process that stops because its disk failed (EX_IOERR of sysexits). */
    public static final int EXIT_IO = 74;

    public LogOptions {
        signers = List.copyOf(signers);
        if (signers.isEmpty()
                || signers.stream().anyMatch(s -> !s.verifier().name().equals(origin))) {
            throw new IllegalArgumentException("a log needs a signer, and each bears the name of the log");
        }
    }

    /** The system's clock, 4 MiB steps, and a process that halts when its disk fails. */
    public static LogOptions of(String origin, List<NoteSigner> signers) {
        return new LogOptions(origin, signers, InstantSource.system(), 4 << 20, e -> {
            System.err.println("The disk of log " + origin + " failed, and the process stops: " + e.getMessage());
            Runtime.getRuntime().halt(EXIT_IO);
        });
    }

    /** The same with another answer to a failing disk. */
    public LogOptions withOnFailure(Consumer<IOException> handler) {
        return new LogOptions(origin, signers, clock, growth, handler);
    }

    /** The same with another clock. */
    public LogOptions withClock(InstantSource source) {
        return new LogOptions(origin, signers, source, growth, onFailure);
    }

    List<NoteVerifier> verifiers() {
        return signers.stream().map(NoteSigner::verifier).toList();
    }
}
