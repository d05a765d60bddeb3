package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.slip.Slip;
import org.homeward.handover.slip.SlipScanner;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeward field scan}: whose slip is in a picture. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the code of a slip from a picture and checks it against the day's roster, without a network.",
            "Says the number on the list, the token and who signed."
        },
        footer = {
            "",
            "Exit code: 0 a true slip of this day, 1 no slip, forged or of another day, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field scan --roster drill/roster.json photo.png"
        })
final class FieldScan implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--roster", required = true, paramLabel = "FILE", description = "The day's roster.")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Parameters(paramLabel = "IMAGE", description = "PNG, JPEG, GIF or BMP.")
    @SuppressWarnings("NullAway.Init")
    private Path image;

    @Override
    public Integer call() {
        try {
            Result<Roster> day = RosterText.read(Files.readAllBytes(roster));
            if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            Result<Slip.Read> slip = SlipScanner.read(Files.readAllBytes(image)).then(new Slip.Reader(day.get())::read);
            return switch (slip) {
                case Result.Refused<Slip.Read>(Refusal refusal) -> {
                    Output.refuse(spec, refusal);
                    yield 1;
                }
                case Result.Ok<Slip.Read>(Slip.Read read) -> {
                    Output.line(
                            spec,
                            "Number " + read.expected().number() + " of those who return to "
                                    + read.expected().returnsTo() + ", "
                                    + read.expected().token() + "; signed by "
                                    + read.signer().id() + ".");
                    yield 0;
                }
            };
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
