package org.homeward.documents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Slips to cut out, eight to a sheet: a code of the highest level (H), twice, and the number on the
 * printed list.
 * No name stands on them. The same value always gives the same bytes.
 *
 * @param caseNumber the exchange's number, on every page
 * @param handover the day within it, on every page
 * @param generatedAt printed nowhere but in the PDF's own date
 * @param slips in printed order
 * @param digest digest of the roster that they belong to, on every page
 */
public record SlipSheet(String caseNumber, String handover, Instant generatedAt, List<Slip> slips, String digest) {

    /** Copies the list. */
    public SlipSheet {
        slips = List.copyOf(slips);
    }

    /**
     * One slip.
     *
     * @param returnsTo party he returns to
     * @param number on the printed list
     * @param reserve whether he stands in reserve
     * @param code what the code says
     */
    public record Slip(String returnsTo, int number, boolean reserve, String code) {}

    /** The sheets as A4 PDF with embedded fonts (en, uk, ru, ar; else English). */
    public byte[] pdf(Locale locale) {
        Labels labels = Labels.of(locale);
        PageHtml page = new PageHtml(labels, labels.get("slip.title"), "body");
        page.frame(caseNumber, handover, digest);
        page.cards(slips.stream()
                .map(s -> new PageHtml.Card(
                        s.code(),
                        List.of(
                                s.returnsTo() + (s.reserve() ? " R" : ""),
                                Integer.toString(s.number()),
                                labels.get("slip.keep"))))
                .toList());
        return Pdf.render(page.html(), labels.get("slip.title"), generatedAt);
    }
}
