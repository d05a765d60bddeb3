package org.homeward.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.homeward.node.home.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a backup of a node that is stopped. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a backup of a stopped node into one new file: settings, people, cases with their acts, notes and joint log,"
                    + " and the store. The node's keys are left out unless asked for; keep them in another place.",
            "The keys of the persons in the registers are written beside it, into FILE.persons: destroy that file after 30 days. Then what the"
                    + " backup holds of the persons opens for nobody, so that who was erased meanwhile is gone from it too.",
            "A node whose store is a PostgreSQL database is refused: use pg_dump and copy the home.",
            "Exit code: 0 written, 2 bad usage, a running node, or a damaged store; then nothing is written."
        },
        footer = {
            "",
            "Examples:",
            "  homeward backup --home nodes/ua --out ua-2026-02-05.zip",
            "  homeward backup --home nodes/ua --with-keys --out /media/safe/ua-whole.zip"
        })
public final class BackupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "the node's home")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private Path home;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "a file that is not there yet")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private Path out;

    @Option(names = "--with-keys", description = "the node's keys too: whoever reads the file can speak for the node")
    private boolean withKeys;

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    @Override
    public Integer call() {
        try {
            return Said.outcome(spec, Backup.write(home, out, withKeys), "written to " + out, json);
        } catch (IOException e) {
            return Said.refusal(spec, "The backup could not be written: " + e.getMessage());
        }
    }
}
