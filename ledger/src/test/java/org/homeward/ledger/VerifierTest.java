package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verifier says first, when one thing is wrong with a log of three hundred entries. */
class VerifierTest {
    private static final List<NoteVerifier> KEY = List.of(Keys.LOG.verifier());

    @TempDir
    Path folder;

    private SignedNote head;

    @BeforeEach
    void aLogOfThreeHundredEntries() throws IOException {
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            for (int i = 0; i < 299; i++) {
                log.submit(("entry " + i).getBytes(StandardCharsets.UTF_8));
            }
            head = log.append(new byte[0]).checkpoint();
        }
    }

    private String said(List<NoteVerifier> keys, Optional<Policy> policy, Optional<SignedNote> since)
            throws IOException {
        return switch (LogVerifier.verify(folder, keys, policy, since)) {
            case Result.Refused<LogVerifier.Report>(Refusal refusal) -> refusal.code() + ": " + refusal.sentence();
            case Result.Ok<LogVerifier.Report>(LogVerifier.Report report) -> String.join(" ", report.notes());
        };
    }

    private String said() throws IOException {
        return said(KEY, Optional.empty(), Optional.empty());
    }

    private void replace(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private void claim(String origin, long size, Hash root) throws IOException {
        String text = new Checkpoint(origin, size, root).text();
        replace("checkpoint", new SignedNote(text, List.of(Keys.LOG.sign(text, 0))).bytes());
    }

    @Test
    void aSoundLogHoldsWithAKeyAndWithoutOneSaysWhatWasNotChecked() throws IOException {
        assertThat(said())
                .isEqualTo("300 entries add up to the root of the checkpoint, through every tile."
                        + " The log's signature holds.");
        assertThat(said(List.of(), Optional.empty(), Optional.of(head)))
                .contains("NOT checked")
                .contains("continues the earlier checkpoint of 300 entries");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        for (String name : List.of("tile/1/000.p/1", "tile/0/000", "tile/entries/001.p/44", "checkpoint")) {
            byte[] sound = bytes(name);
            Files.delete(folder.resolve(name));
            assertThat(said()).contains(name);
            replace(name, sound);
        }
        Files.createDirectory(folder.resolve("checkpoint.cosigned"));
        assertThat(said()).startsWith("verify.no-checkpoint").contains("checkpoint.cosigned");
    }

    @Test
    void aTileOfTheWrongSizeIsToldWithBothSizes() throws IOException {
        replace("tile/0/000", Arrays.copyOf(bytes("tile/0/000"), 8191));
        assertThat(said()).isEqualTo("verify.tile-size: The tile tile/0/000 has 8191 bytes and should have 8192.");
        replace("tile/0/000", new byte[9000]);
        assertThat(said()).startsWith("verify.missing").contains("too large");
    }

    @Test
    void anUpperTileOfTheWrongSizeOrContentIsToldToo() throws IOException {
        byte[] sound = bytes("tile/1/000.p/1");
        replace("tile/1/000.p/1", Arrays.copyOf(sound, 64));
        assertThat(said()).startsWith("verify.tile-size");
        sound[3] ^= 1;
        replace("tile/1/000.p/1", sound);
        assertThat(said()).startsWith("verify.tile:");
    }

    @Test
    void aBundleThatEndsTooEarlyOrTooLateIsTold() throws IOException {
        byte[] sound = bytes("tile/entries/001.p/44");
        replace("tile/entries/001.p/44", Arrays.copyOf(sound, sound.length - 1));
        assertThat(said()).startsWith("verify.bundle").contains("ends inside an entry");
        replace("tile/entries/001.p/44", Arrays.copyOf(sound, sound.length - 3));
        assertThat(said()).startsWith("verify.bundle").contains("ends inside an entry");
        // The last entry is empty: without it, without the nine bytes before it, and with their length still there.
        replace("tile/entries/001.p/44", Arrays.copyOf(sound, sound.length - 2 - 9));
        assertThat(said()).startsWith("verify.bundle").contains("ends inside an entry");
        replace("tile/entries/001.p/44", Arrays.copyOf(sound, sound.length + 1));
        assertThat(said()).startsWith("verify.bundle").contains("after its last entry");
    }

    @Test
    void aChangedEntryIsNamed() throws IOException {
        byte[] bundle = bytes("tile/entries/001.p/44");
        bundle[2 + 9 + 3] ^= 1;
        replace("tile/entries/001.p/44", bundle);
        assertThat(said()).isEqualTo("verify.entry: Entry 257 does not fit its hash in the tile tile/0/001.p/44.");
    }

    @Test
    void aFullTileStandsInForAPartialOneThatTheLogDeleted() throws IOException, InterruptedException {
        SignedNote earlier = head;
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            for (int i = 0; i < 300; i++) {
                log.submit(new byte[] {(byte) i});
            }
        }
        for (String partial : List.of("tile/0/001.p/44", "tile/entries/001.p/44")) {
            Files.delete(folder.resolve(partial));
        }
        replace("checkpoint", earlier.bytes());
        assertThat(said()).startsWith("300 entries");
        byte[] shorter = Arrays.copyOf(bytes("tile/0/001"), 44 * 32);
        replace("tile/0/001", shorter);
        assertThat(said()).startsWith("verify.tile-size");
    }

    @Test
    void aCheckpointThatClaimsWhatIsNotThereIsRefusedAtOnce() throws IOException {
        claim(Keys.ORIGIN, Long.MAX_VALUE, head.checkpoint().get().root());
        assertThat(said()).startsWith("verify.too-large");
        claim(Keys.ORIGIN, LogVerifier.MAX_ENTRIES + 1, head.checkpoint().get().root());
        assertThat(said()).startsWith("verify.too-large");
        claim(Keys.ORIGIN, LogVerifier.MAX_ENTRIES, head.checkpoint().get().root());
        assertThat(said()).startsWith("verify.missing");
        claim(Keys.ORIGIN, 300, MerkleTree.EMPTY_ROOT);
        assertThat(said()).startsWith("verify.root");
        claim(Keys.ORIGIN, 0, MerkleTree.EMPTY_ROOT);
        assertThat(said()).startsWith("0 entries");
    }

    @Test
    void aKeyOfAnotherNameThanTheLogIsSaidToBeOne() throws IOException {
        claim("another.example", 300, head.checkpoint().get().root());
        assertThat(said()).contains("another name than the log");
        assertThat(said(KEY, Optional.of(Policy.ofLog(Keys.LOG.verifier())), Optional.empty()))
                .startsWith("policy.log");
    }

    @Test
    void anEarlierCheckpointOfAnotherLogOrALargerOneIsNotContinued() throws IOException {
        for (Checkpoint other : List.of(
                new Checkpoint("another.example", 1, MerkleTree.EMPTY_ROOT),
                new Checkpoint(Keys.ORIGIN, 301, MerkleTree.EMPTY_ROOT))) {
            SignedNote note = new SignedNote(other.text(), List.of(Keys.LOG.sign(other.text(), 0)));
            assertThat(said(KEY, Optional.empty(), Optional.of(note))).startsWith("verify.since");
        }
        SignedNote rewritten = new SignedNote(new Checkpoint(Keys.ORIGIN, 7, MerkleTree.EMPTY_ROOT).text(), List.of());
        assertThat(said(List.of(), Optional.empty(), Optional.of(rewritten))).startsWith("verify.forked");
    }

    @Test
    void aPolicyWithoutALogTakesTheKeyThatIsGiven() throws IOException {
        Policy bare =
                Policy.parse("quorum none\n".getBytes(StandardCharsets.UTF_8)).get();
        assertThat(said(KEY, Optional.of(bare), Optional.empty())).contains("quorum");
        assertThat(said(List.of(), Optional.of(bare), Optional.empty())).startsWith("note.unknown");
        assertThat(said(List.of(), Optional.of(Keys.both()), Optional.empty()))
                .isEqualTo("policy.quorum: Recorded, not yet co-signed by A, B.");
    }

    @Test
    void whatIsAskedOfAnEntryIsAskedOfEachInOrder() throws IOException {
        EntryCheck none298 = (index, entry) ->
                index == 298 ? Optional.of(new Refusal("mine", "Entry 298 is not liked.")) : Optional.empty();
        assertThat(LogVerifier.verify(folder, KEY, Optional.empty(), Optional.empty(), none298))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo("mine"));
    }
}
