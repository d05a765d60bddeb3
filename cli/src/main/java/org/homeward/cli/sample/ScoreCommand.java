package org.homeward.cli.sample;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.sample.SampleGenerator.TruePair;
import org.homeward.sample.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how links compare with the truth, and which errors lost people. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Compares links with the truth: precision of links, recall of people, and recall by what stands between the two rows.",
            "Truth: a CSV file with the columns held_id, sought_id and errors, as homeward sample writes it. Links: a CSV file"
                    + " with the columns held_id and sought_id, as homeward trace writes it.",
            "Exit code: 0 done, 2 a file cannot be used."
        },
        footer = {"", "Example:", "  homeward sample score --truth sample/truth-ua.csv --links links.csv"})
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--truth", required = true, paramLabel = "truth.csv", description = "the truth")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path truth;

    @Option(names = "--links", required = true, paramLabel = "links.csv", description = "the links to compare with it")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path links;

    @Option(names = "--json", description = "print the figures as JSON; shares in ten thousandths")
    private boolean json;

    /** A file that is not what it should be; its message is the sentence. */
    private static final class BadFile extends Exception {
        private static final long serialVersionUID = 1;

        BadFile(String sentence) {
            super(sentence);
        }
    }

    @Override
    public Integer call() {
        Score score;
        try {
            score = Score.of(pairs(truth), links(links));
        } catch (BadFile e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
        if (json) {
            spec.commandLine().getOut().println(new String(CanonicalJson.bytes(tree(score)), StandardCharsets.UTF_8));
        } else {
            print(score, spec.commandLine().getOut());
        }
        return 0;
    }

    private static List<TruePair> pairs(Path file) throws BadFile {
        List<TruePair> pairs = new ArrayList<>();
        for (NamedCsvRecord record : records(file, "held_id", "sought_id", "errors")) {
            pairs.add(new TruePair(
                    record.getField("held_id"),
                    record.getField("sought_id"),
                    Arrays.stream(record.getField("errors").split(" "))
                            .filter(e -> !e.isEmpty())
                            .toList()));
        }
        return pairs;
    }

    private static List<Score.Link> links(Path file) throws BadFile {
        return records(file, "held_id", "sought_id").stream()
                .map(r -> new Score.Link(r.getField("held_id"), r.getField("sought_id")))
                .toList();
    }

    private static List<NamedCsvRecord> records(Path file, String... columns) throws BadFile {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> records = csv.stream().toList();
            if (!records.isEmpty() && !records.getFirst().getHeader().containsAll(List.of(columns))) {
                throw new BadFile(file + " needs the columns " + String.join(", ", columns) + " in its first line.");
            }
            return records;
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new BadFile(file + " cannot be read as CSV in UTF-8: check the path and the file.");
        }
    }

    private static void print(Score score, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "precision %.4f (%d of %d links; wrong: %d of people on no list, %d of somebody else)%n",
                score.precision(),
                score.right(),
                score.links(),
                score.notSought(),
                score.mistaken());
        out.printf(Locale.ROOT, "recall    %.4f (%d of %d people)%n", score.recall(), score.found(), score.people());
        out.printf(Locale.ROOT, "F1        %.4f%n", score.f1());
        out.println("Recall by what stands between the two rows:");
        row(out, "(nothing)", score.easy());
        score.byKind().forEach((kind, share) -> row(out, kind, share));
    }

    private static void row(PrintWriter out, String name, Score.Share share) {
        if (share.of() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %-22s %.4f (%d of %d)%n",
                    name,
                    share.found() / (double) share.of(),
                    share.found(),
                    share.of());
        }
    }

    private static Map<String, Object> tree(Score score) {
        Map<String, Object> kinds = new TreeMap<>();
        score.byKind().forEach((kind, share) -> kinds.put(kind, Map.of("found", share.found(), "of", share.of())));
        return Map.of(
                "links", score.links(),
                "right", score.right(),
                "notSought", score.notSought(),
                "mistaken", score.mistaken(),
                "people", score.people(),
                "found", score.found(),
                "precisionTimes10000", Math.round(score.precision() * 10_000),
                "recallTimes10000", Math.round(score.recall() * 10_000),
                "f1Times10000", Math.round(score.f1() * 10_000),
                "byKind", kinds);
    }
}
