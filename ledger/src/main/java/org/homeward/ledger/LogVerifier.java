package org.homeward.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a folder in the tlog-tiles layout, ours or not, without a network: the signatures, every entry against its hash in
 * its tile, every tile, the root of the checkpoint, the policy, and that an earlier checkpoint is continued. Reads only files
 * whose names it makes.
 */
public final class LogVerifier {
    /** The leaves take 32 bytes each and the tree 64, and half as many again while it grows; its arrays end at 2^26 leaves. */
    static final long MAX_ENTRIES = Math.min(1L << 25, Runtime.getRuntime().maxMemory() / 128);

    private static final int MAX_BUNDLE = Tiles.WIDTH * (2 + TransparencyLog.MAX_ENTRY);

    private LogVerifier() {}

    /**
     * What was found.
     *
     * @param checkpoint the checkpoint that everything was checked against
     * @param notes what holds, one sentence each
     */
    public record Report(Checkpoint checkpoint, List<String> notes) {
        public Report {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Verifies.
     *
     * @param keys log keys; with none and no policy, signatures are not checked and the report says so. A policy that names
     *     no log takes these as its own (tlog-policy: "known from other context")
     * @param policy judges the newest co-signed checkpoint, when given
     * @param since an earlier signed checkpoint that the log must continue
     * @return the first thing that is wrong, or the report
     * @throws IOException only when the disk cannot be read
     */
    public static Result<Report> verify(
            Path folder, List<NoteVerifier> keys, Optional<Policy> policy, Optional<SignedNote> since)
            throws IOException {
        return verify(folder, keys, policy, since, EntryCheck.NONE);
    }

    /** The same, and asks something of every entry. */
    public static Result<Report> verify(
            Path folder,
            List<NoteVerifier> keys,
            Optional<Policy> policy,
            Optional<SignedNote> since,
            EntryCheck entries)
            throws IOException {
        return verify(LogFiles.in(folder), keys, policy, since, entries);
    }

    static Result<Report> verify(
            LogFiles files,
            List<NoteVerifier> keys,
            Optional<Policy> policy,
            Optional<SignedNote> since,
            EntryCheck check)
            throws IOException {
        byte[] head = files.read(LogStore.CHECKPOINT, SignedNote.MAX_BYTES);
        byte[] cosigned = files.has(LogStore.COSIGNED) ? files.read(LogStore.COSIGNED, SignedNote.MAX_BYTES) : head;
        return switch (signatures(head, cosigned, keys, policy, since)) {
            case Result.Refused<Signed>(Refusal refusal) -> new Result.Refused<>(refusal);
            case Result.Ok<Signed>(Signed signed) -> contents(files, signed, check);
        };
    }

    /** What the signatures say, before any entry is read: they are few, and a bad one makes the rest worthless. */
    record Signed(
            Checkpoint head,
            Set<NoteVerifier> signers,
            Optional<Checkpoint> earlier,
            Optional<Policy.Verdict> verdict) {}

    /** The first step: reads nothing but the checkpoint files. */
    static Result<Signed> signatures(
            byte @Nullable [] head,
            byte @Nullable [] cosigned,
            List<NoteVerifier> keys,
            Optional<Policy> policy,
            Optional<SignedNote> since) {
        if (head == null || cosigned == null) {
            String name = head == null ? LogStore.CHECKPOINT : LogStore.COSIGNED;
            return Result.refused(
                    "verify.no-checkpoint", "There is no file " + name + " in the folder that can be read as one.");
        }
        List<NoteVerifier> logs = new ArrayList<>(keys);
        policy.ifPresent(p -> logs.addAll(p.logs()));
        Result<Checkpoint> checkpoint =
                in(LogStore.CHECKPOINT, SignedNote.parse(head).then(SignedNote::checkpoint));
        Result<Set<NoteVerifier>> signers =
                in(LogStore.CHECKPOINT, SignedNote.parse(head).then(note -> signers(note, logs)));
        Result<Optional<Checkpoint>> earlier = since.isEmpty()
                ? Result.ok(Optional.empty())
                : in(
                        "the earlier checkpoint",
                        signers(since.get(), logs)
                                .then(s -> since.get().checkpoint())
                                .then(old -> Result.ok(Optional.of(old))));
        Result<Optional<Policy.Verdict>> verdict = policy.isEmpty()
                ? Result.ok(Optional.empty())
                : in(
                        Arrays.equals(head, cosigned) ? LogStore.CHECKPOINT : LogStore.COSIGNED,
                        SignedNote.parse(cosigned)
                                .then(policy.get().orLogs(keys)::evaluate)
                                .then(v -> Result.ok(Optional.of(v))));
        return checkpoint.then(c ->
                signers.then(s -> earlier.then(old -> verdict.then(v -> Result.ok(new Signed(c, s, old, v))))));
    }

    /** The same, and a refusal says in which file. */
    private static <T> Result<T> in(String file, Result<T> read) {
        return read instanceof Result.Refused<T>(Refusal refusal)
                ? Result.refused(refusal.code(), "In " + file + ": " + refusal.sentence())
                : read;
    }

    private static Result<Set<NoteVerifier>> signers(SignedNote note, List<NoteVerifier> logs) {
        return logs.isEmpty() ? Result.ok(Set.of()) : note.verify(logs);
    }

    /** The second and last step: everything but the checkpoint files. */
    static Result<Report> contents(LogFiles files, Signed signed, EntryCheck check) throws IOException {
        long size = signed.head().size();
        if (size > MAX_ENTRIES) {
            return Result.refused(
                    "verify.too-large",
                    "The checkpoint claims " + size + " entries, and at most " + MAX_ENTRIES
                            + " are checked with the memory that Java was given.");
        }
        List<byte[]> leaves = new ArrayList<>();
        Refusal wrong = entries(files, size, leaves, check);
        MerkleTree tree = new MerkleTree();
        if (wrong == null) {
            leaves.forEach(tile -> append(tree, tile));
            wrong = upperTiles(files, tree);
        }
        return wrong == null ? conclude(signed, tree) : new Result.Refused<>(wrong);
    }

    private static void append(MerkleTree tree, byte[] tile) {
        for (int from = 0; from < tile.length; from += Hash.LENGTH) {
            tree.append(Hash.owning(Arrays.copyOfRange(tile, from, from + Hash.LENGTH)));
        }
    }

    private static Result<Report> conclude(Signed signed, MerkleTree tree) {
        Checkpoint head = signed.head();
        if (!tree.root(head.size()).equals(head.root())) {
            return Result.refused("verify.root", "The entries do not add up to the root hash of the checkpoint.");
        }
        List<String> notes = new ArrayList<>();
        notes.add(head.size() + " entries add up to the root of the checkpoint, through every tile.");
        if (signed.signers().isEmpty()) {
            notes.add("No key was given: who signed was NOT checked.");
        } else if (signed.signers().stream().anyMatch(s -> s.name().equals(head.origin()))) {
            notes.add("The log's signature holds.");
        } else {
            // tlog-checkpoint: the names SHOULD match, and there are public logs where they do not.
            notes.add(
                    "The signature holds, under a key that bears another name than the log: make sure it is its key.");
        }
        Result<List<String>> before = continues(signed.earlier(), head, tree, "the earlier checkpoint");
        Result<List<String>> quorum = signed.verdict().isEmpty()
                ? Result.ok(List.of())
                : signed.verdict().get().satisfied()
                        ? continues(
                                signed.verdict().map(Policy.Verdict::checkpoint),
                                head,
                                tree,
                                "the checkpoint that the quorum co-signed")
                        : Result.refused("policy.quorum", signed.verdict().get().sentence());
        return before.then(b -> quorum.then(q -> {
            notes.addAll(b);
            notes.addAll(q);
            return Result.ok(new Report(head, notes));
        }));
    }

    private static Result<List<String>> continues(
            Optional<Checkpoint> earlier, Checkpoint head, MerkleTree tree, String what) {
        if (earlier.isEmpty()) {
            return Result.ok(List.of());
        }
        Checkpoint old = earlier.get();
        if (!old.origin().equals(head.origin()) || old.size() > head.size()) {
            return Result.refused("verify.since", "The log is another one or shorter than " + what + " says.");
        }
        return tree.root(old.size()).equals(old.root())
                ? Result.ok(List.of("The log continues " + what + " of " + old.size() + " entries."))
                : Result.refused("verify.forked", "The log was rewritten: it does not continue " + what + ".");
    }

    /**
     * A tile or bundle as found.
     *
     * @param standIn the full one was there in place of the partial one, which a log may delete by then (tlog-tiles)
     */
    private record Piece(byte[] bytes, boolean standIn) {}

    private static @Nullable Piece piece(LogFiles files, Tiles.Tile tile, int limit) throws IOException {
        boolean standIn = !files.has(tile.path());
        byte[] bytes = files.read(standIn ? tile.full() : tile.path(), limit);
        return bytes == null ? null : new Piece(bytes, standIn);
    }

    private static @Nullable Refusal entries(LogFiles files, long size, List<byte[]> leaves, EntryCheck check)
            throws IOException {
        for (long at = 0; at < size; at += Tiles.WIDTH) {
            Tiles.Tile tile = new Tiles.Tile(0, at / Tiles.WIDTH, (int) Math.min(Tiles.WIDTH, size - at));
            Piece bundle = piece(files, tile.bundle(), MAX_BUNDLE);
            Piece hashes = piece(files, tile, Tiles.WIDTH * Hash.LENGTH);
            if (bundle == null || hashes == null) {
                return missing(bundle == null ? tile.bundle() : tile);
            }
            Refusal wrong = wrongSize(tile, hashes);
            if (wrong == null) {
                wrong = bundle(tile, bundle, hashes.bytes(), check);
            }
            if (wrong != null) {
                return wrong;
            }
            leaves.add(Arrays.copyOf(hashes.bytes(), tile.width() * Hash.LENGTH));
        }
        return null;
    }

    private static @Nullable Refusal bundle(Tiles.Tile tile, Piece piece, byte[] hashes, EntryCheck check) {
        byte[] bundle = piece.bytes();
        int at = 0;
        for (int i = 0; i < tile.width(); i++) {
            int from = at + 2;
            int to = from > bundle.length ? from : from + ((bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff));
            if (to > bundle.length) {
                return new Refusal(
                        "verify.bundle", "The entry bundle " + tile.bundle().path() + " ends inside an entry.");
            }
            byte[] entry = Arrays.copyOfRange(bundle, from, to);
            long index = tile.index() * Tiles.WIDTH + i;
            int slot = i * Hash.LENGTH;
            byte[] leaf = MerkleTree.leafHash(entry).shared();
            if (!Arrays.equals(leaf, 0, Hash.LENGTH, hashes, slot, slot + Hash.LENGTH)) {
                return new Refusal(
                        "verify.entry", "Entry " + index + " does not fit its hash in the tile " + tile.path() + ".");
            }
            Optional<Refusal> asked = check.check(index, entry);
            if (asked.isPresent()) {
                return asked.get();
            }
            at = to;
        }
        return at == bundle.length || piece.standIn()
                ? null
                : new Refusal(
                        "verify.bundle",
                        "The entry bundle " + tile.bundle().path() + " has bytes after its last entry.");
    }

    private static @Nullable Refusal upperTiles(LogFiles files, MerkleTree tree) throws IOException {
        for (int level = 1; level <= Tiles.top(tree.size()); level++) {
            for (Tiles.Tile tile : Tiles.at(level, tree.size(), 0)) {
                Piece found = piece(files, tile, Tiles.WIDTH * Hash.LENGTH);
                if (found == null) {
                    return missing(tile);
                }
                byte[] expected = Tiles.content(tile, tree);
                Refusal wrong = wrongSize(tile, found);
                if (wrong != null) {
                    return wrong;
                }
                if (!Arrays.equals(found.bytes(), 0, expected.length, expected, 0, expected.length)) {
                    return new Refusal(
                            "verify.tile", "The tile " + tile.path() + " does not fit the entries under it.");
                }
            }
        }
        return null;
    }

    private static @Nullable Refusal wrongSize(Tiles.Tile tile, Piece found) {
        int expected = Hash.LENGTH * (found.standIn() ? Tiles.WIDTH : tile.width());
        int length = found.bytes().length;
        return length == expected
                ? null
                : new Refusal(
                        "verify.tile-size",
                        "The tile " + tile.path() + " has " + length + " bytes and should have " + expected + ".");
    }

    private static Refusal missing(Tiles.Tile tile) {
        return new Refusal("verify.missing", "The file " + tile.path() + " is missing, not a file, or too large.");
    }
}
