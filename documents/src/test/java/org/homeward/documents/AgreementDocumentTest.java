package org.homeward.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementDocumentTest {
    static final List<CategoryCount> COUNTS = List.of(
            new CategoryCount("Party A", "Held longest", 120, true),
            new CategoryCount("Party A", "Under 25", 37, true),
            new CategoryCount("Party A", "Seriously wounded", 9, false),
            new CategoryCount("Party B", "Held longest", 101, true),
            new CategoryCount("Party B", "Under 25", 56, true),
            new CategoryCount("Party B", "Seriously wounded", 4, false));

    @Test
    void showsTermsCountsAndSignaturesAndTheDigestOnEveryPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(agreement(Collections.nCopies(40, "Each side releases 157 soldiers."))
                .pdf(Locale.ENGLISH))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("X-2026-01", "sha256:0123abcd", "A-1");
            }
            assertThat(text(document))
                    .contains("40Eachsidereleases157soldiers.")
                    .contains("Heldlongest120101", "Under253756", "Seriouslywounded(outsidethebalance)94")
                    .contains("Totalinsidethebalance157157", "Totaloutsidethebalance94")
                    .contains("Insidethebalancethesidesareequal.")
                    .contains("SampleOfficerTwo", "UTC2026-02-0509:15", "anchorbeaconcandle", "1234");
        }
    }

    @Test
    void saysThatTheSidesAreNotEqualWhenTheyAreNot() throws IOException {
        List<CategoryCount> counts = new ArrayList<>(COUNTS);
        counts.add(new CategoryCount("Party B", "Under 25", 1, true));
        AgreementDocument a = agreement(List.of());
        AgreementDocument uneven = new AgreementDocument(
                a.caseNumber(),
                a.version(),
                a.agreedAt(),
                a.parties(),
                a.terms(),
                counts,
                a.signatures(),
                a.checkpoint(),
                a.digest());
        try (PDDocument document = Loader.loadPDF(uneven.pdf(Locale.ENGLISH))) {
            assertThat(text(document)).contains("Totalinsidethebalance157158", "thesidesareNOTequal.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk", "ru", "ar"})
    void givesTheSameBytesForTheSameInput(String language) throws IOException {
        Locale locale = Locale.of(language);
        byte[] first = agreement(List.of("Each side releases 157 soldiers.")).pdf(locale);
        Files.write(Path.of("target", "agreement-" + language + ".pdf"), first);
        assertThat(agreement(List.of("Each side releases 157 soldiers.")).pdf(locale))
                .isEqualTo(first);
    }

    @Test
    void theFirstColumnStandsOnTheRightInArabicAndOnTheLeftInEnglish() {
        String english = AgreementHtml.of(agreement(List.of("Term.")), Labels.of(Locale.ENGLISH));
        String arabic = AgreementHtml.of(agreement(List.of("Term.")), Labels.of(Locale.of("ar")));
        assertThat(english).contains("<td>1</td><td>Term.</td>", "<th>Party A</th><th>Party B</th>");
        assertThat(arabic).contains("<td>Term.</td><td>1</td>", "<th>Party B</th><th>Party A</th>", "dir=\"rtl\"");
    }

    @Test
    void hostileTextNeitherHidesNorBecomesMarkup() throws IOException {
        String t = Hostile.TEXT;
        byte[] pdf = new AgreementDocument(
                        t,
                        t,
                        Instant.EPOCH,
                        List.of(t, "Party B"),
                        List.of(t, "The last term."),
                        List.of(new CategoryCount(t, t, 3, true)),
                        List.of(new SignatureLine(t, List.of(t), t, Instant.EPOCH)),
                        new CheckpointLine(1, t, t),
                        t)
                .pdf(Locale.ENGLISH);
        Files.write(Path.of("target", "agreement-hostile.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(text(document))
                    .contains("evil<script>alert(1)</script>", "[U+1F600]", "Thelastterm.")
                    .doesNotContain("\u202E", "\u2066", "\u0000");
        }
    }

    @Test
    void anyTextGivesADocumentThatOpens() throws IOException {
        Random random = new Random(20260205);
        for (int round = 0; round < 8; round++) {
            String any = random.ints(60, 0, round % 2 == 0 ? 0x3000 : 0x11_0000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            try (PDDocument document =
                    Loader.loadPDF(agreement(List.of(any, "The last term.")).pdf(Locale.ENGLISH))) {
                assertThat(text(document)).contains("Thelastterm.");
            }
        }
    }

    @Test
    void aNegativeNumberOfPersonsIsRefused() {
        assertThatThrownBy(() -> new CategoryCount("Party A", "Under 25", -1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }

    static List<SignatureLine> signatures() {
        Instant signed = Instant.parse("2026-02-05T09:15:00Z");
        return List.of(
                new SignatureLine(
                        "Party A",
                        List.of("Sample Officer One", "Sample Officer Two"),
                        "SHA256:" + "a1".repeat(32),
                        signed),
                new SignatureLine(
                        "Party B",
                        List.of("Sample Officer Three", "Sample Officer Four"),
                        "SHA256:" + "b2".repeat(32),
                        signed),
                new SignatureLine(
                        "Agency",
                        List.of("Sample Officer Five", "Sample Officer Six"),
                        "SHA256:" + "c3".repeat(32),
                        signed));
    }

    private static AgreementDocument agreement(List<String> terms) {
        return new AgreementDocument(
                "X-2026-01",
                "A-1",
                Instant.parse("2026-02-05T09:20:00Z"),
                List.of("Party A", "Party B", "Agency"),
                terms,
                COUNTS,
                signatures(),
                new CheckpointLine(1234, "n0H".repeat(14), "anchor beacon candle"),
                "sha256:0123abcd");
    }
}
