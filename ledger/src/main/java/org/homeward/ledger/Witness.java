package org.homeward.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A party's own eyes on a log (C2SP tlog-witness): co-signs a checkpoint only if it continues the last one co-signed,
 * which it stores before it answers. Never rolls back. Free of HTTP; safe for concurrent use.
 */
public final class Witness implements Closeable {
    private static final int MAX_PROOF = 63;

    private final Storage storage;
    private final List<NoteSigner> signers;
    private final Map<String, List<NoteVerifier>> logs;
    private final InstantSource clock;

    Witness(Storage storage, List<NoteSigner> signers, Map<String, List<NoteVerifier>> logs, InstantSource clock) {
        this.storage = storage;
        this.signers = List.copyOf(signers);
        this.logs = Map.copyOf(logs);
        this.clock = clock;
        if (signers.stream().anyMatch(s -> s.verifier().type() == KeyType.ED25519)) {
            throw new IllegalArgumentException("a witness signs with a co-signature key");
        }
    }

    /** Opens the witness whose memory is in a folder of its own; {@code logs} gives the trusted keys by origin. */
    public static Witness open(
            Path folder, List<NoteSigner> signers, Map<String, List<NoteVerifier>> logs, InstantSource clock)
            throws IOException {
        return new Witness(DiskStorage.lock(folder), signers, logs, clock);
    }

    /** What a witness answers. */
    public sealed interface Answer {
        /** HTTP status of tlog-witness. */
        int status();

        /** Body of the HTTP answer. */
        String body();
    }

    /** 200: stored and co-signed. */
    public record Cosigned(List<SignedNote.Line> lines) implements Answer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public String body() {
            StringBuilder body = new StringBuilder();
            lines.forEach(line -> body.append(line.text()));
            return body.toString();
        }
    }

    /** 409: the witness last co-signed another size; ask again from there. */
    public record Elsewhere(long size) implements Answer {
        @Override
        public int status() {
            return 409;
        }

        @Override
        public String body() {
            return size + "\n";
        }
    }

    /** 400, 403, 404 or 422: not co-signed, and why. */
    public record Refused(int status, Refusal refusal) implements Answer {
        @Override
        public String body() {
            return refusal.sentence() + "\n";
        }
    }

    /** The body of an {@code add-checkpoint} request. */
    public static byte[] request(long oldSize, List<Hash> proof, SignedNote checkpoint) {
        StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        body.append('\n').append(new String(checkpoint.bytes(), StandardCharsets.UTF_8));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Answers the body of an {@code add-checkpoint} request, whatever it holds. */
    public Answer addCheckpoint(byte[] body) throws IOException {
        String latin = new String(body, StandardCharsets.ISO_8859_1);
        int blank = latin.indexOf("\n\n");
        String[] head = blank < 0 ? new String[0] : latin.substring(0, blank).split("\n", -1);
        long old = head.length > 0 && head[0].startsWith("old ") ? Base64Strict.decimal(head[0].substring(4)) : -1;
        if (old < 0 || head.length > 1 + MAX_PROOF) {
            return refused(
                    400, "witness.request", "The request does not begin with an old size and at most 63 hashes.");
        }
        List<Hash> proof = new ArrayList<>();
        for (String line : Arrays.asList(head).subList(1, head.length)) {
            switch (Hash.parse(line)) {
                case Result.Ok<Hash>(Hash hash) -> proof.add(hash);
                case Result.Refused<Hash>(Refusal refusal) -> {
                    return new Refused(400, refusal);
                }
            }
        }
        return switch (SignedNote.parse(Arrays.copyOfRange(body, blank + 2, body.length))) {
            case Result.Refused<SignedNote>(Refusal refusal) -> new Refused(400, refusal);
            case Result.Ok<SignedNote>(SignedNote note) -> addCheckpoint(old, proof, note);
        };
    }

    /** Checks, stores, then co-signs. */
    public synchronized Answer addCheckpoint(long oldSize, List<Hash> proof, SignedNote note) throws IOException {
        if (!(note.checkpoint() instanceof Result.Ok<Checkpoint>(Checkpoint next))) {
            return refused(400, "witness.checkpoint", "The note is not a checkpoint.");
        }
        List<NoteVerifier> keys = logs.get(next.origin());
        if (keys == null) {
            return refused(404, "witness.unknown-log", "This witness does not know the log of the checkpoint.");
        }
        if (note.verify(keys) instanceof Result.Refused<?>(Refusal refusal)) {
            return new Refused(403, refusal);
        }
        if (oldSize < 0 || oldSize > next.size()) {
            return refused(400, "witness.sizes", "The old size is larger than that of the checkpoint.");
        }
        Checkpoint last = last(next.origin());
        if (oldSize != last.size()) {
            return new Elsewhere(last.size());
        }
        // The empty tree begins every tree, so tlog-witness asks for no proof from it, and for none to be sent.
        boolean continues = oldSize == 0
                ? proof.isEmpty()
                : MerkleTree.verifyConsistency(last.size(), next.size(), proof, last.root(), next.root());
        if (!continues || (next.size() == 0 && !next.root().equals(MerkleTree.EMPTY_ROOT))) {
            return refused(
                    422, "witness.inconsistent", "The checkpoint does not continue the one last co-signed: show both.");
        }
        long now = clock.instant().getEpochSecond();
        List<SignedNote.Line> own =
                signers.stream().map(s -> s.sign(note.text(), now)).toList();
        // Kept with the log's own signatures: two such notes of one log that contradict each other convict it.
        List<SignedNote.Line> kept = new ArrayList<>(note.signatures().stream()
                .filter(line -> keys.stream().anyMatch(line::isOf))
                .toList());
        kept.addAll(own);
        Storage.replace(storage, file(next.origin()), new SignedNote(note.text(), kept).bytes());
        return new Cosigned(own);
    }

    /** The checkpoint last co-signed for a log, or the empty tree. */
    public synchronized Checkpoint last(String origin) throws IOException {
        Optional<SignedNote> stored = cosigned(file(origin));
        if (stored.isEmpty()) {
            return new Checkpoint(origin, 0, MerkleTree.EMPTY_ROOT);
        }
        if (stored.get().checkpoint() instanceof Result.Ok<Checkpoint>(Checkpoint c)
                && c.origin().equals(origin)) {
            return c;
        }
        throw damaged();
    }

    /** What was last co-signed of the log with this origin hash (hex SHA-256), with the log's signature and ours. */
    synchronized Optional<SignedNote> cosigned(String originHash) throws IOException {
        byte[] stored = storage.read(originHash);
        if (stored == null) {
            return Optional.empty();
        }
        // Our own signature tells a whole memory from one that rotted or that somebody edited.
        if (SignedNote.parse(stored) instanceof Result.Ok<SignedNote>(SignedNote note)
                && note.verify(signers.stream().map(NoteSigner::verifier).toList())
                        .accepted()) {
            return Optional.of(note);
        }
        throw damaged();
    }

    private static IOException damaged() {
        return new IOException("The memory of the witness is damaged: restore it from a copy, never start it anew.");
    }

    private static String file(String origin) {
        return HexFormat.of().formatHex(MerkleTree.sha256().digest(origin.getBytes(StandardCharsets.UTF_8)));
    }

    private static Refused refused(int status, String code, String sentence) {
        return new Refused(status, new Refusal(code, sentence));
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }
}
