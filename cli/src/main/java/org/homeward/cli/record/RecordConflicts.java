package org.homeward.cli.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.node.record.ConfirmedEntries;
import org.homeward.record.confirmed.ConfirmedRecord;
import org.homeward.record.confirmed.Conflicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints where confirmed entries give different values for one typed key. */
@Command(
        name = "conflicts",
        mixinStandardHelpOptions = true,
        description = {
            "Prints pairs of confirmed entries that give different values for one typed key: the number or the basis of people to whom"
                    + " the same happened, the day or the venue of a round of talks, in articles at most three days apart. It says"
                    + " \"differs\", never which is right.",
            "Exit code: 0 done, 2 the record cannot be used."
        },
        footer = {"", "Example:", "  homeward record conflicts --record press"})
final class RecordConflicts implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--record", required = true, paramLabel = "DIR", description = "the folder of the record")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path folder;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            return bad("There is no record in " + folder + "; confirm an entry first or name another folder.");
        }
        ConfirmedRecord.Opening opening = ConfirmedRecord.open(folder);
        if (opening instanceof ConfirmedRecord.Opening.Refused refused) {
            return bad(refused.sentence());
        }
        try (ConfirmedRecord record = ((ConfirmedRecord.Opening.Opened) opening).record()) {
            List<Conflicts.Pair> pairs = Conflicts.among(ConfirmedEntries.standing(record.lines()).stream()
                    .flatMap(line -> ConfirmedEntries.keys(line).stream())
                    .toList());
            PrintWriter out = spec.commandLine().getOut();
            for (Conflicts.Pair pair : pairs) {
                out.println("Differs (" + pair.first().key() + ", "
                        + pair.first().field() + "): number "
                        + pair.first().number() + " gives " + pair.first().value() + ", number "
                        + pair.second().number() + " gives " + pair.second().value());
                out.println("  " + pair.first().words());
                out.println("  " + pair.second().words());
            }
            out.println(pairs.size() + " differences among " + record.lines().size() + " confirmed entries.");
            out.flush();
        }
        return 0;
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
