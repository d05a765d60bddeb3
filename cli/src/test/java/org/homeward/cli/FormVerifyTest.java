package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.homeward.documents.AnnexDocument;
import org.homeward.documents.AnnexForm;
import org.homeward.node.dossier.FormSeal;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a paper in his hand and no network. */
class FormVerifyTest {
    private static final Map<String, String> WORDS = Map.of("surname", "Тестенко", "birthDate", "1990-02");

    @TempDir
    private Path folder;

    private String out = "";

    private int verify(String text, String... more) throws Exception {
        return verify(Bytes.utf8(text), more);
    }

    private int verify(byte[] given, String... more) throws Exception {
        Path file = folder.resolve("given");
        Files.write(file, given);
        StringWriter said = new StringWriter();
        List<String> args = new ArrayList<>(List.of("form", "verify", file.toString()));
        args.addAll(List.of(more));
        int code = Homeward.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(args.toArray(String[]::new));
        out = said.toString();
        return code;
    }

    @Test
    void aGenuineFormHoldsWithItsWordsAndAChangedOneDoesNot() throws Exception {
        SigningKey key = SigningKey.generate(new SecureRandom());
        FormSeal seal = FormSeal.sign(
                "aa", "aa-20260205-ABCDEFGH", "CAPTURE_CARD", Instant.parse("2026-02-05T12:00:00Z"), WORDS, key);
        assertThat(verify(seal.text(), "--key", key.publicText())).isZero();
        assertThat(out).contains("aa-20260205-ABCDEFGH", "The signature holds");
        assertThat(verify(seal.text() + "\r\n", "--field", "surname= Тестенко", "--field", "birthDate=1990-02"))
                .isZero();
        assertThat(out).contains("these are the words", key.publicText());
        assertThat(verify(seal.text(), "--field", "surname=Other", "--field", "birthDate=1990-02"))
                .isEqualTo(1);
        assertThat(out).contains("WRONG");
        assertThat(verify(seal.text().replace("20260205", "20260206"))).isEqualTo(1);
        assertThat(verify(seal.text().replace("CAPTURE_CARD", "DEATH_NOTIFICATION")))
                .isEqualTo(1);
        assertThat(verify(
                        seal.text(),
                        "--key",
                        SigningKey.generate(new SecureRandom()).publicText()))
                .isEqualTo(1);
    }

    @Test
    void aPictureOfThePaperIsEnough() throws Exception {
        SigningKey key = SigningKey.generate(new SecureRandom());
        Instant at = Instant.parse("2026-02-05T12:00:00Z");
        FormSeal seal = FormSeal.sign("aa", "aa-20260205-ABCDEFGH", "CAPTURE_CARD", at, WORDS, key);
        byte[] pdf = new AnnexDocument(
                        AnnexForm.CAPTURE_CARD, "aa-20260205-ABCDEFGH", Map.of("surname", "Тестенко"), seal.text(), at)
                .pdf(Locale.ENGLISH, Locale.of("uk"));
        for (String kind : List.of("png", "jpg")) {
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 200), kind, picture);
            }
            assertThat(verify(picture.toByteArray(), "--key", key.publicText())).isZero();
            assertThat(out).contains("aa-20260205-ABCDEFGH", "The signature holds");
        }
        ByteArrayOutputStream blank = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", blank);
        assertThat(verify(blank.toByteArray())).isEqualTo(2);
        assertThat(out).contains("no code of a form");
    }

    @Test
    void anythingElseIsNoForm() throws Exception {
        for (String text :
                List.of("", "homeward/form/1", "homeward/form/1\na\nb\nc\nd\ne\nf\ng", "x".repeat(100_000))) {
            assertThat(verify(text)).as(text).isEqualTo(2);
            assertThat(out).contains("has no code of a form");
        }
        assertThat(Homeward.commandLine()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("form", "verify", folder.resolve("none").toString()))
                .isEqualTo(2);
    }
}
