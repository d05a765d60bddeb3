package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One changed bit anywhere in an export of a thousand entries: every bit of its bundles, tiles, both checkpoints, and of a proof
 * that stands alone. The verifier has two steps, checkpoint files and everything else; where a change leaves the input of the
 * first alone, its result is taken from the sound export. {@code -Dledger.flips=N} takes every N-th bit.
 */
class FlipTest {
    private static final int STRIDE = Integer.getInteger("ledger.flips", 1);

    private static final Optional<Policy> POLICY = Optional.of(Keys.both());

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
                byte[] entry = new byte[8 + random.nextInt(16)];
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

    /** An export in memory with one file of it replaced by a copy that a thread may change. */
    private record Changed(Map<String, byte[]> sound, String name, byte[] changed) implements LogFiles {
        @Override
        public boolean has(String file) {
            return sound.containsKey(file);
        }

        @Override
        public byte @Nullable [] read(String file, int limit) {
            byte[] bytes = file.equals(name) ? changed : sound.get(file);
            return bytes != null && bytes.length <= limit ? bytes : null;
        }
    }

    private static boolean holds(LogFiles files) {
        try {
            return LogVerifier.verify(files, List.of(), POLICY, Optional.empty(), EntryCheck.NONE)
                    .accepted();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same where the checkpoint files did not change, so that the first step has the same result each time. */
    private static boolean holds(LogVerifier.Signed signed, LogFiles files) {
        try {
            return LogVerifier.contents(files, signed, EntryCheck.NONE).accepted();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The bits of this many bytes whose change goes unnoticed; each thread has its own copy to change. */
    private static List<Long> unnoticed(byte[] sound, Predicate<byte[]> accepts) {
        int piece = 64;
        return IntStream.rangeClosed(0, sound.length / piece)
                .parallel()
                .boxed()
                .flatMap(part -> {
                    byte[] copy = sound.clone();
                    return LongStream.range(8L * part * piece, 8L * Math.min(sound.length, (part + 1) * piece))
                            .filter(bit -> bit % STRIDE == 0)
                            .filter(bit -> {
                                flip(copy, bit);
                                boolean missed = accepts.test(copy);
                                flip(copy, bit);
                                return missed;
                            })
                            .boxed();
                })
                .toList();
    }

    @Test
    void isFoundWhereverItIs() throws IOException {
        Map<String, byte[]> export = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("tile/") || name.startsWith("checkpoint")) {
                    export.put(name, Files.readAllBytes(file));
                }
            }
        }
        assertThat(export).hasSize(11);
        assertThat(holds(LogFiles.in(folder))).isTrue();
        long started = System.nanoTime();
        byte[] cosigned = export.get(LogStore.COSIGNED);
        LogVerifier.Signed signed = LogVerifier.signatures(
                        export.get(LogStore.CHECKPOINT), cosigned, List.of(), POLICY, Optional.empty())
                .get();
        export.forEach((name, sound) -> {
            Predicate<LogFiles> accepts = name.startsWith("tile/") ? files -> holds(signed, files) : FlipTest::holds;
            assertThat(unnoticed(sound, bytes -> accepts.test(new Changed(export, name, bytes))))
                    .as("bits of " + name)
                    .isEmpty();
            byte[] middle = sound.clone();
            flip(middle, 4L * middle.length);
            assertThat(holds(new Changed(export, name, middle))).as(name).isFalse();
        });
        System.out.printf(
                "ledger: %,d flipped bits of an export of 1,001 entries found, every %d. bit, %.0f s%n",
                export.values().stream().mapToLong(b -> 8L * b.length).sum() / STRIDE,
                STRIDE,
                (System.nanoTime() - started) / 1e9);
    }

    @Test
    void isFoundInAProofThatStandsAloneOrInItsEntry() {
        Policy policy = Keys.both();
        Predicate<byte[]> sound = bytes ->
                TlogProof.parse(bytes).then(p -> p.verify(proven, policy)).accepted();
        assertThat(sound.test(proof)).isTrue();
        assertThat(unnoticed(proof, sound)).isEmpty();
        TlogProof read = TlogProof.parse(proof).get();
        assertThat(unnoticed(proven, entry -> read.verify(entry, policy).accepted()))
                .isEmpty();
    }

    private static void flip(byte[] bytes, long bit) {
        bytes[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
    }
}
