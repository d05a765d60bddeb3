package org.homeward.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryPageTest {
    private static final ListedFile FILE = new ListedFile("lists/list a.csv", 1234, "0f".repeat(32));

    @Test
    void showsTheBalanceTheSignersAndEachFileWithItsDigest() {
        String html = html(page("X-2026-01", FILE), Locale.ENGLISH);
        assertThat(html)
                .contains("X-2026-01", "Inside the balance the sides are equal.", "UTC 2026-02-05 09:15")
                .contains("Sample Officer One · Sample Officer Two", "homeward verify .", "anchor beacon candle")
                .contains("<a href=\"./lists/list%20a.csv\">", "0f".repeat(32), "1234 Bytes")
                // The longest bar is full; 37 of 120 is 308 thousandths of it.
                .contains(
                        "width=\"1000\" height=\"10\"/></svg><b>120</b>",
                        "width=\"308\" height=\"10\"/></svg><b>37</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "uk", "ru", "ar"})
    void givesTheSameBytesForTheSameInputInEveryLanguage(String language) throws IOException {
        Locale locale = Locale.of(language);
        byte[] first = page("X-2026-01", FILE).html(locale);
        Files.write(Path.of("target", "summary-" + language + ".html"), first);
        assertThat(page("X-2026-01", FILE).html(locale)).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8))
                .contains("lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\"");
    }

    @Test
    void barsGrowFromTheRightInArabic() {
        assertThat(html(page("X", FILE), Locale.of("ar"))).contains("x=\"692\" width=\"308\"");
    }

    @Test
    void fetchesNothingAndRunsNothing() {
        String html = html(page("X-2026-01", FILE), Locale.ENGLISH);
        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContain("<script", "http:", "https:", " src=", "url(", "@import", " style=", " onload=");
    }

    @Test
    void hostileTextNeitherHidesNorBecomesMarkup() throws IOException {
        String html = html(
                new SummaryPage(
                        Hostile.TEXT,
                        Instant.EPOCH,
                        List.of(Hostile.TEXT),
                        List.of(new SummaryPage.Figure(Hostile.TEXT, Hostile.TEXT)),
                        List.of(new CategoryCount(Hostile.TEXT, Hostile.TEXT, 1, false)),
                        List.of(new SignatureLine(Hostile.TEXT, List.of(Hostile.TEXT), Hostile.TEXT, Instant.EPOCH)),
                        new CheckpointLine(1, Hostile.TEXT, Hostile.TEXT),
                        List.of(new ListedFile(Hostile.TEXT, 1, Hostile.TEXT))),
                Locale.ENGLISH);
        Files.writeString(Path.of("target", "summary-hostile.html"), html);
        assertThat(html)
                .contains("evil&lt;script&gt;alert(1)&lt;", "\uD83D\uDE00\uFFFDWWW")
                .doesNotContain("\u202E", "\u2066", "\u0000", "\u200B", "<script", "' onload");
    }

    @Test
    void aLinkNeverLeavesTheFolder() {
        for (String path : List.of("../../etc/passwd", "/etc/passwd", "//host/etc/passwd", "./etc//passwd")) {
            String html = html(page("X", new ListedFile(path, 1, "00")), Locale.ENGLISH);
            assertThat(html).containsPattern("href=\"\\./(host/)?etc/passwd\"");
        }
        assertThat(html(page("X", new ListedFile("javascript:alert(1)", 1, "00")), Locale.ENGLISH))
                .contains("href=\"./javascript%3Aalert%281%29\"");
    }

    @Test
    void listsTheFilesOfAFolderInTheOrderOfTheirPaths(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/empty"), "");
        Files.writeString(folder.resolve("a.txt"), "abc");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a.txt"));

        // Digests of "abc" and of nothing as in FIPS 180-4's examples.
        assertThat(ListedFile.under(folder))
                .containsExactly(
                        new ListedFile("a.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                        new ListedFile(
                                "b/empty", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    private static String html(SummaryPage page, Locale locale) {
        return new String(page.html(locale), StandardCharsets.UTF_8);
    }

    private static SummaryPage page(String caseNumber, ListedFile file) {
        return new SummaryPage(
                caseNumber,
                Instant.parse("2026-02-05T10:00:00Z"),
                List.of("Party A", "Party B", "Agency"),
                List.of(
                        new SummaryPage.Figure("Lines answered", "1204"),
                        new SummaryPage.Figure("Links confirmed", "391")),
                AgreementDocumentTest.COUNTS,
                AgreementDocumentTest.signatures(),
                new CheckpointLine(1234, "n0H".repeat(14), "anchor beacon candle"),
                List.of(file));
    }
}
