package org.homeward.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.homeward.node.record.RecordDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Withdraws a confirmed entry by a later line; the earlier one stays as it is. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Withdraws one confirmed entry of a record: a new line says which, why, by whom, and perhaps which confirmed entry takes"
                    + " its place. The line that is withdrawn stays where it is.",
            "Exit code: 0 withdrawn and on the disk, 2 nothing was written."
        },
        footer = {
            "",
            "Example:",
            "  homeward record withdraw --number 3 --reason 'the outlet corrected it' --by 'O. Venn' --record press"
        })
final class RecordWithdraw implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = "--number",
            required = true,
            paramLabel = "N",
            description = "the entry, as 'record list' numbers it")
    private long number;

    @Option(names = "--with", paramLabel = "N", description = "the confirmed entry that takes its place")
    private @Nullable Long with;

    @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "why")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private String reason;

    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who withdraws it")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private String by;

    @Option(names = "--record", required = true, paramLabel = "DIR", description = "the folder of the record")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path folder;

    @Override
    public Integer call() {
        if (by.isBlank()) {
            return bad("Nobody is named; give --by the name of the person who withdraws it.");
        }
        if (!Files.isDirectory(folder)) {
            return bad("There is no record in " + folder + "; name the folder in which it was confirmed.");
        }
        try {
            return switch (new RecordDesk(folder, Clock.systemUTC()).withdraw(number, with, reason, by.strip())) {
                case RecordDesk.Outcome.Ok(String line) -> {
                    spec.commandLine().getOut().println("Number " + number + " is withdrawn, by number " + line + ".");
                    yield 0;
                }
                case RecordDesk.Outcome.Refused(String sentence) -> bad(sentence);
            };
        } catch (RecordDesk.DamagedException e) {
            return bad(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return bad("The record in " + folder
                    + " could not be written; see with homeward record list whether the withdrawal is there.");
        }
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
