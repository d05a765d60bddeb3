package org.homeward.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Minutes of a day of talks, in one language or in several side by side, line beside line, so that two who read different languages
 * see that they read the same. The same value always gives the same bytes.
 *
 * @param talks which talks, on every page
 * @param number which minutes, on every page: round and day
 * @param columns one a language, each with as many lines as the others
 * @param generatedAt the date inside the PDF
 */
public record MinutesDocument(String talks, String number, List<Column> columns, Instant generatedAt) {
    /** A line; {@code level} 1 is the title, 2 a heading, 0 text under them. */
    public record Line(int level, String text) {}

    /** The minutes in one language. */
    public record Column(Locale language, List<Line> lines) {
        public Column {
            lines = List.copyOf(lines);
        }
    }

    /** Columns of different length would set lines beside others that they do not translate: a caller's bug. */
    public MinutesDocument {
        columns = List.copyOf(columns);
        int lines = columns.getFirst().lines().size();
        if (columns.stream().anyMatch(c -> c.lines().size() != lines)) {
            throw new IllegalArgumentException("minutes have the same lines in every language");
        }
    }

    /** As A4 PDF with embedded fonts. */
    public byte[] pdf() {
        Labels labels = Labels.of(columns.getFirst().language());
        String title = columns.getFirst().lines().getFirst().text();
        PageHtml page = new PageHtml(labels, title, "body");
        page.frame("talks", talks, "minutes", number, digest());
        page.parallel(columns);
        return Pdf.render(page.html(), title, generatedAt);
    }

    /** Over the words that are printed: two who hold copies compare it. */
    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Column column : columns) {
                for (Line line : column.lines()) {
                    sha.update((line.level() + " " + line.text() + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
