package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.TransparencyLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifyTest {
    private static final String ORIGIN = "log.example/case-1";

    @TempDir
    Path folder;

    private final NoteSigner signer =
            NoteSigner.generate(ORIGIN, KeyType.ED25519, new SecureRandom()).get();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aPublishedLogOfThreeHundredEntries() throws IOException {
        try (TransparencyLog log = TransparencyLog.open(folder, LogOptions.of(ORIGIN, List.of(signer)))) {
            for (int i = 0; i < 300; i++) {
                log.append(("entry " + i).getBytes(StandardCharsets.UTF_8));
            }
            log.publish();
        }
    }

    private int verify(String... more) {
        String[] args = Stream.concat(Stream.of("ledger", "verify", folder.toString()), Stream.of(more))
                .toArray(String[]::new);
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void aSoundLogHoldsUnderItsKey() {
        assertThat(verify("--key", signer.verifier().vkey())).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("300");
    }

    @Test
    void anotherKeyOfTheSameNameIsRefused() {
        NoteSigner other =
                NoteSigner.generate(ORIGIN, KeyType.ED25519, new SecureRandom()).get();
        assertThat(verify("--key", other.verifier().vkey())).isEqualTo(1);
    }

    @Test
    void oneChangedBitInCheckpointEntriesOrTilesIsFound() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(f -> f.startsWith(folder.resolve("tile")) || f.endsWith("checkpoint"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(3);
        for (Path file : files) {
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            assertThat(verify("--key", signer.verifier().vkey()))
                    .as(file.toString())
                    .isEqualTo(1);
            Files.write(file, sound);
        }
        assertThat(verify("--key", signer.verifier().vkey())).isZero();
    }

    @Test
    void aKeyThatIsNoneAndAFolderThatIsNoneAreBadUsage() {
        assertThat(verify("--key", "nonsense")).isEqualTo(2);
        folder = folder.resolve("none");
        assertThat(verify()).isEqualTo(2);
    }
}
