package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.handover.log.Roster;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.handover.reconciliation.JointSignature;
import org.homeward.handover.reconciliation.JointSignatures;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field sign}: one side's signature under the joint statement. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = {
            "Signs, for one side, the joint statement of a day as these logs and closings make it. The signature is for the digest",
            "that is printed on the statement: what is joined later makes another statement. When both sides have signed the same,",
            "a node drafts the receipt for those who came and what their families are told."
        },
        footer = {
            "",
            "Exit code: 0 written, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field sign --plan drill/roster.json --logs drill --officer officer-aa-01 --key drill/keys/officer-aa-01.key"
        })
final class FieldSign implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = {"--plan", "--roster"},
            required = true,
            paramLabel = "FILE",
            description = "The day's roster.")
    @SuppressWarnings("NullAway.Init")
    private Path plan;

    @Option(
            names = "--logs",
            required = true,
            paramLabel = "FOLDER",
            description = "Folder of the logs and closings; the .hwsign file goes there.")
    @SuppressWarnings("NullAway.Init")
    private Path logs;

    @Option(names = "--officer", required = true, paramLabel = "ID", description = "Who signs, as in the roster.")
    @SuppressWarnings("NullAway.Init")
    private String officer;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "His private key.")
    @SuppressWarnings("NullAway.Init")
    private Path key;

    @Override
    public Integer call() {
        try {
            Result<DayLogs> read = Logs.read(plan, logs);
            if (read instanceof Result.Refused<DayLogs>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            Roster roster = read.get().day().roster();
            Reconciliation r = read.get().reconciled();
            SigningKey signing =
                    SigningKey.fromPrivateText(Files.readString(key).strip());
            JointSignature.Signed signed =
                    new JointSignature(1, roster.caseId(), roster.handover(), r.digest(), officer).sign(signing);
            Optional<Refusal> flaw = signed.flaw(roster);
            if (flaw.isPresent()) {
                return Output.refuse(spec, flaw.get());
            }
            Path file = logs.resolve(officer + "-" + r.digest().substring(0, 16) + DayLogs.SIGNATURE);
            Output.file(file, signed.bytes());
            Output.line(spec, "Signed the statement " + r.digest() + "; written to " + file + ".");
            Output.line(spec, r.open().size() + " cases are open in it.");
            var all = new java.util.ArrayList<>(read.get().signatures());
            all.add(signed);
            if (JointSignatures.of(r, roster, all).both(roster)) {
                Output.line(spec, "Both sides have signed it.");
            }
            return 0;
        } catch (IllegalArgumentException e) {
            return Output.refuse(spec, "The file of --key holds no private key.");
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
