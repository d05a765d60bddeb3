package org.homeward.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.homeward.node.home.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a node's home of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a node's home of a backup, after comparing every file with its digest. The keys of the persons in the registers are in"
                    + " the file FILE.persons beside the backup.",
            "A backup without keys needs the node's"
                    + " key file (identity.json) put back beside it before the node can start.",
            "Exit code: 0 restored, 2 bad usage, a folder that is not empty, or a damaged backup; then nothing is written."
        },
        footer = {"", "Example:", "  homeward restore --from ua-2026-02-05.zip --home nodes/ua-again"})
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "the backup")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private Path from;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "a folder that is new or empty")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private Path home;

    @Option(
            names = "--without-persons",
            description = "restore acts, people and logs of a backup whose persons' keys were destroyed")
    private boolean withoutPersons;

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    @Override
    public Integer call() {
        try {
            return Said.outcome(spec, Backup.restore(from, home, withoutPersons), "restored to " + home, json);
        } catch (IOException e) {
            return Said.refusal(spec, "The backup could not be restored: " + e.getMessage());
        }
    }
}
