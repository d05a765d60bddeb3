package org.homeward.cli.trace;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.homeward.register.RegisterTable;
import org.homeward.tracing.Link;
import org.homeward.tracing.RunnerUp;

/** Writes links and pairs for review as CSV, each file whole or not at all. */
final class LinkFiles {
    private LinkFiles() {}

    static void writeLinks(Path file, RegisterTable a, RegisterTable b, List<Link> links) throws IOException {
        whole(file, csv -> {
            csv.writeRecord("held_id", "sought_id", "probability", "match_key", "evidence");
            links.forEach(link -> csv.writeRecord(
                    a.id(link.heldRow()), b.id(link.soughtRow()), probability(link), link.matchKey(), evidence(link)));
        });
    }

    static void writeReview(Path file, RegisterTable a, RegisterTable b, List<Link> possible) throws IOException {
        whole(file, csv -> {
            csv.writeRecord(
                    "held_id",
                    "sought_id",
                    "probability",
                    "match_key",
                    "evidence",
                    "runner_up_id",
                    "why_not_runner_up");
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
        });
    }

    private static String probability(Link link) {
        return String.format(Locale.ROOT, "%.6f", link.probability());
    }

    private static String evidence(Link link) {
        return link.evidence().stream()
                        .map(e -> String.format(Locale.ROOT, "%s: %s (%+.1f bits)", e.field(), e.words(), e.bits()))
                        .collect(Collectors.joining("; "))
                + String.format(
                        Locale.ROOT,
                        "; before looking (%+.1f bits); brothers or sisters (%+.1f bits)",
                        link.priorBits(),
                        link.siblingBits());
    }

    private interface Writing {
        void to(CsvWriter csv);
    }

    private static void whole(Path file, Writing writing) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (CsvWriter csv = CsvWriter.builder().build(temporary)) {
                writing.to(csv);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
