package org.homeward.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A numbered list of persons, ready to be printed or saved as a sheet. The same value always gives the same bytes, so that
 * two sides can compare what they print by digest.
 *
 * @param title what the list is
 * @param caseNumber the exchange's number, on every page
 * @param documentNumber this list's own number, on every page
 * @param parties names of the parties and the mediator
 * @param countingRule the sentence that says who is counted
 * @param rows persons, in printed order
 * @param totals figures under the table
 * @param qrText what the code on the first page says; at most {@value #QR_BYTES} bytes of UTF-8, empty for no code
 * @param generatedAt printed in UTC to the minute, and the date inside the PDF
 * @param digest digest of the signed bytes that this list shows, on every page
 */
public record ListDocument(
        String title,
        String caseNumber,
        String documentNumber,
        List<String> parties,
        String countingRule,
        List<Row> rows,
        List<Total> totals,
        String qrText,
        Instant generatedAt,
        String digest) {

    /** What still fits a code that a telephone reads from paper. */
    public static final int QR_BYTES = 600;

    /** Copies the lists; a code text that is too long for paper is a caller's bug. */
    public ListDocument {
        parties = List.copyOf(parties);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        int bytes = qrText.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > QR_BYTES) {
            throw new IllegalArgumentException("the QR text has " + bytes + " bytes; at most " + QR_BYTES + " fit");
        }
    }

    /** One person; any text may be empty when it is not known or not given. */
    public record Row(
            int number,
            String originalName,
            String latinName,
            String birthDate,
            String rank,
            String category,
            String reason) {}

    /** One figure with its label. */
    public record Total(String label, long count) {}

    /**
     * The list as A4 PDF with embedded fonts, labels in the given language (en, uk, ru, ar; else English); Arabic is laid
     * out right to left.
     */
    public byte[] pdf(Locale locale) {
        return Pdf.render(ListHtml.of(this, Labels.of(locale)), SafeText.line(title), generatedAt);
    }

    /**
     * The rows as CSV: UTF-8 with byte order mark, every cell quoted, CRLF (RFC 4180), and no cell that a spreadsheet would
     * run as a formula.
     */
    public byte[] csv(Locale locale) {
        return ListCsv.of(this, Labels.of(locale)).getBytes(StandardCharsets.UTF_8);
    }
}
