package org.homeward.cli.talks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command on a folder of talks; what it cannot use is one sentence, and exit code 2. */
abstract class TalksOf implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the folder of the talks")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Option(
            names = "--signer",
            paramLabel = "KEY",
            description = "the key that must have signed every entry, as 'talks open' printed it")
    private @Nullable String signer;

    abstract int run() throws IOException, Refused;

    @Override
    public Integer call() throws IOException {
        try {
            return run();
        } catch (Refused refused) {
            spec.commandLine().getErr().println(refused.sentence());
            return 2;
        }
    }

    Path folder() {
        return folder;
    }

    @Nullable
    String signer() {
        return signer;
    }

    boolean json() {
        return json;
    }

    void print(@Nullable Object line) {
        spec.commandLine().getOut().println(line);
    }
}
