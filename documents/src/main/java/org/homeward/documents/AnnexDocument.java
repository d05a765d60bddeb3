package org.homeward.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One form of Annex IV, blank or with what is known, in two languages side by side. What is not given has a line to write on. The same
 * value always gives the same bytes.
 *
 * @param number this paper's own number, on the page
 * @param values by the form's field; a key that is no field of the form is a caller's bug
 * @param qrText what the code says; at most {@value ListDocument#QR_BYTES} bytes of UTF-8, empty for no code
 * @param printedAt the date inside the PDF, and printed in UTC to the minute
 */
public record AnnexDocument(
        AnnexForm form, String number, Map<String, String> values, String qrText, Instant printedAt) {

    /** Copies the values and checks their keys. */
    public AnnexDocument {
        values = Map.copyOf(values);
        List<String> fields = form.fields();
        values.keySet().forEach(key -> {
            if (!fields.contains(key)) {
                throw new IllegalArgumentException("'" + key + "' is no field of " + form + "; there are " + fields);
            }
        });
        if (qrText.getBytes(StandardCharsets.UTF_8).length > ListDocument.QR_BYTES) {
            throw new IllegalArgumentException("the QR text has more than " + ListDocument.QR_BYTES + " bytes");
        }
    }

    /**
     * The form as A4 PDF with embedded fonts (en, uk, ru, ar; else English).
     *
     * @param first language of the wider labels; the second stands beside it, and where both are one it stands alone
     */
    public byte[] pdf(Locale first, Locale second) {
        return Pdf.render(AnnexHtml.of(this, first, second), form.title(first), printedAt);
    }
}
