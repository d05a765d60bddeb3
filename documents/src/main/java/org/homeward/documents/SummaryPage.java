package org.homeward.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The front page of an exchange's folder: one HTML file that opens from a stick, on a telephone or on paper, with nothing
 * fetched and nothing run. A content security policy inside the page says so to the browser. The same value always gives the
 * same bytes.
 *
 * @param caseNumber the exchange's number
 * @param generatedAt printed in UTC to the minute
 * @param parties names of the parties and the mediator
 * @param figures what was counted on the way, in printed order
 * @param counts persons by side and category, drawn as bars
 * @param signatures who signed the agreement, and when
 * @param checkpoint the joint log's state that the folder proves
 * @param files the folder's files, see {@link ListedFile#under}; this page itself cannot be among them
 */
public record SummaryPage(
        String caseNumber,
        Instant generatedAt,
        List<String> parties,
        List<Figure> figures,
        List<CategoryCount> counts,
        List<SignatureLine> signatures,
        CheckpointLine checkpoint,
        List<ListedFile> files) {

    /** Copies the lists. */
    public SummaryPage {
        parties = List.copyOf(parties);
        figures = List.copyOf(figures);
        counts = List.copyOf(counts);
        signatures = List.copyOf(signatures);
        files = List.copyOf(files);
    }

    /** One figure with its label, both in the reader's language. */
    public record Figure(String label, String value) {}

    /** The page as UTF-8, labels in the given language (en, uk, ru, ar; else English); Arabic runs right to left. */
    public byte[] html(Locale locale) {
        return new SummaryHtml(Labels.of(locale)).of(this).getBytes(StandardCharsets.UTF_8);
    }
}
