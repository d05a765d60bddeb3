package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.homeward.ledger.Refusal;
import picocli.CommandLine.Model.CommandSpec;

/** How the field commands speak: results to standard output or whole to a file, one sentence to standard error. */
final class Output {
    private Output() {}

    static void line(CommandSpec spec, String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    static int refuse(CommandSpec spec, Refusal refusal) {
        return refuse(spec, refusal.sentence());
    }

    static int refuse(CommandSpec spec, String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return 2;
    }

    static int unreadable(CommandSpec spec) {
        return refuse(spec, "A file could not be read or written: check its path and your rights.");
    }

    /** A private key to a new file that only its owner may read. */
    static void secret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text + "\n");
    }

    /** To the file, old or new and never half. */
    static void file(Path file, byte[] bytes) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, ".homeward", ".new");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
