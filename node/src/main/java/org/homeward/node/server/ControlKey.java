package org.homeward.node.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.protocol.crypto.Bytes;

/**
 * The key of a running node for commands of this machine, new at each start and kept in its home. Whoever can read it can read the
 * node's own keys, so it opens nothing that was closed.
 */
final class ControlKey {
    static final String HEADER = "Homeward-Control";
    private static final String FILE = "node.control";

    private final String key;

    private ControlKey(String key) {
        this.key = key;
    }

    static ControlKey make(Path home) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String key = Bytes.hex(secret);
        Path temporary = home.resolve(FILE + ".new");
        Files.deleteIfExists(temporary);
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        DurableFiles.replace(temporary, Bytes.utf8(key), home.resolve(FILE));
        return new ControlKey(key);
    }

    /** The key of the node that runs in that home. */
    static Optional<String> read(Path home) throws IOException {
        Path file = home.resolve(FILE);
        return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII)) : Optional.empty();
    }

    boolean opens(@org.jspecify.annotations.Nullable String said) {
        return said != null && MessageDigest.isEqual(Bytes.utf8(said), Bytes.utf8(key));
    }
}
