package org.homeward.cli.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.homeward.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** How the ledger commands speak: results to standard output or whole to a file, one sentence to standard error. */
final class Output {
    static final Refusal NO_FOLDER =
            new Refusal("usage.folder", "The folder of the log does not exist or is not a folder: check its path.");

    private Output() {}

    static void line(CommandSpec spec, String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    static int refuse(CommandSpec spec, int exit, Refusal refusal) {
        spec.commandLine().getErr().println(refusal.sentence());
        spec.commandLine().getErr().flush();
        return exit;
    }

    static int unreadable(CommandSpec spec) {
        return refuse(
                spec,
                2,
                new Refusal(
                        "usage.unreadable", "A file could not be read or written: check its path and your rights."));
    }

    /** To the file, old or new and never half, or to standard output when there is none. */
    static void text(CommandSpec spec, @Nullable Path file, String text) throws IOException {
        if (file == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, ".homeward", ".new");
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
