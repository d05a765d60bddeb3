package org.homeward.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a folder in the tlog-tiles layout, ours or not, without a network: every entry, every tile, the checkpoint,
 * its signatures and the policy, and that an earlier checkpoint is continued. Reads only files whose names it makes.
 */
public final class LogVerifier {
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
     * @param keys log keys; with none and no policy, signatures are not checked and the report says so
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
        List<NoteVerifier> logs = new ArrayList<>(keys);
        policy.ifPresent(p -> logs.addAll(p.logs()));
        Result<Checkpoint> read = signed(folder, LogStore.CHECKPOINT, logs);
        if (!(read instanceof Result.Ok<Checkpoint>(Checkpoint head))) {
            return read.then(impossible -> Result.refused("verify.none", "No checkpoint."));
        }
        MerkleTree tree = new MerkleTree();
        Refusal wrong = entries(folder, head, tree, entries);
        if (wrong == null) {
            wrong = tiles(folder, tree);
        }
        if (wrong == null && !tree.root(head.size()).equals(head.root())) {
            wrong = new Refusal("verify.root", "The entries do not add up to the root hash of the checkpoint.");
        }
        if (wrong != null) {
            return new Result.Refused<>(wrong);
        }
        List<String> notes = new ArrayList<>();
        notes.add(head.size() + " entries add up to the root of the checkpoint, through every tile.");
        notes.add(logs.isEmpty() ? "No key was given: who signed was NOT checked." : "The log's signature holds.");
        if (since.isPresent()) {
            SignedNote earlier = since.get();
            Result<Checkpoint> old =
                    logs.isEmpty() ? earlier.checkpoint() : earlier.verify(logs).then(s -> earlier.checkpoint());
            Result<String> continued = old.then(c -> continues(c, head, tree, "the earlier checkpoint"));
            if (continued instanceof Result.Refused<String>(Refusal refusal)) {
                return new Result.Refused<>(refusal);
            }
            notes.add(continued.get());
        }
        if (policy.isPresent()) {
            Result<String> judged = judge(folder, policy.get(), head, tree);
            if (judged instanceof Result.Refused<String>(Refusal refusal)) {
                return new Result.Refused<>(refusal);
            }
            notes.add(judged.get());
        }
        return Result.ok(new Report(head, notes));
    }

    private static Result<Checkpoint> signed(Path folder, String name, List<NoteVerifier> logs) throws IOException {
        byte[] bytes = read(folder, name, SignedNote.MAX_BYTES);
        if (bytes == null) {
            return Result.refused("verify.no-checkpoint", "There is no readable file " + name + " in the folder.");
        }
        return SignedNote.parse(bytes)
                .then(note -> logs.isEmpty()
                        ? note.checkpoint()
                        : note.verify(logs)
                                .then(signers -> note.checkpoint()
                                        .then(c -> signers.stream()
                                                        .anyMatch(s -> s.name().equals(c.origin()))
                                                ? Result.ok(c)
                                                : Result.refused(
                                                        "verify.origin",
                                                        "The checkpoint is of another log than its key."))));
    }

    private static Result<String> continues(Checkpoint old, Checkpoint head, MerkleTree tree, String what) {
        if (!old.origin().equals(head.origin()) || old.size() > head.size()) {
            return Result.refused("verify.since", "The log is another one or shorter than " + what + " says.");
        }
        return tree.root(old.size()).equals(old.root())
                ? Result.ok("The log continues " + what + " of " + old.size() + " entries.")
                : Result.refused("verify.forked", "The log was rewritten: it does not continue " + what + ".");
    }

    private static Result<String> judge(Path folder, Policy policy, Checkpoint head, MerkleTree tree)
            throws IOException {
        String name = Files.exists(folder.resolve(LogStore.COSIGNED)) ? LogStore.COSIGNED : LogStore.CHECKPOINT;
        byte[] bytes = read(folder, name, SignedNote.MAX_BYTES);
        if (bytes == null) {
            return Result.refused("verify.no-checkpoint", "There is no readable file " + name + " in the folder.");
        }
        return SignedNote.parse(bytes)
                .then(policy::evaluate)
                .then(verdict -> verdict.satisfied()
                        ? continues(verdict.checkpoint(), head, tree, "the checkpoint that the quorum co-signed")
                        : Result.refused("policy.quorum", verdict.sentence()));
    }

    private static @Nullable Refusal entries(Path folder, Checkpoint head, MerkleTree tree, EntryCheck check)
            throws IOException {
        for (long start = 0; start < head.size(); start += Tiles.WIDTH) {
            Tiles.Tile tile = new Tiles.Tile(-1, start / Tiles.WIDTH, (int) Math.min(Tiles.WIDTH, head.size() - start));
            byte[] bundle = either(folder, tile, Tiles.WIDTH * (2 + TransparencyLog.MAX_ENTRY));
            if (bundle == null) {
                return missing(tile);
            }
            int at = 0;
            for (int i = 0; i < tile.width(); i++) {
                int length = at + 2 > bundle.length ? -1 : ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
                if (length < 0 || at + 2 + length > bundle.length) {
                    return new Refusal("verify.bundle", "The entry bundle " + tile.path() + " ends inside an entry.");
                }
                byte[] entry = Arrays.copyOfRange(bundle, at + 2, at + 2 + length);
                Optional<Refusal> asked = check.check(start + i, entry);
                if (asked.isPresent()) {
                    return asked.get();
                }
                tree.append(MerkleTree.leafHash(entry));
                at += 2 + length;
            }
            if (at != bundle.length && Files.exists(folder.resolve(tile.path()))) {
                return new Refusal(
                        "verify.bundle", "The entry bundle " + tile.path() + " has bytes after its last entry.");
            }
        }
        return null;
    }

    private static @Nullable Refusal tiles(Path folder, MerkleTree tree) throws IOException {
        for (int level = 0; level <= Tiles.top(tree.size()); level++) {
            for (Tiles.Tile tile : Tiles.at(level, tree.size(), 0)) {
                byte[] found = either(folder, tile, Tiles.WIDTH * Hash.LENGTH);
                if (found == null) {
                    return missing(tile);
                }
                byte[] expected = Tiles.content(tile, tree);
                boolean standIn = !Files.exists(folder.resolve(tile.path()));
                if (!Arrays.equals(standIn ? Arrays.copyOf(found, expected.length) : found, expected)) {
                    return new Refusal(
                            "verify.tile", "The tile " + tile.path() + " does not fit the entries under it.");
                }
            }
        }
        return null;
    }

    private static Refusal missing(Tiles.Tile tile) {
        return new Refusal("verify.missing", "The file " + tile.path() + " is missing, not a file, or too large.");
    }

    private static byte @Nullable [] either(Path folder, Tiles.Tile tile, int limit) throws IOException {
        String name = Files.exists(folder.resolve(tile.path())) ? tile.path() : tile.full();
        return read(folder, name, limit);
    }

    private static byte @Nullable [] read(Path folder, String name, int limit) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) && Files.size(file) <= limit ? Files.readAllBytes(file) : null;
    }
}
