package org.homeward.documents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A letter, a receipt or an extract: the same in each of its languages, one under the other. The same value always gives the same bytes.
 *
 * @param about number in the head of every page
 * @param number of this paper
 * @param digest what it can be checked by, in the foot
 * @param generatedAt the date inside the PDF
 */
public record LetterSheet(String about, String number, String digest, List<Part> parts, Instant generatedAt) {

    /** What it says in one language (en, uk, ru, ar; else English). */
    public record Part(Locale language, String title, List<String> paragraphs) {}

    /** A letter without words is a caller's bug. */
    public LetterSheet {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a letter says something");
        }
    }

    /** The letter as A4 PDF with embedded fonts. */
    public byte[] pdf() {
        Labels labels = Labels.of(parts.getFirst().language());
        String title = parts.getFirst().title();
        PageHtml page = new PageHtml(labels, title, "body").frame(about, number, digest);
        parts.forEach(p -> page.part(Labels.of(p.language()), p.title(), p.paragraphs()));
        return Pdf.render(page.html(), title, generatedAt);
    }
}
