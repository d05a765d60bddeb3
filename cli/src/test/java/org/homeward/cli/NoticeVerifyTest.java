package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.homeward.node.families.NoticeFile;
import org.homeward.protocol.crypto.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family checks a notice at home. */
class NoticeVerifyTest {
    @TempDir
    private Path folder;

    private String out = "";

    private int verify(byte[] notice, String... more) throws Exception {
        Path file = folder.resolve("notice.json");
        Files.write(file, notice);
        StringWriter said = new StringWriter();
        String[] args = new String[3 + more.length];
        args[0] = "notice";
        args[1] = "verify";
        args[2] = file.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        int code = Homeward.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(args);
        out = said.toString();
        return code;
    }

    @Test
    void aGenuineNoticeHoldsAForgedOneDoesNotAndAnythingElseIsNone() throws Exception {
        SigningKey key = SigningKey.generate(new SecureRandom());
        NoticeFile notice = NoticeFile.sign("ua", "2026-02-05T12:00:00Z", "the words", "salt", key);
        assertThat(verify(notice.withoutWords().bytes(), "--key", key.publicText()))
                .isZero();
        assertThat(out).contains(notice.code()).contains("The signature holds");
        assertThat(out).contains("Nobody has let it out");
        assertThat(verify(notice.bytes())).isZero();
        assertThat(out).contains("Compare the key").contains(key.publicText());
        String forged = new String(notice.bytes(), StandardCharsets.UTF_8).replace("the words", "pay us");
        assertThat(verify(forged.getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(out).contains("WRONG");
        SigningKey other = SigningKey.generate(new SecureRandom());
        assertThat(verify(notice.bytes(), "--key", other.publicText())).isEqualTo(1);
        assertThat(verify("no notice".getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
    }
}
