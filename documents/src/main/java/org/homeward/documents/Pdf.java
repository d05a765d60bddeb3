package org.homeward.documents;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Turns XHTML into PDF bytes that depend on nothing but the input: no clock, no machine font, no random id. */
final class Pdf {
    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    static byte[] render(String html, String title, Instant date) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .defaultTextDirection(TextDirection.LTR)
                .withHtmlContent(html, null)
                .toStream(out);
        font(builder, "NotoSans-Regular", "Noto Sans", 400);
        font(builder, "NotoSans-Bold", "Noto Sans", 700);
        font(builder, "NotoSansArabic-Regular", "Noto Sans Arabic", 400);
        font(builder, "NotoSansArabic-Bold", "Noto Sans Arabic", 700);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                GregorianCalendar day = GregorianCalendar.from(date.atZone(ZoneOffset.UTC));
                PDDocumentInformation information = new PDDocumentInformation();
                information.setTitle(title);
                information.setProducer("Homeward");
                information.setCreationDate(day);
                information.setModificationDate(day);
                document.setDocumentInformation(information);
                // Otherwise the file's id is made from the clock.
                document.setDocumentId(date.getEpochSecond());
                document.save(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("fonts/" + file + ".ttf"), file);
    }
}
