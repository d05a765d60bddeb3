package org.homeward.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class MinutesDocumentTest {
    private static final Instant AT = Instant.parse("2026-02-05T18:00:00Z");

    private static MinutesDocument.Column column(String language, String... lines) {
        return new MinutesDocument.Column(
                Locale.of(language),
                java.util.stream.IntStream.range(0, lines.length)
                        .mapToObj(i -> new MinutesDocument.Line(i == 0 ? 1 : 0, lines[i]))
                        .toList());
    }

    @Test
    void bothLanguagesStandOnThePageAndTheSameValueGivesTheSameBytes() throws IOException {
        MinutesDocument minutes = new MinutesDocument(
                "abu-dhabi",
                "2/2",
                List.of(
                        column("en", "Minutes: round 2, day 2", "Group work <b>"),
                        column("uk", "Протокол", "Робота в групах")),
                AT);
        byte[] pdf = minutes.pdf();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Minutes: round 2, day 2",
                            "Group work <b>",
                            "Протокол",
                            "Робота в групах",
                            "Talks: abu-dhabi",
                            "2/2",
                            "Minutes (round/day):")
                    .doesNotContain("Case");
        }
        assertThat(minutes.pdf()).isEqualTo(pdf);
    }

    @Test
    void columnsOfDifferentLengthAreACallersBug() {
        assertThatThrownBy(
                        () -> new MinutesDocument("t", "1/1", List.of(column("en", "a", "b"), column("ar", "a")), AT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
