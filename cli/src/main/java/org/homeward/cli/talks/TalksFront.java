package org.homeward.cli.talks;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.homeward.talks.front.Clauses;
import org.homeward.talks.front.Domain;
import org.homeward.talks.front.Front;
import org.homeward.talks.front.FrontReport;
import org.homeward.talks.front.PreferenceFiles;
import org.homeward.talks.front.Profile;
import org.homeward.talks.front.ProfileFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The exact front of two profiles and the points on it that bargaining theory names. */
@Command(
        name = "front",
        mixinStandardHelpOptions = true,
        description = {
            "Finds every pair of worth that no outcome beats for one side without costing the other, and on it the Nash,"
                    + " egalitarian, Kalai-Smorodinsky and utilitarian points. Exact: fractions, no tolerance.",
            "Reads GeniusWeb JSON and GENIUS XML (linear additive; discrete, integer and real issues). The formats and the"
                    + " definitions are in docs/talks.md.",
            "Exit code: 0 a front, 1 the clauses leave no outcome, 2 bad input."
        },
        footer = {
            "",
            "Examples:",
            "  homeward talks front --domain party.json --a party1.json --b party2.json --json",
            "  homeward talks front --domain Laptop.xml --a buyer.xml --b seller.xml --clauses rules.json --out front"
        })
public final class TalksFront implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = "--domain",
            paramLabel = "FILE",
            description = "the issues and their options; without it, the domain inside the first profile")
    private @Nullable Path domainFile;

    @Option(names = "--a", required = true, paramLabel = "FILE", description = "the first side's profile")
    @SuppressWarnings("NullAway.Init") // required
    private Path fileA;

    @Option(names = "--b", required = true, paramLabel = "FILE", description = "the second side's profile")
    @SuppressWarnings("NullAway.Init") // required
    private Path fileB;

    @Option(names = "--clauses", paramLabel = "FILE", description = "clauses between issues: IF, BAR, TOGETHER")
    private @Nullable Path clausesFile;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description =
                    "the text on the table, as JSON of issue to option: also finds the nearest text that hurts neither"
                            + " side (it heeds no clauses)")
    private @Nullable Path fromFile;

    @Option(
            names = "--no-reservation",
            description = "count gains from nothing instead of from each side's reservation, as GENIUS does for Nash")
    private boolean withoutReservation;

    @Option(
            names = "--outcomes",
            paramLabel = "N",
            defaultValue = "1",
            description = "name up to N outcomes for each point (default: ${DEFAULT-VALUE}); 'ways' always counts all")
    private int outcomes;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "a new folder for front.json and front.csv")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        try {
            return run();
        } catch (Refused refused) {
            spec.commandLine().getErr().println(refused.sentence());
            return 2;
        }
    }

    private int run() throws IOException, Refused {
        if (outcomes < 1) {
            throw new Refused("--outcomes is " + outcomes + "; give at least 1");
        }
        if (out != null && Files.exists(out)) {
            throw new Refused("the folder " + out + " is there already; name a new one");
        }
        ProfileFile readA = Refused.unless(fileA, PreferenceFiles.profile(Refused.bytes(fileA)));
        ProfileFile readB = Refused.unless(fileB, PreferenceFiles.profile(Refused.bytes(fileB)));
        Domain domain = readA.domain();
        if (domainFile != null) {
            domain = Refused.unless(domainFile, PreferenceFiles.domain(Refused.bytes(domainFile)));
        } else if (domain == null) {
            throw new Refused(fileA + " does not hold its domain; name it with --domain");
        }
        Profile a = Refused.unless(fileA, readA.bind(domain));
        Profile b = Refused.unless(fileB, readB.bind(domain));
        if (withoutReservation) {
            a = a.withoutReservation();
            b = b.withoutReservation();
        }
        Clauses clauses = clausesFile == null
                ? Clauses.NONE
                : Refused.unless(clausesFile, PreferenceFiles.clauses(Refused.bytes(clausesFile), domain));
        if (fromFile != null && !clauses.clauses().isEmpty()) {
            throw new Refused("--from and --clauses do not go together; the nearest text heeds no clauses");
        }
        int[] from = fromFile == null
                ? null
                : Refused.unless(fromFile, PreferenceFiles.text(Refused.bytes(fromFile), domain));
        return switch (Front.of(a, b, clauses)) {
            case Front.Result.NoOutcome() -> {
                spec.commandLine().getOut().println("The clauses contradict each other: no outcome keeps them all.");
                yield 1;
            }
            case Front.Result.TooLarge() ->
                throw new Refused(
                        "the front has more points on the way than fit in memory; take fewer issues at a time,"
                                + " or round the numbers in the profiles");
            case Front.Result.Found(Front front) -> {
                FrontReport report =
                        FrontReport.of(domain, a, b, clauses.clauses().size(), front, outcomes, from);
                if (out != null) {
                    write(out, report);
                }
                print(report);
                yield 0;
            }
        };
    }

    private void print(FrontReport report) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(JSON.writeValueAsString(report));
            return;
        }
        to.printf(
                "%s: %s outcomes, %d on the front%s%n",
                report.domain(),
                report.outcomes(),
                report.front().size(),
                report.clauses() == 0 ? "" : " under " + report.clauses() + " clauses");
        report.front().forEach(point -> to.println(line("", point)));
        solution(to, "Nash", report.nash());
        solution(to, "Egalitarian", report.egalitarian());
        solution(to, "Kalai-Smorodinsky", report.kalaiSmorodinsky());
        solution(to, "Utilitarian", report.utilitarian());
        FrontReport.Step nearest = report.nearest();
        if (nearest != null) {
            to.printf(
                    Locale.ROOT,
                    "%-18s a +%.6f  b +%.6f  %s, changed: %s%n",
                    "Nearest",
                    nearest.gainA(),
                    nearest.gainB(),
                    nearest.outcome(),
                    String.join(", ", nearest.changed()));
        }
        report.notes().forEach(note -> to.println("Note: " + note));
    }

    private static void solution(PrintWriter to, String name, FrontReport.@Nullable Point point) {
        to.println(point == null ? String.format(Locale.ROOT, "%-18s none", name) : line(name, point));
    }

    private static String line(String name, FrontReport.Point point) {
        return String.format(
                Locale.ROOT,
                "%-18s a %.6f  b %.6f  %s%s",
                name,
                point.a(),
                point.b(),
                point.outcome(),
                point.ways() == 1 ? "" : "  (" + point.ways() + " ways)");
    }

    /** Writes the folder at once or not at all. */
    private static void write(Path out, FrontReport report) throws IOException {
        Path target = out.toAbsolutePath();
        Path parent = Objects.requireNonNull(target.getParent(), "a folder has a parent");
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, ".front");
        try {
            Files.writeString(draft.resolve("front.json"), JSON.writeValueAsString(report) + "\n");
            Files.writeString(draft.resolve("front.csv"), csv(report));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(draft.resolve("front.json"));
            Files.deleteIfExists(draft.resolve("front.csv"));
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    private static String csv(FrontReport report) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> head = new ArrayList<>(List.of("a", "b", "ways"));
            head.addAll(report.front().getFirst().outcome().keySet());
            csv.writeRecord(head);
            for (FrontReport.Point point : report.front()) {
                List<String> row = new ArrayList<>(
                        List.of(Double.toString(point.a()), Double.toString(point.b()), Long.toString(point.ways())));
                row.addAll(point.outcome().values());
                csv.writeRecord(row);
            }
        }
        return text.toString();
    }
}
