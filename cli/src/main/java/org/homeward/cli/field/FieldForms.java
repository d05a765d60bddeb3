package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.homeward.documents.FormSheet;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homeward field forms}: paper, for when devices fail. */
@Command(
        name = "forms",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the numbered paper form of every step as PDF, in two languages side by side. What is written on one is entered",
            "later in `field checkin` with: paper F1-0001 OFFICER TIME, and then the record."
        },
        footer = {
            "",
            "Exit code: 0 written, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field forms --roster drill/roster.json --copies 20 --lang uk,ru --out forms"
        })
final class FieldForms implements Callable<Integer> {
    private static final List<String> LANGUAGES = List.of("en", "uk", "ru", "ar");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--roster", required = true, paramLabel = "FILE", description = "The day's roster.")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Option(
            names = "--copies",
            defaultValue = "10",
            description = "Of each form, 1 to 500; ${DEFAULT-VALUE} if not given.")
    private int copies = 10;

    @Option(names = "--first", defaultValue = "1", description = "Number of the first copy; another one at each point.")
    private int first = 1;

    @Option(
            names = "--lang",
            split = ",",
            defaultValue = "uk,ru",
            paramLabel = "LANG",
            description = "Two of en, uk, ru, ar; ${DEFAULT-VALUE} if not given.")
    private List<String> languages = List.of("uk", "ru");

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Folder for the forms.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        if (languages.size() != 2 || !LANGUAGES.containsAll(languages)) {
            return Output.refuse(spec, "--lang is two of en, uk, ru, ar, as in uk,ru.");
        }
        if (copies < 1 || copies > 500 || first < 1 || first > 9_000) {
            return Output.refuse(spec, "--copies is from 1 to 500 and --first from 1 to 9000.");
        }
        try {
            Result<Roster> day = RosterText.read(Files.readAllBytes(roster));
            if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            Files.createDirectories(out);
            for (FormSheet.Form form : FormSheet.Form.values()) {
                FormSheet sheet =
                        new FormSheet(day.get().caseId(), day.get().handover(), form, first, copies, Instant.now());
                String name =
                        form.code() + "-" + form.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".pdf";
                Output.file(out.resolve(name), sheet.pdf(Locale.of(languages.get(0)), Locale.of(languages.get(1))));
            }
            Output.line(
                    spec,
                    "Wrote " + FormSheet.Form.values().length + " forms, " + copies + " copies of each, to " + out
                            + ".");
            return 0;
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
