package org.homeward.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListDocumentTest {

    @Test
    void printsCaseDigestAndPageOfPagesOnEveryPage() throws IOException {
        byte[] pdf = list(90, "Зразковий Іван").pdf(Locale.ENGLISH);
        Files.write(Path.of("target", "list-en.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int page = 1; page <= pages; page++) {
                // The extractor gives the page counters after their words, wherever they stand on the page.
                assertThat(text(document, page))
                        .contains("X-2026-01", "sha256:0123abcd", "Name (Latin)")
                        .containsPattern("Page +of +" + page + " +" + pages + "|Page " + page + " of " + pages);
            }
            assertThat(text(document, 1)).contains("Зразковий Іван", "Zrazkovyi Ivan 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk", "ru", "ar"})
    void givesTheSameBytesForTheSameInput(String language) throws IOException {
        Locale locale = Locale.of(language);
        byte[] first = list(40, "Зразковий Іван").pdf(locale);
        Files.write(Path.of("target", "sample-" + language + ".pdf"), first);
        assertThat(list(40, "Зразковий Іван").pdf(locale)).isEqualTo(first);
    }

    @Test
    void hostileNamesNeitherHideNorBreakTheTable() throws IOException {
        String hostile = "\u202Eevil\u2066<script>&amp;\u0000\uD83D\uDE00\uD800" + "W".repeat(2_000);
        byte[] pdf = list(3, hostile).pdf(Locale.ENGLISH);
        Files.write(Path.of("target", "hostile.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // A name of the greatest length fills a page, so the rows stand on several.
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("evil<script>&amp;[U+1F600]", "[+", "ZrazkovyiIvan3");
            assertThat(text).doesNotContain("\u202E", "\u2066", "\u0000");
        }
    }

    @Test
    void anyTextGivesADocumentThatOpens() throws IOException {
        Random random = new Random(20260205);
        for (int round = 0; round < 15; round++) {
            String any = random.ints(60, 0, round % 2 == 0 ? 0x3000 : 0x11_0000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            try (PDDocument document = Loader.loadPDF(list(2, any).pdf(Locale.ENGLISH))) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                        .contains("ZrazkovyiIvan2");
            }
        }
    }

    @Test
    void noCellIsAFormula() {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r", " =", "\u202E=", "＝")) {
            String csv = new String(list(1, start + "1+1").csv(Locale.ENGLISH), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("\uFEFF\"No.\",").contains(",\"'");
        }
        String csv = new String(list(1, "O\"Neil").csv(Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(csv).contains("\"O\"\"Neil\"").endsWith("\r\n").doesNotContain("\"'");
    }

    @Test
    void everyLanguageHasTheSameLabels() {
        assertThat(Stream.of("_uk", "_ru", "_ar").map(ListDocumentTest::keys)).allMatch(keys("")::equals);
    }

    private static java.util.Set<String> keys(String suffix) {
        Properties properties = new Properties();
        try (InputStream in = ListDocument.class.getResourceAsStream("Messages" + suffix + ".properties")) {
            properties.load(
                    new java.io.InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static ListDocument list(int size, String originalName) {
        return new ListDocument(
                "List for exchange, first part",
                "X-2026-01",
                "L-7",
                List.of("Party A", "Party B", "Agency"),
                "Soldiers, per side; wounded outside the balance",
                IntStream.rangeClosed(1, size)
                        .mapToObj(i -> new ListDocument.Row(
                                i,
                                originalName,
                                "Zrazkovyi Ivan " + i,
                                "1990-01-02",
                                "Private",
                                "Held long",
                                "In turn"))
                        .toList(),
                List.of(new ListDocument.Total("Persons", size)),
                "X-2026-01 L-7 sha256:0123abcd",
                Instant.parse("2026-02-05T08:00:00Z"),
                "sha256:0123abcd");
    }
}
