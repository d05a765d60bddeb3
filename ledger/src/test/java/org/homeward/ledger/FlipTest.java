package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One changed bit anywhere in an export of a thousand entries: bundles, tiles, both checkpoints, a proof. {@code
 * -Dledger.flips=1} flips every bit of every file (some minutes); the default takes every 199th.
 */
class FlipTest {
    private static final int STRIDE = Integer.getInteger("ledger.flips", 199);

    @TempDir
    Path folder;

    private byte[] proof = {};
    private byte[] proven = {};

    @BeforeEach
    void aThousandEntriesUnderACheckpointThatBothWitnessesCoSigned(@TempDir Path a, @TempDir Path b)
            throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            for (int i = 0; i < 1000; i++) {
                byte[] entry = new byte[20 + random.nextInt(60)];
                random.nextBytes(entry);
                log.submit(entry);
                proven = entry;
            }
            log.append(proven);
            SignedNote note = log.publish();
            for (Path memory : List.of(a, b)) {
                NoteSigner key = memory == a ? Keys.WITNESS_A : Keys.WITNESS_B;
                try (Witness witness = Witness.open(
                        memory, List.of(key), Keys.KNOWN, Keys.options().clock())) {
                    Witness.Cosigned lines = (Witness.Cosigned) witness.addCheckpoint(0, List.of(), note);
                    log.addCosignatures(note, lines.lines(), List.of(key.verifier()))
                            .get();
                }
            }
            proof = ((Standing.Effective) log.standing(1000, Keys.both()))
                    .proof()
                    .bytes();
        }
    }

    private boolean holds() throws IOException {
        return LogVerifier.verify(folder, List.of(), Optional.of(Keys.both()), Optional.empty())
                .accepted();
    }

    @Test
    void isFoundWhereverItIs() throws IOException {
        assertThat(holds()).isTrue();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(f -> f.startsWith(folder.resolve("tile"))
                            || f.getFileName().toString().startsWith("checkpoint"))
                    .toList();
        }
        assertThat(files).hasSize(11);
        long flipped = 0;
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (long bit = flipped % STRIDE; bit < good.length * 8L; bit += STRIDE) {
                Files.write(file, flip(good, bit));
                assertThat(holds()).as(file + " bit " + bit).isFalse();
                flipped++;
            }
            Files.write(file, good);
        }
        assertThat(holds()).isTrue();
        System.out.printf("ledger: %,d flipped bits of an export found, every %d. bit%n", flipped, STRIDE);
    }

    @Test
    void isFoundInAProofThatStandsAloneOrInItsEntry() {
        Policy policy = Keys.both();
        assertThat(TlogProof.parse(proof).then(p -> p.verify(proven, policy)).accepted())
                .isTrue();
        int stride = Math.max(1, STRIDE / 20);
        for (long bit = 0; bit < proof.length * 8L; bit += stride) {
            byte[] bad = flip(proof, bit);
            assertThat(TlogProof.parse(bad).then(p -> p.verify(proven, policy)).accepted())
                    .as("bit " + bit)
                    .isFalse();
        }
        for (long bit = 0; bit < proven.length * 8L; bit++) {
            byte[] bad = flip(proven, bit);
            assertThat(TlogProof.parse(proof).then(p -> p.verify(bad, policy)).accepted())
                    .isFalse();
        }
    }

    private static byte[] flip(byte[] good, long bit) {
        byte[] bad = good.clone();
        bad[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
        return bad;
    }
}
