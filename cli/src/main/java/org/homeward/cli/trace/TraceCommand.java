package org.homeward.cli.trace;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.register.ReadOutcome;
import org.homeward.tracing.TraceOptions;
import org.homeward.tracing.TraceReport;
import org.homeward.tracing.TraceResult;
import org.homeward.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Links a register of people held with one of people sought. */
@Command(
        name = "trace",
        subcommands = TraceQuery.class,
        mixinStandardHelpOptions = true,
        description = {
            "Links two registers and writes one line per link: both ids as their files give them, the probability, a match key and"
                    + " the evidence per field. A link is a proposal for two people to confirm, never a fact.",
            "Columns are recognised by their headers in English, Ukrainian and Russian, or mapped: a map file has one line per"
                    + " column, HEADER = FIELD, with a field such as SURNAME, GIVEN_NAME, BIRTH_DATE, SERVICE_NUMBER or ID.",
            "links.csv has the columns held_id, sought_id, probability, match_key (+ the same, ~ alike, - against) and evidence (bits per field;"
                    + " with the prior and the term for kin they sum to the pair's own). A person whom a register repeats has a line for each row.",
            "The review file holds the pairs that people should look at, where a look tells most first, with the runner-up and what speaks"
                    + " less for it. A ruled-out file is CSV with the columns held_id and sought_id.",
            "Both files appear whole at the end or not at all, also where the run is stopped. For one new or changed dossier: homeward trace query.",
            "Exit code: 0 done, 2 a file cannot be used or memory does not suffice (the sentence says why; nothing is written)."
        },
        footer = {"", "Example:", "  homeward trace --held held.csv --sought sought.csv --out links.csv"})
public final class TraceCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--held", paramLabel = "A.csv", description = "register of people held")
    private @Nullable Path held;

    @Option(names = "--sought", paramLabel = "B.csv", description = "register of people sought")
    private @Nullable Path sought;

    @Option(names = "--out", paramLabel = "links.csv", description = "file to write")
    private @Nullable Path out;

    @Option(names = "--review", paramLabel = "review.csv", description = "file to write pairs for people to look at")
    private @Nullable Path review;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private TraceShared shared;

    @Override
    public Integer call() throws IOException {
        // Not "required" for picocli, which would ask them of the subcommand too.
        if (held == null || sought == null || out == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required options: --held, --sought and --out are all needed.");
        }
        try {
            return trace(held, sought, out);
        } catch (TraceShared.Unusable e) {
            return bad(e.sentence());
        }
    }

    private int trace(Path held, Path sought, Path out) throws IOException, TraceShared.Unusable {
        ReadOutcome.Read a = shared.read(held);
        ReadOutcome.Read b = shared.read(sought);
        if (!shared.json) {
            show(held, a);
            show(sought, b);
        }
        String tooLarge = TraceInputs.tooLarge(a.table().size(), b.table().size());
        if (tooLarge != null) {
            return bad(tooLarge);
        }
        TraceOptions options = TraceOptions.standard().withRuledOut(shared.pairs());
        TraceResult result = Tracer.trace(a.table(), b.table(), options);
        LinkFiles.write(out, review, a.table(), b.table(), result);
        PrintWriter print = spec.commandLine().getOut();
        if (shared.json) {
            print.println(new String(CanonicalJson.bytes(figures(result)), StandardCharsets.UTF_8));
        } else {
            print.printf(
                    Locale.ROOT,
                    "%d links in %s, and %d pairs that people should look at. %.1f candidates a record, with about %.1f %% of"
                            + " the true pairs among them; about %.0f true links expected. Model %s%n",
                    result.links().size() + result.repeats().size(),
                    out,
                    result.possible().size(),
                    result.report().candidatesPerRecord(),
                    result.report().pairCompleteness() * 100,
                    result.report().expectedLinks(),
                    result.report().modelHash());
            if (!result.report().isLearned()) {
                print.println(
                        "These registers are too small to learn from: the probabilities rest on what is believed of"
                                + " registers in general, so let people look at every link.");
            }
        }
        return 0;
    }

    private static Map<String, Object> figures(TraceResult result) {
        TraceReport report = result.report();
        return Map.ofEntries(
                Map.entry("links", result.links().size()),
                Map.entry("repeats", result.repeats().size()),
                Map.entry("possible", result.possible().size()),
                Map.entry("pairCompletenessTimes1000", Math.round(report.pairCompleteness() * 1000)),
                Map.entry("candidates", report.candidates()),
                Map.entry("candidatesPerRecordTimes1000", Math.round(report.candidatesPerRecord() * 1000)),
                Map.entry("expectedLinksTimes1000", Math.round(report.expectedLinks() * 1000)),
                Map.entry("expectedWrongTimes1000", Math.round(report.expectedWrong() * 1000)),
                Map.entry("learned", report.isLearned()),
                Map.entry("modelHash", report.modelHash()));
    }

    private void show(Path file, ReadOutcome.Read read) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %d rows, %s, separator %s; %s%n",
                        file,
                        read.seen().rows(),
                        read.seen().encoding(),
                        read.seen().separator() == '\t'
                                ? "tab"
                                : "'" + read.seen().separator() + "'",
                        read.table().columns().stream()
                                .map(c -> c.header() + " = " + c.field())
                                .collect(Collectors.joining(", ")));
    }

    private int bad(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
