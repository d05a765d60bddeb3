package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.handover.log.Roster;
import org.homeward.handover.reconciliation.Closing;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field close}: one side's signature under how a case ends. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = {
            "Signs, for one side, how a case of the reconciliation is closed. It is closed when an officer of the other side has",
            "signed the same. The signature is for the case as these logs show it: what is added later opens it again."
        },
        footer = {
            "",
            "Exit code: 0 written, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field close --plan drill/roster.json --logs drill --case COUNTS_UNEQUAL/bags:aa \\",
            "    --outcome COUNT_AGREED --number 6057 --officer officer-aa-01 --key drill/keys/officer-aa-01.key"
        })
final class FieldClose implements Callable<Integer> {
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
            description = "Folder of the logs; the .hwclose file goes there.")
    @SuppressWarnings("NullAway.Init")
    private Path logs;

    @Option(
            names = "--case",
            required = true,
            paramLabel = "ID",
            description = "The case, as `field reconcile` names it.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--outcome", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Closing.Outcome outcome;

    @Option(names = "--number", defaultValue = "0", description = "The agreed number, with COUNT_AGREED.")
    private long number;

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
            Optional<Reconciliation.Case> about = Reconciliation.of(read.get().day(), List.of()).cases().stream()
                    .filter(c -> c.difference().id().equals(id))
                    .findFirst();
            if (about.isEmpty()) {
                return Output.refuse(spec, "These logs have no case of that name: see `field reconcile`.");
            }
            if (number < 0 || (outcome != Closing.Outcome.COUNT_AGREED && number != 0)) {
                return Output.refuse(spec, "--number is the agreed count, from 0, and goes with COUNT_AGREED only.");
            }
            if (!outcome.fits(about.get().difference().kind())) {
                return Output.refuse(spec, "A case of that kind cannot be closed as " + outcome + ".");
            }
            SigningKey signing =
                    SigningKey.fromPrivateText(Files.readString(key).strip());
            Closing.Signed signed = new Closing(
                            1,
                            roster.caseId(),
                            roster.handover(),
                            about.get().difference().digest(),
                            outcome,
                            number,
                            officer)
                    .sign(signing);
            Optional<Refusal> flaw = signed.flaw(roster);
            if (flaw.isPresent()) {
                return Output.refuse(spec, flaw.get());
            }
            Path file = logs.resolve(
                    officer + "-" + about.get().difference().digest().substring(0, 16) + ".hwclose");
            Output.file(file, signed.bytes());
            Output.line(spec, "Signed " + id + " as " + outcome + "; written to " + file + ".");
            return 0;
        } catch (IllegalArgumentException e) {
            return Output.refuse(spec, "The file of --key holds no private key.");
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
