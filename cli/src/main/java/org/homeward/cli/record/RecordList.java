package org.homeward.cli.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.homeward.node.record.ConfirmedEntries;
import org.homeward.record.confirmed.ConfirmedRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Prints the confirmed record, every line of its chain checked. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what people have confirmed that the press reports, after checking the chain of hashes from the first line to the last.",
            "Exit code: 0 done, 2 the record cannot be used."
        },
        footer = {"", "Example:", "  homeward record list --record press"})
final class RecordList implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--record", required = true, paramLabel = "DIR", description = "the folder of the record")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path folder;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            spec.commandLine()
                    .getErr()
                    .println("There is no record in " + folder + "; confirm an entry first or name another folder.");
            return 2;
        }
        ConfirmedRecord.Opening opening = ConfirmedRecord.open(folder);
        if (opening instanceof ConfirmedRecord.Opening.Opened opened) {
            try (ConfirmedRecord record = opened.record()) {
                PrintWriter out = spec.commandLine().getOut();
                for (ConfirmedRecord.Line line : record.lines()) {
                    JsonNode all = ConfirmedEntries.JSON.readTree(line.entry());
                    String kind = all.path("kind").asString();
                    String done = kind.equals(ConfirmedEntries.REJECTED) ? "rejected" : "confirmed";
                    if (kind.equals(ConfirmedEntries.WITHDRAWN)) {
                        out.println(line.number() + ". withdraws number "
                                + all.path("number").asLong() + ": "
                                + all.path("reason").asString() + " [by "
                                + all.path("by").asString() + ", "
                                + all.path("at").asString() + "]");
                        continue;
                    }
                    out.println(line.number() + ". " + ConfirmedEntries.summary(all) + " [" + done + " by "
                            + all.path("by").asString() + ", " + all.path("at").asString() + "]");
                }
                out.println(record.lines().size() + " entries; the chain holds"
                        + (record.lines().isEmpty()
                                ? "."
                                : ", last hash " + record.lines().getLast().hash()));
                out.flush();
            }
            return 0;
        }
        spec.commandLine().getErr().println(((ConfirmedRecord.Opening.Refused) opening).sentence());
        return 2;
    }
}
