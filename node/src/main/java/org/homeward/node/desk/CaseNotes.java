package org.homeward.node.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.homeward.node.exchange.DurableFiles;

/**
 * What a node must remember of a case beside the acts, written once and never changed: the list it sealed with its salt, its
 * lottery number, which of its rows answers which line. Lost notes would break a seal, so they are forced to disk before
 * the act that depends on them. Safe for threads.
 */
public final class CaseNotes {
    private final Path folder;

    private CaseNotes(Path folder) {
        this.folder = folder;
    }

    public static CaseNotes open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new CaseNotes(folder);
    }

    synchronized Optional<byte[]> get(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Keeps the value under a name that has none yet. */
    synchronized void put(String name, byte[] value) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            throw new IOException("The note " + name + " of this case is there already; notes are never changed.");
        }
        DurableFiles.replace(folder.resolve(name + ".new"), value, file);
    }
}
