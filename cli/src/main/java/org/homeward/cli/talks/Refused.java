package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.talks.front.PreferenceFiles;
import org.homeward.talks.front.Read;

/** Input that a command cannot use, and the one sentence that says why; the command prints it and answers 2. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    /** The bytes of a file that is there and not larger than any that these commands read. */
    static byte[] bytes(Path file) throws IOException, Refused {
        if (!Files.isRegularFile(file)) {
            throw new Refused("there is no file " + file);
        }
        if (Files.size(file) > PreferenceFiles.MOST_BYTES) {
            throw new Refused(file + " has over " + (PreferenceFiles.MOST_BYTES >> 20) + " MiB; it is not read");
        }
        return Files.readAllBytes(file);
    }

    /** What was read. */
    static <T> T unless(Path file, Read<T> read) throws Refused {
        return switch (read) {
            case Read.Ok<T>(T value) -> value;
            case Read.Bad<T>(String sentence) -> throw new Refused(file + ": " + sentence);
        };
    }
}
