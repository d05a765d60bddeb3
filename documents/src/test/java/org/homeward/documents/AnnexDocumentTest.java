package org.homeward.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnexDocumentTest {
    private static final Instant AT = Instant.parse("2026-02-05T09:30:00Z");

    private static AnnexDocument full(AnnexForm form) {
        Map<String, String> values = new HashMap<>();
        form.fields().forEach(f -> values.put(f, "Тестенко " + f));
        return new AnnexDocument(form, "A-17", values, "homeward/form/1 A-17", AT);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).as("a form is one sheet").isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @ParameterizedTest
    @EnumSource(AnnexForm.class)
    void eachFormIsOneSheetInTwoLanguagesWithWhatIsKnown(AnnexForm form) throws IOException {
        byte[] pdf = full(form).pdf(Locale.of("uk"), Locale.ENGLISH);
        Files.createDirectories(Path.of("target", "forms"));
        Files.write(Path.of("target", "forms", form + "-uk-en.pdf"), pdf);
        Files.write(Path.of("target", "forms", form + "-ru-ar.pdf"), full(form).pdf(Locale.of("ru"), Locale.of("ar")));

        String text = text(pdf);

        assertThat(text).contains(form.title(Locale.of("uk")), form.title(Locale.ENGLISH), "№ A-17", form.annex());
        form.fields().forEach(f -> assertThat(text).contains(f));
        assertThat(full(form).pdf(Locale.of("uk"), Locale.ENGLISH))
                .as("the same bytes again")
                .isEqualTo(pdf);
        text(full(form).pdf(Locale.of("ru"), Locale.of("ar")));
        text(new AnnexDocument(form, "", Map.of(), "", AT).pdf(Locale.of("ar"), Locale.of("ar")));
    }

    @Test
    void everyLanguageHasEveryLabelAndNoOther() throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (AnnexForm form : AnnexForm.values()) {
            wanted.add(form.name());
            wanted.add(form.name() + ".note");
            form.fields().forEach(f -> wanted.add(form.name() + "." + f));
        }
        for (String language : List.of("", "_uk", "_ru", "_ar")) {
            Properties labels = new Properties();
            try (var in = Files.newBufferedReader(
                    Path.of("src/main/resources/org/homeward/documents/Annex" + language + ".properties"))) {
                labels.load(in);
            }
            assertThat(labels.stringPropertyNames()).as(language).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void hostileWordsStayInTheirField() throws IOException {
        Map<String, String> values = new HashMap<>();
        AnnexForm.CAPTURE_CARD.fields().forEach(f -> values.put(f, "<b>\u202e" + "й".repeat(2_000) + "\u0000</b>"));
        assertThat(text(new AnnexDocument(AnnexForm.REPATRIATION_CERTIFICATE, "x", Map.of("rank", "<b>\u202ex"), "", AT)
                        .pdf(Locale.ENGLISH, Locale.of("ru"))))
                .contains("<b>x");
        assertThat(new AnnexDocument(AnnexForm.CAPTURE_CARD, "x", values, "", AT).pdf(Locale.ENGLISH, Locale.of("ru")))
                .isNotEmpty();
    }

    @Test
    void aFieldOfAnotherFormIsACallersBug() {
        assertThatThrownBy(() -> new AnnexDocument(AnnexForm.CAPTURE_CARD, "", Map.of("chairman", "x"), "", AT))
                .hasMessageContaining("chairman")
                .hasMessageContaining("surname");
    }
}
