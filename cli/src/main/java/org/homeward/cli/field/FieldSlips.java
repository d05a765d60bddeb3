package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.homeward.documents.SlipSheet;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.paper.Slips;
import org.homeward.handover.slip.Slip;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field slips}: a slip for everybody, to print and cut. */
@Command(
        name = "slips",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a slip for everybody of the lists and the reserve as PDF, eight to a sheet: a signed code and a number, no name.",
            "A code is read and checked without a network (`field scan`), also where a part of it is torn or stained."
        },
        footer = {
            "",
            "Exit code: 0 written, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field slips --roster drill/roster.json --officer officer-neutral-01 \\",
            "    --key drill/keys/officer-neutral-01.key --out slips.pdf"
        })
final class FieldSlips implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--roster", required = true, paramLabel = "FILE", description = "The day's roster.")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Option(names = "--officer", required = true, paramLabel = "ID", description = "Who signs the slips.")
    @SuppressWarnings("NullAway.Init")
    private String officer;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "His private key.")
    @SuppressWarnings("NullAway.Init")
    private Path key;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The PDF to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--lang", defaultValue = "en", description = "en, uk, ru or ar; ${DEFAULT-VALUE} if not given.")
    private String language = "en";

    @Override
    public Integer call() {
        try {
            Result<Roster> day = RosterText.read(Files.readAllBytes(roster));
            if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            Result<Slip.Maker> maker = Slip.Maker.of(
                    day.get(),
                    officer,
                    SigningKey.fromPrivateText(Files.readString(key).strip()));
            if (maker instanceof Result.Refused<Slip.Maker>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            SlipSheet sheet = Slips.of(day.get(), maker.get(), Instant.now());
            Output.file(out, sheet.pdf(Locale.of(language)));
            Output.line(spec, "Wrote " + sheet.slips().size() + " slips to " + out + ".");
            return 0;
        } catch (IllegalArgumentException e) {
            return Output.refuse(
                    spec,
                    "The file of --key holds no private key, or a number on the lists is above " + Slip.HIGHEST + ".");
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
