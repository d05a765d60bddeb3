package org.homeward.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverPapersTest {
    private static final Instant DAY = Instant.parse("2026-02-05T18:30:00Z");

    private static ReconciliationDocument statement(String subject) {
        return new ReconciliationDocument(
                "X-2026-01",
                "day-1",
                List.of("aa", "bb", "neutral"),
                DAY,
                List.of(
                        new ReconciliationDocument.CountRow("persons", "aa", "157", "156", "156"),
                        new ReconciliationDocument.CountRow("bags", "aa", "6060", "6060", "")),
                List.of(
                        new ReconciliationDocument.CaseRow("NOT_TRAVELLING", "aa", "20", subject, "N3", "OPEN", ""),
                        new ReconciliationDocument.CaseRow(
                                "COUNTS_UNEQUAL", "aa", "", "bags:aa", "6060 / 6060 / 6057", "CLOSED", "COUNT_AGREED")),
                List.of(new ReconciliationDocument.AccountRow("aa", "soldier", 157, 155, 1, 0, 1, 0)),
                List.of(new ReconciliationDocument.OwedRow("aa", "20", subject, "soldier", false)),
                List.of(new ReconciliationDocument.Note("UNCLOSED", "bb-02")),
                "sha256:0123abcd");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk", "ru", "ar"})
    void theJointStatementGivesTheSameBytesAndEveryConstantInTheReadersWords(String language) throws IOException {
        Locale locale = Locale.of(language);
        byte[] pdf = statement("aa-1").pdf(locale);
        Files.write(Path.of("target", "statement-" + language + ".pdf"), pdf);
        assertThat(statement("aa-1").pdf(locale)).isEqualTo(pdf);
        assertThat(new String(statement("aa-1").text(locale), StandardCharsets.UTF_8))
                .contains("6060 / 6060 / 6057", "N3", "bb-02")
                .doesNotContain("NOT_TRAVELLING", "COUNTS_UNEQUAL", "COUNT_AGREED", "UNCLOSED", "OPEN");
    }

    @Test
    void theStatementShowsWhatASideDidNotCountAndRoomForEverySignature() throws IOException {
        assertThat(text(statement("aa-1").pdf(Locale.ENGLISH)))
                .contains("not counted", "does not travel today", "closed by both: number agreed", "Signature and date")
                .contains("neutral")
                .doesNotContain("[U+");
    }

    @Test
    void noCellOfTheSheetsRunsAsAFormula() {
        for (String hostile : List.of("=1+1", "@SUM(A1)", "+1", "-1", "\t=1", "＝1")) {
            assertThat(new String(statement(hostile).casesCsv(Locale.ENGLISH), StandardCharsets.UTF_8))
                    .doesNotContain("\"=", "\"@", "\"+", "\"-", "\"＝");
            assertThat(new String(statement(hostile).accountCsv(Locale.ENGLISH), StandardCharsets.UTF_8))
                    .doesNotContain("\"=", "\"@", "\"+", "\"-", "\"＝");
        }
    }

    @Test
    void slipsStandEightToASheetWithANumberAndNoMoreThanThat() throws IOException {
        List<SlipSheet.Slip> slips = java.util.stream.IntStream.rangeClosed(1, 17)
                .mapToObj(n -> new SlipSheet.Slip("aa", n, n == 17, "HW1" + "A".repeat(329)))
                .toList();
        byte[] pdf = new SlipSheet("X-2026-01", "day-1", DAY, slips, "sha256:0123abcd").pdf(Locale.ENGLISH);
        Files.write(Path.of("target", "slips.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
        assertThat(text(pdf)).contains("aa · 1 ", "aa R · 17", "It holds no name.");
    }

    @Test
    void everyFormIsNumberedAndInTwoLanguages() throws IOException {
        for (FormSheet.Form form : FormSheet.Form.values()) {
            byte[] pdf = new FormSheet("X-2026-01", "day-1", form, 7, 2, DAY).pdf(Locale.of("uk"), Locale.ENGLISH);
            Files.write(Path.of("target", "form-" + form.code() + ".pdf"), pdf);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).as(form.name()).isEqualTo(2);
            }
            assertThat(text(pdf))
                    .contains(form.code() + "-0007", form.code() + "-0008", "Хто писав", "Who held the pen");
        }
    }

    @Test
    void theInterviewFormHasNoPlaceForACause() throws IOException {
        byte[] pdf =
                new FormSheet("X", "day-1", FormSheet.Form.INTERVIEW, 1, 1, DAY).pdf(Locale.ENGLISH, Locale.of("ar"));
        Files.write(Path.of("target", "form-ar.pdf"), pdf);
        assertThat(text(pdf))
                .contains("N1, N2, N3 or N4, drawn by lot; no cause")
                .doesNotContain("Reason", "Outcome");
    }

    @Test
    void formsAreNumberedFromOneToFourDigits() {
        assertThatThrownBy(() -> new FormSheet("X", "d", FormSheet.Form.COUNT, 0, 1, DAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormSheet("X", "d", FormSheet.Form.COUNT, 9_999, 2, DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
