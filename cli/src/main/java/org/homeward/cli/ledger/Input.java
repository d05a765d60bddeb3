package org.homeward.cli.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.Result;

/** Files that a user names, of any size, kind and content: what they hold, or one sentence. Pipes are read as files are. */
final class Input {
    /** No key, however long its name, is as long as this. */
    private static final int LONGEST_KEY = 1 << 16;

    private Input() {}

    /**
     * All bytes of a file.
     *
     * @param limit most bytes that are read
     * @param what what the file is to the user, such as "policy"
     */
    static Result<byte[]> read(Path file, int limit, String what) {
        String named = "The " + what + " file " + printable(file.toString());
        if (Files.isDirectory(file)) {
            return refused(named + " is a folder: name a file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length <= limit
                    ? Result.ok(bytes)
                    : refused(named + " is larger than the " + (limit >> 10) + " KiB that one may have.");
        } catch (NoSuchFileException absent) {
            return refused(named + " does not exist: check its path.");
        } catch (AccessDeniedException closed) {
            return refused(named + " may not be read: check your rights.");
        } catch (IOException broken) {
            return refused(named + " could not be read to its end: check the disk.");
        }
    }

    /** The same as text. */
    static Result<String> text(Path file, int limit, String what) {
        return read(file, limit, what).then(bytes -> {
            try {
                return Result.ok(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException binary) {
                return refused("The " + what + " file " + printable(file.toString()) + " is not a text in UTF-8.");
            }
        });
    }

    /** A public key: itself, or a file with nothing else in it. */
    static Result<NoteVerifier> key(String given) {
        Result<NoteVerifier> itself = NoteVerifier.parse(given);
        if (itself.accepted() || given.isBlank() || given.split("\\+", 3).length == 3) {
            return itself;
        }
        try {
            return text(Path.of(given), LONGEST_KEY, "key").then(text -> NoteVerifier.parse(text.strip()));
        } catch (InvalidPathException neither) {
            return itself;
        }
    }

    private static <T> Result<T> refused(String sentence) {
        return Result.refused("usage.unreadable", sentence);
    }

    /** One line, whatever the file is called. */
    private static String printable(String path) {
        return path.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
