package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.ledger.Checkpoint;
import org.homeward.ledger.Hash;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.PaperCheckpoint;
import org.homeward.ledger.SignedNote;
import org.homeward.ledger.TransparencyLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the ledger commands say of a log, a paper or an option that somebody made to break them: one sentence on standard error,
 * the exit code, nothing else. Exit code 1 is for what is wrong with the log, 2 for what the user named.
 */
class LedgerHostileInputTest {
    private static final NoteSigner KEY = NoteSigner.ofSeed("log.example/case-1", KeyType.ED25519, new byte[32])
            .get();

    private static final String VKEY = KEY.verifier().vkey();

    private static final Hash ROOT = Hash.of(new byte[32]);

    @TempDir
    Path work;

    private Path log;

    @BeforeEach
    void aLogOfThreeHundredEntries() throws IOException {
        log = work.resolve("log");
        try (TransparencyLog opened =
                TransparencyLog.open(log, LogOptions.of(KEY.verifier().name(), List.of(KEY)))) {
            for (int i = 0; i < 300; i++) {
                opened.submit(("entry " + i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** What one run said: its exit code, then standard error, then standard output. */
    private record Said(int exit, String error, String output) {}

    private static Said run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Said(exit, err.toString(), out.toString());
    }

    private static void refused(int exit, String reason, String... args) {
        Said said = run(args);
        assertThat(said.error())
                .as(String.join(" ", args))
                .contains(reason)
                .endsWith("." + System.lineSeparator())
                .doesNotContain("Exception", "\tat ")
                .satisfies(sentence -> assertThat(sentence.strip().lines()).hasSize(1));
        assertThat(said.exit()).as(said.error()).isEqualTo(exit);
        assertThat(said.output()).isEmpty();
    }

    private void verifyRefuses(int exit, String reason, String... more) {
        refused(
                exit,
                reason,
                Stream.concat(Stream.of("ledger", "verify", log.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private interface Change {
        byte[] of(byte[] sound);
    }

    /** The log with one of its files changed is refused, and is sound again after. */
    private void changed(String file, Change change, String reason) throws IOException {
        Path path = log.resolve(file);
        byte[] sound = Files.readAllBytes(path);
        Files.write(path, change.of(sound));
        verifyRefuses(1, reason, "--key", VKEY);
        Files.write(path, sound);
        assertThat(run("ledger", "verify", log.toString(), "--key", VKEY).exit())
                .isZero();
    }

    private static Change text(String from, String to) {
        return sound -> {
            String text = new String(sound, StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static Change cut(int by) {
        return sound -> Arrays.copyOf(sound, sound.length - by);
    }

    private static Change signed(Checkpoint checkpoint) {
        String text = checkpoint.text();
        return sound -> new SignedNote(text, List.of(KEY.sign(text, 0))).bytes();
    }

    @Test
    void everyFileOfALogThatIsNotWhatItShouldBeIsToldInASentence() throws IOException {
        Checkpoint head = SignedNote.parse(Files.readAllBytes(log.resolve("checkpoint")))
                .get()
                .checkpoint()
                .get();
        changed("tile/0/000", cut(1), "The tile tile/0/000 has 8191 bytes and should have 8192");
        changed("tile/0/000", sound -> new byte[0], "has 0 bytes");
        changed("tile/0/000", sound -> new byte[1 << 24], "tile/0/000 is missing, not a file, or too large");
        changed("tile/0/001.p/44", cut(32), "has 1376 bytes and should have 1408");
        changed("tile/1/000.p/1", cut(-32), "has 64 bytes and should have 32");
        changed("tile/entries/000", cut(1), "ends inside an entry");
        changed("tile/entries/000", cut(-1), "has bytes after its last entry");
        changed("tile/entries/000", sound -> new byte[1], "ends inside an entry");
        changed(
                "tile/entries/001.p/44",
                sound -> {
                    byte[] overrun = sound.clone();
                    overrun[0] = overrun[1] = (byte) 0xff;
                    return overrun;
                },
                "The entry bundle tile/entries/001.p/44 ends inside an entry");
        changed("checkpoint", text("\n", "\r\n"), "In checkpoint: The note holds a control character");
        changed("checkpoint", text("\u2014 log.example/case-1", "\u2014 log.example/case-1 another"), "signature line");
        changed("checkpoint", text("\n300\n", "\n9223372036854775808\n"), "tree size from 0 to 2^63 - 1");
        changed("checkpoint", text("\n300\n", "\n-1\n"), "tree size from 0 to 2^63 - 1");
        changed("checkpoint", text("\n300\n", "\n" + "9".repeat(100_000) + "\n"), "tree size from 0 to 2^63 - 1");
        changed("checkpoint", text("\n300\n", "\n3e2\n"), "tree size from 0 to 2^63 - 1");
        changed(
                "checkpoint",
                signed(new Checkpoint(head.origin(), Long.MAX_VALUE, head.root())),
                "claims 9223372036854775807 entries");
        changed("checkpoint", signed(new Checkpoint(head.origin(), 300_000, head.root())), "tile/entries/001");
        changed("checkpoint", sound -> new byte[] {(byte) 0xff, (byte) 0xfe}, "not valid UTF-8");
        changed("checkpoint", sound -> new byte[2 << 20], "There is no file checkpoint");
        changed("checkpoint", sound -> new byte[0], "no empty line followed by signature lines");
    }

    @Test
    void aFileThatIsMissingOrNoFileIsNamed() throws IOException {
        for (String file : List.of("tile/0/001.p/44", "tile/entries/001.p/44", "tile/1/000.p/1", "checkpoint")) {
            Path path = log.resolve(file);
            byte[] sound = Files.readAllBytes(path);
            Files.delete(path);
            verifyRefuses(1, file, "--key", VKEY);
            Files.createSymbolicLink(path, path);
            verifyRefuses(1, file, "--key", VKEY);
            Files.delete(path);
            Files.createSymbolicLink(path, Path.of("/dev/zero"));
            verifyRefuses(1, file, "--key", VKEY);
            Files.delete(path);
            Files.createDirectory(path);
            verifyRefuses(1, file, "--key", VKEY);
            Files.delete(path);
            Files.write(path, sound);
        }
        Path elsewhere = Files.writeString(work.resolve("private"), "nobody's business");
        Files.delete(log.resolve("checkpoint"));
        Files.createSymbolicLink(log.resolve("checkpoint"), elsewhere);
        Said said = run("ledger", "verify", log.toString(), "--key", VKEY);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.error()).doesNotContain("business");
    }

    @Test
    void aFolderIsFollowedHoweverItIsNamedAndNothingElseIsOne() throws IOException {
        Path around = log.resolve("..").resolve("log");
        assertThat(run("ledger", "verify", around.toString(), "--key", VKEY).exit())
                .isZero();
        Path link = Files.createSymbolicLink(work.resolve("link"), log);
        assertThat(run("ledger", "verify", link.toString(), "--key", VKEY).exit())
                .isZero();
        Path empty = Files.createDirectory(work.resolve("empty"));
        refused(1, "There is no file checkpoint in the folder", "ledger", "verify", empty.toString());
        refused(2, "does not exist or is not a folder", "ledger", "verify", "/dev/null");
        refused(2, "does not exist or is not a folder", "ledger", "verify", work + "/../../../nowhere/..");
        refused(2, "does not exist or is not a folder", "ledger", "verify", "n".repeat(5_000));
    }

    @Test
    void anOriginThatIsAPathLeadsNowhere() throws IOException {
        Files.writeString(work.resolve("checkpoint"), "not to be read");
        byte[] sound = Files.readAllBytes(log.resolve("checkpoint"));
        Checkpoint head = SignedNote.parse(sound).get().checkpoint().get();
        Files.write(
                log.resolve("checkpoint"),
                signed(new Checkpoint("../../checkpoint", 300, head.root())).of(sound));
        Said said = run("ledger", "verify", log.toString(), "--key", VKEY);
        assertThat(said.exit()).isZero();
        assertThat(said.output()).contains("300 entries", "another name than the log");
    }

    /** Each kind of file that somebody may name where another is asked for. */
    private List<Path> wrongFiles() throws IOException {
        Path huge = work.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        byte[] binary = new byte[4_096];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (i * 31);
        }
        Path loop = work.resolve("loop");
        return List.of(
                huge,
                Path.of("/dev/zero"),
                Files.write(work.resolve("binary"), binary),
                Files.write(work.resolve("empty.txt"), new byte[0]),
                Files.createDirectory(work.resolve("folder")),
                Files.createSymbolicLink(loop, loop),
                work.resolve("absent"),
                Path.of("/etc/../../../absent/.."),
                Files.writeString(work.resolve("line"), "x".repeat(60_000)),
                Files.writeString(work.resolve("lines"), "\n".repeat(60_000)),
                Files.writeString(work.resolve("page"), "<html>\r\n</html>\r\n"));
    }

    @Test
    void everyOptionThatTakesAFileRefusesEveryOther() throws IOException {
        Path paper = Files.writeString(
                work.resolve("paper"),
                new PaperCheckpoint(SignedNote.parse(Files.readAllBytes(log.resolve("checkpoint")))
                                .get()
                                .checkpoint()
                                .get())
                        .text());
        assertThat(run("ledger", "read-paper", paper.toString(), "--log", log.toString(), "--key", VKEY)
                        .exit())
                .isZero();
        for (Path wrong : wrongFiles()) {
            verifyRefuses(2, "", "--key", wrong.toString());
            verifyRefuses(2, "", "--policy", wrong.toString());
            verifyRefuses(2, "", "--since", wrong.toString());
            refused(2, "", "ledger", "read-paper", wrong.toString());
            refused(2, "", "ledger", "read-paper", paper.toString(), "--key", wrong.toString());
            refused(2, "", "ledger", "paper", log.resolve("checkpoint").toString(), "--key", wrong.toString());
            if (!wrong.endsWith("folder")) {
                refused(2, "", "ledger", "paper", wrong.toString());
                refused(2, "folder", "ledger", "read-paper", paper.toString(), "--log", wrong.toString());
            }
        }
    }

    @Test
    void aFileOfTheWrongSizeOrKindIsToldAsWhatItIs() throws IOException {
        List<Path> wrong = wrongFiles();
        verifyRefuses(2, "larger than the 1024 KiB", "--policy", wrong.get(0).toString());
        verifyRefuses(2, "larger than the 1024 KiB", "--since", "/dev/zero");
        verifyRefuses(2, "larger than the 64 KiB", "--key", wrong.get(0).toString());
        verifyRefuses(2, "is not a text in UTF-8", "--key", wrong.get(2).toString());
        verifyRefuses(2, "has no quorum line", "--policy", wrong.get(3).toString());
        verifyRefuses(2, "folder is a folder", "--policy", wrong.get(4).toString());
        verifyRefuses(2, "loop could not be read", "--since", wrong.get(5).toString());
        verifyRefuses(2, "absent does not exist", "--since", wrong.get(6).toString());
        verifyRefuses(2, "a\u003f\u003f[31mb does not exist", "--since", "a\n\u001b[31mb");
        refused(2, "larger than the 64 KiB", "ledger", "read-paper", "/dev/zero");
        refused(2, "is not a text", "ledger", "read-paper", wrong.get(2).toString());
    }

    @Test
    void whatIsTypedAsAKeyIsOneOrIsRefused() {
        for (String key : List.of("", "+", "a+b+c", VKEY + "=", VKEY.substring(1), "nul\0byte", "+".repeat(9_999))) {
            verifyRefuses(2, "key", "--key", key);
        }
        NoteSigner other = NoteSigner.ofSeed("log.example/case-1", KeyType.ED25519, new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                    28, 29, 30, 31, 32
                })
                .get();
        verifyRefuses(
                1,
                "None of the keys given has signed",
                "--key",
                other.verifier().vkey());
    }

    @Test
    void aPolicyOrAnEarlierCheckpointThatDoesNotFitIsTold() throws IOException {
        Path policy = Files.writeString(work.resolve("policy"), "log " + VKEY + "\nquorum none\n");
        assertThat(run("ledger", "verify", log.toString(), "--policy", policy.toString())
                        .exit())
                .isZero();
        Files.writeString(policy, "log " + VKEY + "\r\nquorum none\r\n");
        verifyRefuses(2, "Line 1 of the policy holds a control character", "--policy", policy.toString());
        Files.writeString(policy, "log " + VKEY + "\ngroup g 99999999999999999999 g\nquorum g\n");
        verifyRefuses(2, "Line 2 of the policy has a threshold", "--policy", policy.toString());
        Files.writeString(policy, "log " + VKEY + "\ngroup g all g\nquorum g\n");
        verifyRefuses(2, "Line 2 of the policy names a member that is not defined", "--policy", policy.toString());
        Path since = work.resolve("since");
        for (Checkpoint other : List.of(
                new Checkpoint("another", 1, ROOT),
                new Checkpoint(KEY.verifier().name(), Long.MAX_VALUE, ROOT))) {
            Files.write(since, signed(other).of(new byte[0]));
            verifyRefuses(1, "another one or shorter", "--key", VKEY, "--since", since.toString());
        }
        Files.write(
                since, signed(new Checkpoint(KEY.verifier().name(), 1, ROOT)).of(new byte[0]));
        verifyRefuses(1, "was rewritten", "--key", VKEY, "--since", since.toString());
    }
}
