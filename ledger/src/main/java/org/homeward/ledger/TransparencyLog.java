package org.homeward.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log on disk: many threads append, one writes; what waits while the disk syncs goes into the next batch together.
 *
 * <p>Safe for concurrent use. Fail-stop: the first I/O error ends the log, fails everything waiting with {@link
 * LedgerStopped}, and tells {@link LogOptions#onFailure}. Tiles and the checkpoint file follow at {@link #publish()}
 * and {@link #close()}, and at the latest after {@value #PUBLISH_EVERY} entries.
 */
public final class TransparencyLog implements AutoCloseable {
    /** Longest entry in bytes: tlog-tiles stores the length in 16 bits. */
    public static final int MAX_ENTRY = 65_535;

    private static final int MAX_BATCH = 4_096;
    private static final int PUBLISH_EVERY = 8_192;

    private record Pending(byte[] entry, CompletableFuture<AppendResult> done) {}

    private static final Pending CLOSE = new Pending(new byte[0], new CompletableFuture<>());

    private final LogStore store;
    private final LogOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private final ReentrantLock publishing = new ReentrantLock();
    private final ExecutorService publisher = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("log publisher").daemon().unstarted(task));
    private final AtomicBoolean publicationDue = new AtomicBoolean();
    private volatile @Nullable LedgerStopped stopped;
    private final AtomicBoolean closed = new AtomicBoolean();
    private SignedNote latest;

    private TransparencyLog(LogStore store, LogOptions options) {
        this.store = store;
        this.options = options;
        this.latest = store.sign();
        this.writer =
                Thread.ofPlatform().name("log " + options.origin()).daemon().unstarted(this::write);
    }

    /**
     * Opens or creates a log, recovering from a crash where there was one.
     *
     * @throws IOException when the folder is in use, or the disk has lost or changed what had been promised
     */
    public static TransparencyLog open(Path folder, LogOptions options) throws IOException {
        Storage storage = DiskStorage.lock(folder);
        try {
            TransparencyLog log = new TransparencyLog(LogStore.open(storage, options), options);
            log.writer.start();
            return log;
        } catch (IOException | RuntimeException failed) {
            storage.close();
            throw failed;
        }
    }

    /**
     * Appends and waits until the entry is durable.
     *
     * @param entry up to {@link #MAX_ENTRY} bytes; more is a bug of the caller
     * @throws LedgerStopped when the disk failed or the log is closed; the entry may or may not be in it
     */
    public AppendResult append(byte[] entry) {
        try {
            return submit(entry).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof LedgerStopped s ? s : failed;
        }
    }

    /** As {@link #append}, without waiting: the future completes when the entry is durable. */
    public CompletableFuture<AppendResult> submit(byte[] entry) {
        if (entry.length > MAX_ENTRY) {
            throw new IllegalArgumentException("an entry has at most 65,535 bytes, not " + entry.length);
        }
        Pending pending = new Pending(entry.clone(), new CompletableFuture<>());
        queue.add(pending);
        LedgerStopped reason = stopped;
        if (reason != null) {
            pending.done.completeExceptionally(reason);
        }
        return pending.done;
    }

    private void write() {
        List<Pending> batch = new ArrayList<>();
        try {
            boolean open = true;
            while (open) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, MAX_BATCH - 1);
                open = !batch.remove(CLOSE);
                if (!batch.isEmpty()) {
                    writeBatch(batch);
                }
            }
            stop(new LedgerStopped("The log is closed.", null));
        } catch (IOException disk) {
            fail(disk);
        } catch (LedgerStopped already) {
            // another thread met the failing disk and has told it
        } catch (InterruptedException | RuntimeException bug) {
            stop(new LedgerStopped("The log stopped on an internal error.", bug));
        }
        LedgerStopped reason = stopped;
        queue.drainTo(batch);
        batch.forEach(p -> p.done.completeExceptionally(reason));
    }

    private void writeBatch(List<Pending> batch) throws IOException {
        List<AppendResult> results = new ArrayList<>(batch.size());
        boolean due;
        lock.lock();
        try {
            refuseWhenStopped();
            long first = store.tree().size();
            store.append(batch.stream().map(Pending::entry).toList());
            SignedNote note = store.sign();
            long size = store.tree().size();
            for (int i = 0; i < batch.size(); i++) {
                results.add(new AppendResult(first + i, store.prove(first + i, size, note)));
            }
            latest = note;
            due = size - store.published() >= PUBLISH_EVERY;
        } finally {
            lock.unlock();
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).done.complete(results.get(i));
        }
        if (due && !publicationDue.getAndSet(true)) {
            publisher.execute(() -> {
                publicationDue.set(false);
                try {
                    publish();
                } catch (LedgerStopped told) {
                    // fail() has told it
                }
            });
        }
    }

    private LedgerStopped fail(IOException disk) {
        LedgerStopped reason = new LedgerStopped("The disk of the log failed; nothing more is accepted.", disk);
        if (stop(reason)) {
            options.onFailure().accept(disk);
        }
        return reason;
    }

    /** Whether this is the first reason: a log whose disk has failed does not become one that was closed in order. */
    private boolean stop(LedgerStopped reason) {
        lock.lock();
        try {
            boolean first = stopped == null;
            stopped = first ? reason : stopped;
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void refuseWhenStopped() {
        LedgerStopped reason = stopped;
        if (reason != null) {
            throw reason;
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Work<T> work) {
        lock.lock();
        try {
            refuseWhenStopped();
            return work.run();
        } catch (IOException disk) {
            throw fail(disk);
        } finally {
            lock.unlock();
        }
    }

    /** Writes tiles, bundles and the checkpoint file, so that static readers and witnesses see all entries. */
    public SignedNote publish() {
        publishing.lock();
        try {
            Publication next = locked(store::prepare);
            next.write(store.storage());
            lock.lock();
            try {
                store.published(next);
            } finally {
                lock.unlock();
            }
            return next.note();
        } catch (IOException disk) {
            throw fail(disk);
        } finally {
            publishing.unlock();
        }
    }

    /** The newest signed checkpoint; everything under it is durable. */
    public SignedNote latestCheckpoint() {
        return locked(() -> latest);
    }

    /** Number of durable entries. */
    public long size() {
        return locked(() -> store.tree().size());
    }

    /** The bytes of an entry; an index outside the log is a bug of the caller. */
    public byte[] entry(long index) {
        return locked(() -> {
            requireEntry(index);
            return store.entry(index);
        });
    }

    /** Proof that the log of {@code oldSize} entries begins the log of {@code newSize}. */
    public List<Hash> consistencyProof(long oldSize, long newSize) {
        return locked(() -> store.tree().consistencyProof(oldSize, newSize));
    }

    /** Proof of an entry under a checkpoint of this log, for instance the co-signed one. */
    public TlogProof prove(long index, SignedNote checkpoint) {
        return locked(() -> store.prove(index, checkpoint));
    }

    /**
     * Adds co-signatures to a checkpoint of this log and keeps the result, durably. Lines that no given witness key
     * verifies are dropped, so that a stranger cannot fill the file.
     */
    public Result<SignedNote> addCosignatures(
            SignedNote checkpoint, List<SignedNote.Line> lines, List<NoteVerifier> witnesses) {
        List<SignedNote.Line> good = lines.stream()
                .filter(line ->
                        witnesses.stream().anyMatch(w -> line.isOf(w) && w.verify(checkpoint.text(), line.bytes())))
                .toList();
        return good.isEmpty()
                ? Result.refused("log.no-cosignature", "None of the lines is a co-signature of a known witness.")
                : locked(() -> store.keep(checkpoint.with(good)));
    }

    /** The newest co-signed checkpoint, if any. */
    public Optional<SignedNote> cosignedCheckpoint() {
        return locked(() -> Optional.ofNullable(store.cosigned()));
    }

    /** Whether the entry may be acted upon under this policy; an index outside the log is a bug of the caller. */
    public Standing standing(long index, Policy policy) {
        return locked(() -> {
            requireEntry(index);
            List<String> missing = List.copyOf(policy.witnesses().keySet());
            for (SignedNote note :
                    Stream.of(store.cosigned(), latest).filter(Objects::nonNull).toList()) {
                if (policy.evaluate(note) instanceof Result.Ok<Policy.Verdict>(Policy.Verdict verdict)
                        && index < verdict.checkpoint().size()) {
                    if (verdict.satisfied()) {
                        return new Standing.Effective(store.prove(index, note));
                    }
                    // The co-signed checkpoint comes first, and says more than the newest, which nobody may have seen.
                    missing = missing.size() > verdict.missing().size() ? verdict.missing() : missing;
                }
            }
            return new Standing.Recorded(missing);
        });
    }

    private void requireEntry(long index) {
        if (index < 0 || index >= store.tree().size()) {
            throw new IllegalArgumentException("no entry " + index + " in this log");
        }
    }

    /** Writes what waits, publishes, and unlocks the folder. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        queue.add(CLOSE);
        try {
            writer.join();
            publisher.close();
            if (stopped != null && stopped.getCause() == null) {
                store.publish();
            }
            store.close();
        } catch (IOException e) {
            options.onFailure().accept(e);
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
