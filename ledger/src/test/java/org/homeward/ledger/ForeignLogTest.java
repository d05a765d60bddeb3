package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.ledger.ForeignLogs.TIME;
import static org.homeward.ledger.ForeignLogs.WITNESS;
import static org.homeward.ledger.ForeignLogs.entries;
import static org.homeward.ledger.ForeignLogs.policy;
import static org.homeward.ledger.ForeignLogs.said;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.homeward.ledger.ForeignLog.Prefixes;
import org.homeward.ledger.ForeignLog.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that our writer has not written: each sound one is accepted, and what is wrong with each other one is named. */
class ForeignLogTest {
    @Test
    void aLogOnADiskIsReadByThePublicDoor(@TempDir Path folder) throws IOException {
        Signer key = Signer.of("disk.example/log", 1, 5);
        ForeignLog log = new ForeignLog("disk.example/log", entries(300));
        log.sign(key.line(log.body, 0)).write(folder);
        assertThat(LogVerifier.verify(
                                folder,
                                List.of(NoteVerifier.parse(key.vkey()).get()),
                                Optional.empty(),
                                Optional.empty())
                        .get()
                        .checkpoint()
                        .size())
                .isEqualTo(300);
    }

    @Test
    void anOriginWithSpacesHoldsUnderAKeyThatCannotBearItsName() throws IOException {
        Signer key = Signer.of("key.example", 1, 5);
        ForeignLog log = new ForeignLog("Go to the log: ../../x", entries(3));
        log.sign(key.line(log.body, 0));
        List<NoteVerifier> keys = List.of(NoteVerifier.parse(key.vkey()).get());
        assertThat(said(log.files, keys, Optional.empty(), null)).contains("another name than the log");
        assertThat(said(log.files, policy(key), null)).startsWith("policy.log: ");
    }

    @Test
    void extensionLinesAreSignedByEd25519AndPassedOver() throws IOException {
        Signer key = Signer.of("extended.example", 1, 5);
        ForeignLog log = new ForeignLog("extended.example", entries(3));
        String extended = log.body + "anything at all\nand more\n";
        log.checkpoint(extended + "\n" + key.line(extended, 0) + WITNESS.line(extended, TIME));
        assertThat(said(log.files, policy(key, WITNESS), null)).startsWith("3 entries");
        log.checkpoint(extended.replace("more", "less") + "\n" + key.line(extended, 0));
        assertThat(said(log.files, policy(key), null)).startsWith("note.signature: ");
    }

    @Test
    void aCoSignatureWithMlDsa44CoversItsSignerTheTimeTheOriginTheSizeAndTheRoot() throws IOException {
        ForeignLog log = sound(300);
        Signer witness = Signer.of("w.example", 6, 6);
        byte[] raw = SignedNote.Line.parse(witness.line(log.body, TIME).strip())
                .get()
                .bytes();
        log.sign(KEY.line(log.body, 0), witness.line(log.body, TIME));
        assertThat(said(log.files, policy(KEY, witness), null)).startsWith("300 entries");
        raw[7] ^= 1;
        Signer renamed = new Signer("x.example", 6, witness.pair());
        for (String wrong : List.of(
                ForeignLog.line(witness.name(), witness.keyId(), raw),
                witness.line(log.body.replace(KEY.name(), "another"), TIME),
                witness.line(sound(299).body, TIME))) {
            log.sign(KEY.line(log.body, 0), wrong);
            assertThat(said(log.files, policy(KEY, witness), null)).contains("signature of w.example does not verify");
        }
        String line = witness.line(log.body, TIME);
        byte[] signature = SignedNote.Line.parse(line.strip()).get().bytes();
        log.sign(KEY.line(log.body, 0), ForeignLog.line(renamed.name(), renamed.keyId(), signature));
        assertThat(said(log.files, policy(KEY, renamed), null)).contains("signature of x.example does not verify");
    }

    private static final Signer KEY = Signer.of("log.example/2026", 1, 1);
    private static final String POLICY = policy(KEY, WITNESS);

    private static ForeignLog sound(int size) {
        ForeignLog log = new ForeignLog(KEY.name(), entries(600).subList(0, size));
        return log.sign(KEY.line(log.body, 0), WITNESS.line(log.body, TIME));
    }

    @Test
    void aLogOfFullTilesOnlyOrOfNoEntriesAsksForNoFurtherTile() throws IOException {
        for (int size : new int[] {0, 256, 512}) {
            assertThat(said(sound(size).files, POLICY, null)).startsWith(size + " entries");
        }
    }

    /** What is said of a log of 300 entries after one thing in its files was made wrong. */
    private static String after(Consumer<Map<String, byte[]>> fault) throws IOException {
        Map<String, byte[]> files = sound(300).files;
        fault.accept(files);
        return said(files, POLICY, null);
    }

    private static void change(Map<String, byte[]> files, String name, int at) {
        assertThat(files).containsKey(name);
        files.get(name)[at] ^= 0x20;
    }

    @Test
    void eachFaultInTheFilesIsNamed() throws IOException {
        assertThat(after(files -> {})).startsWith("300 entries");
        assertThat(after(files -> change(files, "tile/entries/000", 2 + 1)))
                .as("an entry")
                .isEqualTo("verify.entry: Entry 0 does not fit its hash in the tile tile/0/000.");
        assertThat(after(files -> change(files, "tile/0/000", 32 * 17 + 5)))
                .as("a leaf hash")
                .isEqualTo("verify.entry: Entry 17 does not fit its hash in the tile tile/0/000.");
        assertThat(after(files -> change(files, "tile/1/000.p/1", 5)))
                .as("an upper hash")
                .startsWith("verify.tile: The tile tile/1/000.p/1 ");
        assertThat(after(files -> files.remove("tile/0/001.p/44"))).startsWith("verify.missing: The file tile/0/001.p");
        assertThat(after(files -> files.remove("tile/entries/000"))).startsWith("verify.missing: The file tile/en");
        assertThat(after(files -> files.remove("tile/1/000.p/1"))).startsWith("verify.missing: The file tile/1/000");
        assertThat(after(files -> files.remove("checkpoint"))).startsWith("verify.no-checkpoint: ");
        assertThat(after(files -> files.put("tile/0/001.p/44", new byte[43 * 32])))
                .isEqualTo("verify.tile-size: The tile tile/0/001.p/44 has 1376 bytes and should have 1408.");
        assertThat(after(files -> files.put("tile/0/001", files.remove("tile/0/001.p/44"))))
                .as("a partial tile in the place of a full one")
                .startsWith("verify.tile-size: ");
        assertThat(after(files -> files.put("tile/1/000.p/1", new byte[64])))
                .as("a partial tile hashed into the level above")
                .startsWith("verify.tile-size: The tile tile/1/000.p/1 has 64 bytes");
        assertThat(after(files -> files.put("tile/0/000", new byte[8193]))).startsWith("verify.missing: ");
        assertThat(after(files -> files.computeIfPresent(
                        "tile/entries/001.p/44", (name, bundle) -> Arrays.copyOf(bundle, bundle.length + 2))))
                .startsWith("verify.bundle: The entry bundle tile/entries/001.p/44 has bytes after");
        assertThat(after(files -> files.computeIfPresent(
                        "tile/entries/001.p/44", (name, bundle) -> Arrays.copyOf(bundle, bundle.length - 1))))
                .startsWith("verify.bundle: The entry bundle tile/entries/001.p/44 ends inside");
        assertThat(after(files -> {
                    byte[] bundle = files.get("tile/entries/000");
                    bundle[0] = (byte) 0xff;
                }))
                .as("a length that runs over the end")
                .startsWith("verify.bundle: The entry bundle tile/entries/000 ends inside");
        assertThat(after(files -> files.put("tile/entries/000", new byte[17_000_000])))
                .startsWith("verify.missing: ");
    }

    @Test
    void aLogThatHashesOtherwiseOrPutsLengthsOtherwiseIsTold() throws IOException {
        for (Prefixes other : List.of(new Prefixes(1, 1), new Prefixes(0, 0))) {
            ForeignLog log = new ForeignLog(KEY.name(), entries(300), other);
            log.sign(KEY.line(log.body, 0));
            assertThat(said(log.files, policy(KEY), null))
                    .startsWith(other.leaf() == 1 ? "verify.entry: Entry 0 " : "verify.tile: The tile tile/1/000.p/1");
        }
        ForeignLog small = new ForeignLog(KEY.name(), entries(200), new Prefixes(0, 0));
        small.sign(KEY.line(small.body, 0));
        assertThat(said(small.files, policy(KEY), null)).startsWith("verify.root: ");
        ForeignLog turned = new ForeignLog(KEY.name(), List.of(new byte[3], new byte[3]));
        turned.sign(KEY.line(turned.body, 0));
        byte[] bundle = turned.files.get("tile/entries/000.p/2");
        bundle[0] = 3;
        bundle[1] = 0;
        assertThat(said(turned.files, policy(KEY), null)).startsWith("verify.bundle: ");
    }

    @Test
    void anEntryThatWasLeftOutReplacedOrMovedWithAllItsHashesDoesNotAddUp() throws IOException {
        List<byte[]> entries = new ArrayList<>(entries(300));
        Map<String, List<byte[]>> rewritten = new LinkedHashMap<>();
        List<byte[]> shorter = new ArrayList<>(entries);
        shorter.remove(17);
        shorter.add(new byte[1]);
        rewritten.put("left out", shorter);
        List<byte[]> replaced = new ArrayList<>(entries);
        replaced.set(299, new byte[] {1});
        rewritten.put("replaced", replaced);
        List<byte[]> moved = new ArrayList<>(entries);
        Collections.swap(moved, 3, 4);
        rewritten.put("moved", moved);
        String head = new String(sound(300).files.get("checkpoint"), StandardCharsets.UTF_8);
        String since = head;
        for (Map.Entry<String, List<byte[]>> fault : rewritten.entrySet()) {
            ForeignLog log = new ForeignLog(KEY.name(), fault.getValue()).checkpoint(head);
            assertThat(said(log.files, POLICY, null)).as(fault.getKey()).startsWith("verify.root: ");
            log.sign(KEY.line(log.body, 0), WITNESS.line(log.body, TIME));
            assertThat(said(log.files, POLICY, null)).startsWith("300 entries");
            assertThat(said(log.files, POLICY, since)).as(fault.getKey()).startsWith("verify.forked: ");
        }
        assertThat(said(sound(299).files, POLICY, since)).startsWith("verify.since: ");
    }

    @Test
    void eachFaultInTheCheckpointIsNamed() throws IOException {
        ForeignLog log = sound(300);
        String body = log.body;
        String key = KEY.line(body, 0);
        String witness = WITNESS.line(body, TIME);
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(body.replace("\n300\n", "\n301\n") + "\n" + key + witness, "note.signature: ");
        notes.put(body.replace("\n300\n", "\n0300\n") + "\n" + key + witness, "checkpoint.size: ");
        notes.put(body.replace("\n300\n", "\n-300\n") + "\n" + key + witness, "checkpoint.size: ");
        notes.put(body.replace("\n300\n", "\n9223372036854775808\n") + "\n" + key + witness, "checkpoint.size: ");
        notes.put(body.replace("=", "") + "\n" + key + witness, "hash.base64: ");
        notes.put(body.substring(0, body.lastIndexOf('\n', body.length() - 2) + 1) + "\n" + key, "checkpoint.lines: ");
        notes.put((body + "\n" + key).replace("\n", "\r\n"), "note.control: ");
        notes.put(body + "\n" + key + "\n", "note.no-signature: ");
        notes.put(body + key, "note.no-signature: ");
        notes.put(body + "\n" + key.substring(0, key.length() - 1), "note.no-signature: ");
        notes.put(body + "\n" + key.replace("\u2014", "-"), "note.signature-line: ");
        notes.put(body + "\n" + key.replace(" log", " two log"), "note.signature-line: ");
        notes.put(body + "\n" + Signer.of(KEY.name(), 1, 2).line(body, 0) + witness, "note.unknown: ");
        notes.put(body + "\n" + KEY.line("another text\n", 0) + witness, "note.signature: ");
        notes.put(body + "\n" + key + KEY.line("another text\n", 0), "note.signature: ");
        notes.put(body + "\n" + key.repeat(65), "note.too-many: ");
        notes.put(body + "\n" + key + ForeignLog.line("a", new byte[4], new byte[1 << 20]), "verify.no-checkpoint: ");
        notes.put("\ufeff" + body + "\n" + key, "note.signature: ");
        notes.forEach((note, code) -> assertThat(checkpoint(note)).startsWith(code));
        byte[] latin = "log.example/\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        log.files.put("checkpoint", latin);
        assertThat(said(log.files, POLICY, null)).startsWith("note.utf8: ");
    }

    private static String checkpoint(String note) {
        try {
            return said(sound(300).checkpoint(note).files, POLICY, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eachFaultInACoSignatureIsNamed() {
        String body = sound(300).body;
        String other = sound(299).body;
        String key = KEY.line(body, 0);
        Signer plain = new Signer(WITNESS.name(), 1, WITNESS.pair());
        byte[] raw =
                SignedNote.Line.parse(WITNESS.line(body, TIME).strip()).get().bytes();
        byte[] later = raw.clone();
        later[7] ^= 1;
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("", "policy.quorum: Recorded, not yet co-signed by witness.example/w1.");
        lines.put(plain.line(body, 0), "policy.quorum: ");
        lines.put(Signer.of(WITNESS.name(), 4, 41).line(body, TIME), "policy.quorum: ");
        lines.put(
                WITNESS.line(other, TIME),
                "note.signature: In checkpoint: The signature of witness.example/w1 does not verify.");
        lines.put(WITNESS.line(body, TIME) + WITNESS.line(other, TIME), "note.signature: ");
        lines.put(ForeignLog.line(WITNESS.name(), WITNESS.keyId(), later), "note.signature: ");
        lines.put(ForeignLog.line(WITNESS.name(), WITNESS.keyId(), Arrays.copyOf(raw, 71)), "note.signature: ");
        lines.put(ForeignLog.line(WITNESS.name(), WITNESS.keyId(), Arrays.copyOf(raw, 73)), "note.signature: ");
        lines.put(ForeignLog.line(WITNESS.name(), WITNESS.keyId(), Arrays.copyOfRange(raw, 8, 72)), "note.signature: ");
        lines.forEach((line, said) ->
                assertThat(checkpoint(body + "\n" + key + line)).as(line).contains(said));
        assertThat(checkpoint(body + "\n" + key + WITNESS.line(body, TIME))).startsWith("300 entries");
    }
}
