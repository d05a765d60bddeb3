package org.homeward.documents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The agreement as three people at a table read it: what was agreed, about how many, and whose keys signed which bytes. The
 * signed bytes are the canonical JSON, whose digest stands on every page; this paper shows them and replaces nothing. The
 * same value always gives the same bytes.
 *
 * @param caseNumber the exchange's number, on every page
 * @param version the agreement's own number, on every page; an amendment has a new one
 * @param agreedAt printed in UTC to the minute, and the date inside the PDF
 * @param parties names of the parties and the mediator
 * @param terms the terms as sentences in the reader's language, numbered from 1 in this order
 * @param counts persons by side and category
 * @param signatures one for each party and the mediator
 * @param checkpoint the joint log's state when the agreement was signed
 * @param digest digest of the canonical JSON that was signed, on every page
 */
public record AgreementDocument(
        String caseNumber,
        String version,
        Instant agreedAt,
        List<String> parties,
        List<String> terms,
        List<CategoryCount> counts,
        List<SignatureLine> signatures,
        CheckpointLine checkpoint,
        String digest) {

    /** Copies the lists. */
    public AgreementDocument {
        parties = List.copyOf(parties);
        terms = List.copyOf(terms);
        counts = List.copyOf(counts);
        signatures = List.copyOf(signatures);
    }

    /**
     * The agreement as A4 PDF with embedded fonts, labels in the given language (en, uk, ru, ar; else English); Arabic is
     * laid out right to left.
     */
    public byte[] pdf(Locale locale) {
        Labels labels = Labels.of(locale);
        return Pdf.render(AgreementHtml.of(this, labels), labels.get("agreement"), agreedAt);
    }
}
