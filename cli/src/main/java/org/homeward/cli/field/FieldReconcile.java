package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.homeward.documents.ReconciliationDocument;
import org.homeward.handover.log.Roster;
import org.homeward.handover.paper.JointStatement;
import org.homeward.handover.reconciliation.Count;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.handover.reconciliation.JointSignatures;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field reconcile}: planned, handed over, received; and what is open. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Joins a day's logs and sets planned, handed over and received side by side, by each side's own count.",
            "Every difference is a case until an officer of each side has closed it alike (`field close`). Writes",
            "reconciliation.json, cases.csv, account.csv, statement.txt and statement.pdf."
        },
        footer = {
            "",
            "Exit code: 0 no case is open, 1 a case is open, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field reconcile --plan drill/roster.json --logs drill --out evening --lang uk"
        })
final class FieldReconcile implements Callable<Integer> {
    private static final List<String> LANGUAGES = List.of("en", "uk", "ru", "ar");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = {"--plan", "--roster"},
            required = true,
            paramLabel = "FILE",
            description = "The day's roster: keys, and the frozen lists by token.")
    @SuppressWarnings("NullAway.Init")
    private Path plan;

    @Option(
            names = "--logs",
            required = true,
            paramLabel = "FOLDER",
            description = "Folder of .hwlog files, and of .hwclose files where cases were closed.")
    @SuppressWarnings("NullAway.Init")
    private Path logs;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Folder for the results.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "Language of paper and sheets: en, uk, ru or ar; ${DEFAULT-VALUE} if not given.")
    private String language = "en";

    @Override
    public Integer call() {
        if (!LANGUAGES.contains(language)) {
            return Output.refuse(spec, "--lang is one of " + String.join(", ", LANGUAGES) + ".");
        }
        try {
            Result<DayLogs> read = Logs.read(plan, logs);
            if (read instanceof Result.Refused<DayLogs>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            DayLogs day = read.get();
            Reconciliation r = day.reconciled();
            ReconciliationDocument paper = JointStatement.of(r, day.day().roster(), Instant.now());
            Locale locale = Locale.of(language);
            Files.createDirectories(out);
            Output.file(out.resolve("reconciliation.json"), r.json());
            Output.file(out.resolve("cases.csv"), paper.casesCsv(locale));
            Output.file(out.resolve("account.csv"), paper.accountCsv(locale));
            Output.file(out.resolve("statement.txt"), paper.text(locale));
            Output.file(out.resolve("statement.pdf"), paper.pdf(locale));
            say(r, day);
            return r.open().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }

    private void say(Reconciliation r, DayLogs day) {
        for (Count c : r.counts()) {
            Output.line(
                    spec,
                    String.format(
                            Locale.ROOT,
                            "%s to %s: planned %d, handed over %s, received %s",
                            c.what(),
                            c.returnsTo(),
                            c.planned(),
                            c.handedOver() == null ? "not counted" : c.handedOver(),
                            c.received() == null ? "not counted" : c.received()));
        }
        r.cases()
                .forEach(c -> Output.line(
                        spec,
                        c.standing() + " " + c.difference().id()
                                + (c.difference().number() == 0
                                        ? ""
                                        : " (number " + c.difference().number() + " of those who return to "
                                                + c.difference().returnsTo() + ")")));
        Output.line(
                spec,
                r.open().size() + " open; still owed " + r.account().owed().size() + "; written to " + out + ".");
        Roster roster = day.day().roster();
        JointSignatures signed = JointSignatures.of(r, roster, day.signatures());
        signed.officers()
                .forEach((party, officers) ->
                        Output.line(spec, "Signed for " + party + " by " + String.join(", ", officers) + "."));
        if (!signed.earlier().isEmpty()) {
            Output.line(
                    spec,
                    "Signed an earlier statement, which is not this one: " + String.join(", ", signed.earlier()) + ".");
        }
        signed.refused().forEach(x -> Output.line(spec, x.sentence()));
        r.refused().forEach(x -> Output.line(spec, x.sentence()));
        day.refused().forEach(x -> Output.line(spec, x.sentence()));
        if (!r.unclosed().isEmpty()) {
            Output.line(spec, "Logs not closed: " + String.join(", ", r.unclosed()) + ".");
        }
    }
}
