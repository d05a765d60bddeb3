package org.homeward.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The static files of a log to be verified. Names are made by the verifier, never taken from what it reads. */
interface LogFiles {
    /** Whether there is anything of this name. */
    boolean has(String name);

    /** The bytes of a regular file of at most this many; null for anything else of that name, and for nothing. */
    byte @Nullable [] read(String name, int limit) throws IOException;

    /** Those in a folder. */
    static LogFiles in(Path folder) {
        return new LogFiles() {
            @Override
            public boolean has(String name) {
                return Files.exists(folder.resolve(name));
            }

            @Override
            public byte @Nullable [] read(String name, int limit) throws IOException {
                Path file = folder.resolve(name);
                if (!Files.isRegularFile(file)) {
                    return null;
                }
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] bytes = in.readNBytes(limit + 1);
                    return bytes.length <= limit ? bytes : null;
                }
            }
        };
    }
}
