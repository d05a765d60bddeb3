package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.SignedNote;
import org.homeward.ledger.TransparencyLog;
import org.homeward.protocol.envelope.JointEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerPaperTest {
    private static final String ORIGIN = "log.example/case-1";
    private static final NoteSigner KEY =
            NoteSigner.ofSeed(ORIGIN, KeyType.ED25519, new byte[32]).get();

    @TempDir
    Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path log;
    private Path key;

    @BeforeEach
    void aLog() throws IOException {
        log = work.resolve("log");
        key = Files.writeString(work.resolve("agency.vkey"), KEY.verifier().vkey() + "\n");
        fill(log, "entry ", 20);
    }

    private static void fill(Path folder, String what, int count) throws IOException {
        try (TransparencyLog opened = TransparencyLog.open(folder, LogOptions.of(ORIGIN, List.of(KEY)))) {
            for (int i = 0; i < count; i++) {
                opened.append((what + i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void theWordsFromTheMinutesFindTheirLogAgainAfterItHasGrown() throws IOException {
        Path typed = work.resolve("typed.txt");
        assertThat(run("ledger", "paper", log.toString(), "--key", key.toString(), "--out", typed.toString()))
                .isZero();
        fill(log, "later ", 7);
        assertThat(run("ledger", "read-paper", typed.toString(), "--log", log.toString(), "--key", key.toString()))
                .isZero();
        assertThat(out.toString()).contains("Size 20");
    }

    @Test
    void anotherLogIsNotTheOneOnThePaper() throws IOException {
        Path typed = work.resolve("typed.txt");
        run("ledger", "paper", log.toString(), "--out", typed.toString());
        Path other = work.resolve("other");
        fill(other, "rewritten ", 27);
        assertThat(run("ledger", "read-paper", typed.toString(), "--log", other.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void aSlipOfThePenIsBadInputAndNamesItsLine() throws IOException {
        run("ledger", "paper", log.toString());
        Path typed = Files.writeString(work.resolve("typed.txt"), out.toString().replaceFirst("2    .", "2    x"));
        assertThat(run("ledger", "read-paper", typed.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("line 2");
    }

    @Test
    void theCodeOnTheSheetIsTheSignedCheckpoint() throws Exception {
        Path sheet = work.resolve("minutes.html");
        assertThat(run("ledger", "paper", log.toString(), "--html", "--out", sheet.toString()))
                .isZero();
        String html = Files.readString(sheet);
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(html);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1)) - 8; // without the quiet zone
        BitMatrix modules = new BitMatrix(side);
        Matcher dots = Pattern.compile("M(\\d+) (\\d+)h1").matcher(html);
        while (dots.find()) {
            modules.set(Integer.parseInt(dots.group(1)) - 4, Integer.parseInt(dots.group(2)) - 4);
        }
        String read = new Decoder().decode(modules).getText();
        SignedNote note =
                SignedNote.parse(read.getBytes(StandardCharsets.UTF_8)).get();
        assertThat(note.verify(List.of(KEY.verifier())).accepted()).isTrue();
        assertThat(note.bytes()).isEqualTo(Files.readAllBytes(log.resolve("checkpoint")));
    }

    @Test
    void thePageIsWrittenWholeAndReachesNoNetwork() throws IOException {
        Path page = work.resolve("verifier.html");
        assertThat(run("ledger", "page", "--out", page.toString())).isZero();
        assertThat(Files.readString(page))
                .endsWith("</html>\n")
                .contains("default-src 'none'")
                .doesNotContain("http:", "https:");
    }

    private static JointEntry entry(String from, long seq, String prev, String digest) {
        String time = "2026-02-05T10:00:00Z";
        String sig = java.util.Base64.getEncoder().encodeToString(new byte[64]);
        return new JointEntry(1, "case-1", from, seq, prev, "TermsSigned", time, "a".repeat(64), digest, sig);
    }

    @Test
    void anEntryThatWasLeftOutOfAJointLogIsNoticed() throws IOException {
        String none = "0".repeat(64);
        String first = "b".repeat(64);
        String second = "c".repeat(64);
        List<JointEntry> whole = List.of(
                entry("north", 1, none, first),
                entry("south", 1, none, "d".repeat(64)),
                entry("north", 2, first, second));
        List<JointEntry> gap = List.of(entry("north", 1, none, first), entry("north", 3, second, "e".repeat(64)));
        for (List<JointEntry> entries : List.of(whole, gap)) {
            Path folder = work.resolve("joint" + entries.size());
            try (TransparencyLog opened = TransparencyLog.open(folder, LogOptions.of(ORIGIN, List.of(KEY)))) {
                entries.forEach(e -> opened.append(e.bytes()));
            }
            int exit = run(
                    "ledger",
                    "verify",
                    folder.toString(),
                    "--key",
                    KEY.verifier().vkey(),
                    "--joint");
            assertThat(exit).as(err.toString()).isEqualTo(entries == whole ? 0 : 1);
        }
        assertThat(err.toString()).contains("Entry 1").contains("left out");
        assertThat(run("ledger", "verify", log.toString(), "--joint")).isEqualTo(1);
    }
}
