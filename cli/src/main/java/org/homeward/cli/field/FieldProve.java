package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.verifier.ProofVerifier;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeward field prove}: checks a proof against a device. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a proof against a device, without the logs. The device's key is the one in the roster; the file's is not believed.",
            "Checked by code that shares nothing with the code that writes logs and proofs."
        },
        footer = {
            "",
            "Exit code: 0 proven, 1 nothing is proven, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field prove --roster drill/roster.json --device aa-01 proofs/aa-01-FORK-000041.json"
        })
final class FieldProve implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--roster", required = true, paramLabel = "FILE", description = "The day's roster.")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Option(names = "--device", required = true, paramLabel = "ID", description = "The device that is accused.")
    @SuppressWarnings("NullAway.Init")
    private String device;

    @Parameters(paramLabel = "PROOF", description = "A file that `field merge --proofs` wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path proof;

    @Override
    public Integer call() {
        try {
            Result<Roster> day = RosterText.read(Files.readAllBytes(roster));
            if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            Optional<Roster.Device> accused = day.get().device(device);
            if (accused.isEmpty()) {
                return Output.refuse(spec, "The roster has no device of that id.");
            }
            ProofVerifier.Verdict verdict = ProofVerifier.verify(
                    Files.readAllBytes(proof), accused.get().key());
            Output.line(spec, verdict.sentence());
            return verdict.proven() ? 0 : 1;
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
