package org.homeward.cli.names;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Text files of one thing a line: read whole or refused, written whole or not at all. */
final class Lines {
    private Lines() {}

    /** What a file held, or the sentence to show. */
    sealed interface Outcome {
        record Read(List<String> lines) implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    static Outcome read(Path file) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
                lines.set(0, lines.getFirst().substring(1));
            }
            return lines.stream().allMatch(String::isBlank)
                    ? new Outcome.Refused("The file " + file + " has no line in it.")
                    : new Outcome.Read(lines);
        } catch (CharacterCodingException e) {
            return new Outcome.Refused("The file " + file + " is not UTF-8 text; save it as UTF-8 and try again.");
        } catch (IOException e) {
            return new Outcome.Refused(
                    "The file " + file + " cannot be read; check that it exists and that you may read it.");
        }
    }

    static void write(Path file, List<String> lines) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(temporary, lines);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
