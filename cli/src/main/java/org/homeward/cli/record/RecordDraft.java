package org.homeward.cli.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.homeward.record.Article;
import org.homeward.record.Reading;
import org.homeward.record.Span;
import org.homeward.record.draft.Draft;
import org.homeward.record.draft.DraftJson;
import org.homeward.record.statement.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Prints what an article reports, as a draft. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a press article (plain text, UTF-8; English, Ukrainian or Russian) and prints a draft: statements with their"
                    + " speakers, figures, times, rounds and days of talks, agreements and demands, and dates that do not fit.",
            "Every field is a stretch of the text; nothing is confirmed. The outlet reports that somebody said it, no more.",
            "Exit code: 0 done, 2 the file is not an article (nothing is printed)."
        },
        footer = {"", "Example:", "  homeward record draft article.txt --published 2026-02-05 --json"})
final class RecordDraft implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the article, plain text")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path file;

    @Option(
            names = "--published",
            required = true,
            paramLabel = "DAY",
            description = "the day it was published, as 2026-02-05: weekdays are counted from it")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private LocalDate published;

    @Option(names = "--json", description = "print as JSON")
    private boolean json;

    @Override
    public Integer call() {
        byte[] bytes;
        try {
            if (Files.isRegularFile(file) && Files.size(file) > Article.MAX_BYTES) {
                return bad("The file is larger than 2 MiB; save the article alone as text.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return bad("The file " + file + " cannot be read; check that it exists and that you may read it.");
        }
        Reading reading = Article.read(bytes, published);
        if (reading instanceof Reading.Refused refused) {
            return bad(refused.sentence());
        }
        Draft draft = Draft.of(((Reading.Accepted) reading).article());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(DraftJson.of(draft)));
        } else {
            print(draft, out);
        }
        out.flush();
        return 0;
    }

    private static void print(Draft draft, PrintWriter out) {
        Article a = draft.article();
        out.println("Draft of " + draft.article().sha256() + ", nothing confirmed.");
        for (Statement s : draft.statements()) {
            Span speaker = s.speaker();
            String who = speaker == null ? "speaker not found" : a.words(speaker);
            String stands = s.referent() == null ? "" : " (" + s.referent().value() + ")";
            out.println("- " + s.tier() + " " + who + stands + ": "
                    + s.content().stream()
                            .map(a::words)
                            .collect(Collectors.joining(" … "))
                            .replaceAll("\\s+", " "));
        }
        draft.figures()
                .forEach(f ->
                        out.println("- FIGURE " + f.value() + " " + a.words(f.unit()) + ", basis " + f.basisKind()));
        draft.times().forEach(t -> out.println("- TIME " + a.words(t.words()) + " = " + t.value()));
        draft.talks()
                .forEach(d -> out.println("- TALKS " + d.kind() + " " + d.number()
                        + (d.date() == null ? "" : " on " + d.date().value())));
        draft.clauses()
                .forEach(c ->
                        out.println("- " + c.type() + ": " + a.words(c.text()).replaceAll("\\s+", " ")));
        draft.differences().forEach(d -> out.println("- DIFFERS " + d.sentence()));
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
