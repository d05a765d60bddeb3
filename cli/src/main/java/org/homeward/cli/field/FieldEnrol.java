package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.pack.Enrolment;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeward field enrol}: devices that made their own keys join a roster. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the roster with devices that made their own keys, as telephones do, and with their officers.",
            "A device or officer whose id the roster has takes its place. Slips and packs are made after this: both hold the roster."
        },
        footer = {
            "",
            "Exit code: 0 written, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field enrol --roster drill/roster.json --out roster.json aa-01.hwenrol bb-01.hwenrol"
        })
final class FieldEnrol implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--roster", required = true, paramLabel = "FILE", description = "The day's roster.")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The roster to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Parameters(arity = "1..*", paramLabel = "ENROLMENT", description = "What the devices gave.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        try {
            Result<Roster> day = RosterText.read(Files.readAllBytes(roster));
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                day = day.then(r -> Enrolment.read(bytes).then(e -> e.into(r)));
                if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
                    return Output.refuse(spec, file.getFileName() + ": " + refusal.sentence());
                }
                Output.line(
                        spec,
                        file.getFileName() + ": "
                                + Bytes.hex(Bytes.sha256(bytes))
                                        .substring(0, 16)
                                        .replaceAll("(.{4})(?=.)", "$1 "));
            }
            if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            Output.file(out, RosterText.write(day.get()));
            Output.line(
                    spec,
                    "Wrote the roster with " + day.get().devices().size() + " devices to " + out
                            + ". Compare the figures above with those on the devices' screens.");
            return 0;
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
