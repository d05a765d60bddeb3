package org.homeward.cli.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.homeward.ledger.LogVerifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward ledger page}: the second verifier, a single HTML file. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the second verifier: one HTML file that checks a log in a browser, from the local disk, without a network.",
            "It was written apart from this program, so that nobody has to trust the one or the other alone."
        },
        footer = {"", "Exit code: 0 written, 2 bad usage.", "", "Example:", "  homeward ledger page --out verifier.html"
        })
final class LedgerPage implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; without it, standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        try (InputStream page = Objects.requireNonNull(LogVerifier.class.getResourceAsStream("verifier.html"))) {
            Output.text(spec, out, new String(page.readAllBytes(), StandardCharsets.UTF_8));
            return 0;
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
