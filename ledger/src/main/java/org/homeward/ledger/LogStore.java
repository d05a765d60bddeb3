package org.homeward.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One log on one storage, for one thread: the part that a simulated disk can crash at any operation.
 *
 * <p>The write-ahead log is the truth; tiles are derived from it and written before the published checkpoint that
 * needs them. The published checkpoint is in turn the witness against the write-ahead log at the next start: fewer
 * entries or another root than it states means that the disk lost or changed what had been promised.
 *
 * <p>Limit: rot in the very last batch, when no checkpoint was published over it yet, looks like the torn tail of a crash
 * and is cut; the proof that the acknowledgement carried, or a witness, shows it then.
 */
final class LogStore implements Closeable {
    static final String CHECKPOINT = "checkpoint";
    static final String COSIGNED = "checkpoint.cosigned";

    private final Storage storage;
    private final LogOptions options;
    private final MerkleTree tree = new MerkleTree();
    private final WriteAheadLog wal;
    private long published;

    private LogStore(Storage storage, LogOptions options, boolean checked) throws IOException {
        this.storage = storage;
        this.options = options;
        this.wal = WriteAheadLog.open(
                storage, options.growth(), checked, entry -> tree.append(MerkleTree.leafHash(entry)));
    }

    static LogStore open(Storage storage, LogOptions options) throws IOException {
        return open(storage, options, true);
    }

    static LogStore open(Storage storage, LogOptions options, boolean checked) throws IOException {
        LogStore store = new LogStore(storage, options, checked);
        for (String name : List.of(COSIGNED, CHECKPOINT)) {
            byte[] bytes = storage.read(name);
            if (bytes != null) {
                Checkpoint promised = store.own(bytes, name);
                if (promised.size() > store.tree.size()
                        || !store.tree.root(promised.size()).equals(promised.root())) {
                    throw new IOException("The write-ahead log does not hold the " + promised.size()
                            + " entries of the file " + name + ": restore the log from a copy.");
                }
                // The loop ends with the published one.
                store.published = name.equals(CHECKPOINT) ? promised.size() : 0;
            }
        }
        store.wal.settle(store.published);
        if (storage.length(CHECKPOINT) < 0 || store.published < store.tree.size()) {
            store.publish();
        }
        return store;
    }

    private Checkpoint own(byte[] bytes, String name) throws IOException {
        Result<Checkpoint> read = SignedNote.parse(bytes)
                .then(note -> note.verify(options.verifiers()).then(s -> note.checkpoint()));
        if (read instanceof Result.Ok<Checkpoint>(Checkpoint checkpoint)
                && checkpoint.origin().equals(options.origin())) {
            return checkpoint;
        }
        throw new IOException(
                "The file " + name + " is not a checkpoint that this log has signed: restore it from a copy.");
    }

    /** Appends durably. Only what came back from here may be signed over, and {@link #sign()} sees nothing else. */
    void append(List<byte[]> batch) throws IOException {
        wal.append(batch);
        batch.forEach(entry -> tree.append(MerkleTree.leafHash(entry)));
    }

    /** The checkpoint over everything that is durable. */
    SignedNote sign() {
        String text = new Checkpoint(options.origin(), tree.size(), tree.root(tree.size())).text();
        long now = options.clock().instant().getEpochSecond();
        return new SignedNote(
                text, options.signers().stream().map(s -> s.sign(text, now)).toList());
    }

    /** What static readers are to see next; taken between appends, written while appending goes on. */
    Publication prepare() {
        long size = tree.size();
        Map<Tiles.Tile, byte[]> tiles = new LinkedHashMap<>();
        for (int level = 0; level <= Tiles.top(size); level++) {
            for (Tiles.Tile tile : Tiles.at(level, size, published)) {
                tiles.put(tile, Tiles.content(tile, tree));
            }
        }
        return new Publication(size, tiles, wal.reader(), sign());
    }

    /** Tells that a publication is on the disk. */
    void published(Publication publication) {
        published = Math.max(published, publication.size());
    }

    /** Writes tiles, bundles and checkpoint for static readers; returns the published checkpoint. */
    SignedNote publish() throws IOException {
        Publication publication = prepare();
        publication.write(storage);
        published(publication);
        return publication.note();
    }

    /** Keeps a co-signed checkpoint of this log; refuses what is not its own or is older than the one it keeps. */
    Result<SignedNote> keep(SignedNote note) throws IOException {
        if (!(note.verify(options.verifiers()).then(s -> note.checkpoint())
                        instanceof Result.Ok<Checkpoint>(Checkpoint checkpoint))
                || !checkpoint.origin().equals(options.origin())
                || checkpoint.size() > tree.size()
                || !checkpoint.root().equals(tree.root(checkpoint.size()))) {
            return Result.refused("log.foreign-checkpoint", "The checkpoint is not one of this log.");
        }
        SignedNote old = cosigned();
        SignedNote kept = note;
        if (old != null) {
            long oldSize = old.checkpoint().get().size();
            if (oldSize > checkpoint.size()) {
                return Result.refused(
                        "log.old-checkpoint", "A later checkpoint of this log has already been co-signed.");
            }
            kept = old.text().equals(note.text()) ? old.with(note.signatures()) : note;
        }
        Storage.replace(storage, COSIGNED, kept.bytes());
        return Result.ok(kept);
    }

    @Nullable
    SignedNote cosigned() throws IOException {
        byte[] bytes = storage.read(COSIGNED);
        return bytes == null ? null : SignedNote.parse(bytes).get();
    }

    TlogProof prove(long index, SignedNote note) {
        return prove(index, note.checkpoint().get().size(), note);
    }

    /** The same, for a caller who knows the size under the checkpoint. */
    TlogProof prove(long index, long size, SignedNote note) {
        return new TlogProof(index, tree.inclusionProof(index, size), note);
    }

    /** Reads one entry back, and makes sure that it is still the one that was appended. */
    byte[] entry(long index) throws IOException {
        byte[] entry = wal.reader().read(index);
        if (!MerkleTree.leafHash(entry).equals(tree.complete(0, index))) {
            throw new IOException("Entry " + index + " on the disk is no longer the one that was appended.");
        }
        return entry;
    }

    Storage storage() {
        return storage;
    }

    long lastBatchAt() {
        return wal.lastStart();
    }

    MerkleTree tree() {
        return tree;
    }

    long published() {
        return published;
    }

    @Override
    public void close() throws IOException {
        List<Closeable> parts = new ArrayList<>(List.of(wal, storage));
        for (Closeable part : parts) {
            part.close();
        }
    }
}
