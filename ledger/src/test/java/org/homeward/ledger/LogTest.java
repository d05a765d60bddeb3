package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    private static final Policy LOG_ONLY = Policy.ofLog(Keys.LOG.verifier());

    @TempDir
    Path folder;

    private static byte[] entry(int i) {
        return ("entry " + i).getBytes(StandardCharsets.UTF_8);
    }

    private static void fill(TransparencyLog log, int from, int to) {
        IntStream.range(from, to).mapToObj(i -> log.submit(entry(i))).toList().forEach(f -> f.join());
    }

    private Result<LogVerifier.Report> verify() throws IOException {
        return LogVerifier.verify(folder, List.of(Keys.LOG.verifier()), Optional.empty(), Optional.empty());
    }

    @Test
    void anAcknowledgementCarriesAProofThatStandsAlone() throws IOException {
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            AppendResult first = log.append(entry(0));
            TlogProof read = TlogProof.parse(first.proof().bytes()).get();
            assertThat(read.verify(entry(0), LOG_ONLY).accepted()).isTrue();
            assertThat(read.verify(entry(1), LOG_ONLY).accepted()).isFalse();
        }
    }

    @Test
    void manyWritersGetDistinctPlacesAndTheLogIsTheSameAfterItIsOpenedAgain() throws Exception {
        List<AppendResult> results = new ArrayList<>();
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            List<Thread> threads = IntStream.range(0, 8)
                    .mapToObj(t -> Thread.ofVirtual().start(() -> {
                        for (int i = 0; i < 50; i++) {
                            AppendResult r = log.append(entry(t * 50 + i));
                            synchronized (results) {
                                results.add(r);
                            }
                        }
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(results.stream().map(AppendResult::index).distinct()).hasSize(400);
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            assertThat(log.size()).isEqualTo(400);
            assertThat(results)
                    .allSatisfy(r -> assertThat(r.proof()
                                    .verify(log.entry(r.index()), LOG_ONLY)
                                    .accepted())
                            .isTrue());
        }
        assertThat(verify().accepted()).isTrue();
    }

    @Test
    void aSecondWriterIsTurnedAway() throws IOException {
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            assertThat(log.size()).isZero();
            assertThatThrownBy(() -> TransparencyLog.open(folder, Keys.options()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void anActIsEffectiveOnlyWhenBothWitnessesCoSigned(@TempDir Path a, @TempDir Path b) throws IOException {
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options());
                Witness first = Witness.open(
                        a, List.of(Keys.WITNESS_A), Keys.KNOWN, Keys.options().clock());
                Witness second = Witness.open(
                        b, List.of(Keys.WITNESS_B), Keys.KNOWN, Keys.options().clock())) {
            AppendResult act = log.append(entry(0));
            SignedNote note = act.checkpoint();
            assertThat(log.standing(0, Keys.both()).sentence()).isEqualTo("Recorded, not yet co-signed by A, B.");
            List<NoteVerifier> witnesses = List.of(Keys.WITNESS_A.verifier(), Keys.WITNESS_B.verifier());
            for (Witness witness : List.of(first, second)) {
                Witness.Answer answer = witness.addCheckpoint(Witness.request(0, List.of(), note));
                log.addCosignatures(note, ((Witness.Cosigned) answer).lines(), witnesses)
                        .get();
                if (witness == first) {
                    assertThat(log.standing(0, Keys.both()).sentence()).isEqualTo("Recorded, not yet co-signed by B.");
                }
            }
            assertThat(log.standing(0, Keys.both()))
                    .isInstanceOfSatisfying(
                            Standing.Effective.class,
                            s -> assertThat(s.proof()
                                            .verify(entry(0), Keys.both())
                                            .accepted())
                                    .isTrue());
            log.append(entry(1));
            assertThat(log.standing(1, Keys.both()).sentence()).isEqualTo("Recorded, not yet co-signed by A, B.");
            assertThat(log.standing(0, Keys.both())).isInstanceOf(Standing.Effective.class);
            assertThat(log.standing(1, LOG_ONLY)).isInstanceOf(Standing.Effective.class);
        }
        assertThat(LogVerifier.verify(folder, List.of(), Optional.of(Keys.both()), Optional.empty())
                        .accepted())
                .isTrue();
    }

    private static SignedNote signed(MerkleTree tree) {
        String text = new Checkpoint(Keys.ORIGIN, tree.size(), tree.root(tree.size())).text();
        return new SignedNote(text, List.of(Keys.LOG.sign(text, 0)));
    }

    @Test
    void aWitnessAnswersWhatItCannotReadWithAStatusNotAnException() throws IOException {
        Witness witness = new Witness(
                new SimFs(1),
                List.of(Keys.WITNESS_A),
                Keys.KNOWN,
                Keys.options().clock());
        SignedNote stranger =
                new SignedNote("other.example\n0\n" + MerkleTree.EMPTY_ROOT + "\n", List.of(Keys.LOG.sign("x", 0)));
        SignedNote forged = signed(new MerkleTree());
        forged = new SignedNote(forged.text(), List.of(Keys.LOG.sign("another text", 0)));
        assertThat(witness.addCheckpoint(new byte[0]).status()).isEqualTo(400);
        assertThat(witness.addCheckpoint(0, List.of(), stranger).status()).isEqualTo(404);
        assertThat(witness.addCheckpoint(0, List.of(), forged).status()).isEqualTo(403);
    }

    @Test
    void aLogThatWasRewrittenDoesNotContinueAnEarlierCheckpoint(@TempDir Path rewritten) throws IOException {
        SignedNote earlier;
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            fill(log, 0, 10);
            earlier = log.latestCheckpoint();
            fill(log, 10, 20);
        }
        try (TransparencyLog log = TransparencyLog.open(rewritten, Keys.options())) {
            fill(log, 100, 120);
        }
        List<NoteVerifier> keys = List.of(Keys.LOG.verifier());
        assertThat(LogVerifier.verify(folder, keys, Optional.empty(), Optional.of(earlier))
                        .accepted())
                .isTrue();
        assertThat(LogVerifier.verify(rewritten, keys, Optional.empty(), Optional.of(earlier)))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo("verify.forked"));
    }

    @Test
    void aFailingDiskStopsTheLog() throws IOException {
        SimFs disk = new SimFs(3);
        LogStore store = LogStore.open(disk, Keys.options());
        disk.failAt(disk.operations() + 2);
        assertThatThrownBy(() -> store.append(List.of(entry(0)))).isInstanceOf(IOException.class);
    }

    @Test
    void aLogWhoseDiskFailedWhilePublishingWritesNothingWhenItIsClosed() throws IOException {
        TransparencyLog log = TransparencyLog.open(folder, Keys.options());
        byte[] published = Files.readAllBytes(folder.resolve("checkpoint"));
        log.append(entry(0));
        Path inTheWay = Files.writeString(folder.resolve("tile"), "a file where a folder must be");
        assertThatThrownBy(log::publish).isInstanceOf(LedgerStopped.class);
        Files.delete(inTheWay);
        assertThatThrownBy(() -> log.append(entry(1))).isInstanceOf(LedgerStopped.class);
        log.close();
        assertThat(folder.resolve("checkpoint")).hasBinaryContent(published);
        assertThat(folder.resolve("tile")).doesNotExist();
    }

    @Test
    void whatIsSubmittedByOneWriterKeepsItsOrderHoweverMuchWaits() throws IOException {
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            List<CompletableFuture<AppendResult>> all = IntStream.range(0, 10_000)
                    .mapToObj(i -> log.submit(entry(i)))
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).join().index()).isEqualTo(i);
            }
            assertThat(log.entry(9_999)).isEqualTo(entry(9_999));
        }
        assertThat(verify().accepted()).isTrue();
    }
}
