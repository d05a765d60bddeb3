package org.homeward.cli.trace;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.homeward.register.RegisterTable;
import org.homeward.tracing.Link;
import org.homeward.tracing.RunnerUp;
import org.homeward.tracing.TraceResult;
import org.jspecify.annotations.Nullable;

/** Writes links and pairs for review as CSV, each file whole or not at all. */
final class LinkFiles {
    private LinkFiles() {}

    /** Writes the links, and the pairs for review where a file for them is named; neither file appears before both are written. */
    static void write(Path out, @Nullable Path review, RegisterTable a, RegisterTable b, TraceResult result)
            throws IOException {
        Path linksPart = part(out);
        Path reviewPart = review == null ? null : part(review);
        try {
            try (CsvWriter csv = CsvWriter.builder().build(linksPart)) {
                csv.writeRecord("held_id", "sought_id", "probability", "match_key", "evidence");
                writeLinks(csv, a, b, result.links());
                writeLinks(csv, a, b, result.repeats());
            }
            if (review != null && reviewPart != null) {
                try (CsvWriter csv = CsvWriter.builder().build(reviewPart)) {
                    writeReview(csv, a, b, result.possible());
                }
                move(reviewPart, review);
            }
            move(linksPart, out);
        } finally {
            Files.deleteIfExists(linksPart);
            if (reviewPart != null) {
                Files.deleteIfExists(reviewPart);
            }
        }
    }

    /** The file's place until it is whole; gone too where the run is stopped while it is written. */
    private static Path part(Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        part.toFile().deleteOnExit();
        return part;
    }

    private static void move(Path part, Path file) throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeLinks(CsvWriter csv, RegisterTable a, RegisterTable b, List<Link> links) {
        links.forEach(link -> csv.writeRecord(
                a.id(link.heldRow()), b.id(link.soughtRow()), probability(link), link.matchKey(), evidence(link)));
    }

    private static void writeReview(CsvWriter csv, RegisterTable a, RegisterTable b, List<Link> possible) {
        csv.writeRecord(
                "held_id", "sought_id", "probability", "match_key", "evidence", "runner_up_id", "why_not_runner_up");
        possible.forEach(link -> {
            RunnerUp second = link.runnerUp();
            csv.writeRecord(
                    a.id(link.heldRow()),
                    b.id(link.soughtRow()),
                    probability(link),
                    link.matchKey(),
                    evidence(link),
                    second == null ? "" : b.id(second.soughtRow()),
                    second == null ? "" : second.whyNot());
        });
    }

    /** One CSV line; for a stream that stays open. */
    static void line(PrintWriter out, String... cells) throws IOException {
        StringWriter line = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(line)) {
            csv.writeRecord(cells);
        }
        out.print(line);
    }

    private static String probability(Link link) {
        return String.format(Locale.ROOT, "%.6f", link.probability());
    }

    static String evidence(Link link) {
        return link.evidence().stream()
                        .map(e -> String.format(Locale.ROOT, "%s: %s (%+.1f bits)", e.field(), e.words(), e.bits()))
                        .collect(Collectors.joining("; "))
                + String.format(
                        Locale.ROOT,
                        "; before looking (%+.1f bits); one family (%+.1f bits)",
                        link.priorBits(),
                        link.familyBits());
    }
}
