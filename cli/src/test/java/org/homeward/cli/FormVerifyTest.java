package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.node.dossier.FormSeal;
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
        Path file = folder.resolve("code.txt");
        Files.writeString(file, text);
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
    void anythingElseIsNoForm() throws Exception {
        for (String text :
                List.of("", "homeward/form/1", "homeward/form/1\na\nb\nc\nd\ne\nf\ng", "x".repeat(100_000))) {
            assertThat(verify(text)).as(text).isEqualTo(2);
            assertThat(out).contains("is not the code of a form");
        }
        assertThat(Homeward.commandLine()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("form", "verify", folder.resolve("none").toString()))
                .isEqualTo(2);
    }
}
