package org.homeward.cli.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeward.record.exchange.ExchangesPage;
import org.homeward.record.exchange.PublishedExchanges;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Counts over exchanges as both sides published them. */
@Command(
        name = "exchanges",
        mixinStandardHelpOptions = true,
        description = {
            "Reads published exchanges (CSV: date, ua_returned, ru_returned, kind, mediators, source) and prints totals per year and"
                    + " per mediator, the longest gaps, and where the sources differ. The dead are counted apart.",
            "Exit code: 0 done, 2 the file cannot be used (nothing is written)."
        },
        footer = {"", "Example:", "  homeward record exchanges exchanges.csv --html exchanges.html"})
final class RecordExchanges implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_BYTES = 16 << 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the exchanges as CSV")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path file;

    @Option(names = "--json", description = "print as JSON")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "write a page with a chart to this file")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        String csv;
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
                return bad("The file is larger than 16 MiB; this is not a table of exchanges.");
            }
            csv = Files.readString(file);
        } catch (CharacterCodingException e) {
            return bad("The file " + file + " is not UTF-8 text; save it as UTF-8 and try again.");
        } catch (IOException e) {
            return bad("The file " + file + " cannot be read; check that it exists and that you may read it.");
        }
        PublishedExchanges.Outcome outcome = PublishedExchanges.read(csv);
        if (outcome instanceof PublishedExchanges.Outcome.Refused refused) {
            return bad(refused.sentence());
        }
        PublishedExchanges data = ((PublishedExchanges.Outcome.Read) outcome).exchanges();
        if (html != null) {
            Path part = html.resolveSibling(html.getFileName() + ".part");
            try {
                Files.writeString(part, ExchangesPage.html(data));
                Files.move(part, html, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                return bad("The page cannot be written to " + html
                        + "; check that the folder exists and that you may write there.");
            } finally {
                Files.deleteIfExists(part);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("byYear", data.byYear());
            all.put("byMediator", data.byMediator());
            all.put(
                    "gaps",
                    data.gaps().stream()
                            .map(g -> Map.of("from", g.from().toString(), "to", g.to().toString(), "days", g.days()))
                            .toList());
            all.put(
                    "disputed",
                    data.disputed().stream()
                            .map(e -> Map.of("day", e.day().toString(), "kind", e.kind(), "source", e.source()))
                            .toList());
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } else {
            data.byYear()
                    .forEach((year, t) -> out.println(year + ": " + t.exchanges() + " exchanges, home to Ukraine "
                            + t.toUkraine() + ", home to Russia " + t.toRussia()));
            data.byMediator()
                    .forEach((m, t) -> out.println(m + ": " + t.exchanges() + " exchanges, home to Ukraine "
                            + t.toUkraine() + ", home to Russia " + t.toRussia()));
            data.gaps().stream()
                    .limit(5)
                    .forEach(g -> out.println("No exchange for " + g.days() + " days: " + g.from() + " to " + g.to()));
            data.disputed()
                    .forEach(e -> out.println("Sources differ or a number is withheld: " + e.day() + " " + e.kind()));
        }
        out.flush();
        return 0;
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
