package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A disk that fails at any operation and forgets what was not synced: power cuts with torn and reordered sectors, killed
 * processes, I/O errors (a failed sync among them), a full disk, rot. {@code -Dledger.crashes=N} runs another number.
 */
class CrashTest {
    private static final int ROUNDS = 5;
    private static final Consumer<SimFs> SOUND = disk -> {};
    private static final AtomicLong ROTTEN = new AtomicLong();

    /** One log, stopped five times; what it promised is kept outside it. */
    private static final class Run {
        private final SplittableRandom random;
        private final SimFs disk;
        private final boolean checked;
        private final List<byte[]> acknowledged = new ArrayList<>();
        private final List<Checkpoint> released = new ArrayList<>();
        private final Set<ByteBuffer> submitted = new HashSet<>();

        Run(long seed, Consumer<SimFs> control, boolean checked) {
            this.random = new SplittableRandom(seed);
            this.disk = new SimFs(seed);
            this.checked = checked;
            control.accept(disk);
        }

        /** What was wrong, or null. */
        @Nullable
        String play() {
            for (int round = 0; round < ROUNDS; round++) {
                SimFs.Fault fault = SimFs.Fault.values()[random.nextInt(4)];
                disk.failAt(disk.operations() + 1 + random.nextInt(30), fault);
                try {
                    use(LogStore.open(disk, Keys.options(), checked));
                } catch (IOException failed) {
                    // The process ends here: whatever the store would do next, nobody asks it to.
                }
                stop(fault);
                String wrong = check();
                if (wrong != null) {
                    return wrong;
                }
            }
            return null;
        }

        private void stop(SimFs.Fault fault) {
            if (fault == SimFs.Fault.POWER) {
                disk.losePower();
                return;
            }
            disk.restartProcess();
            if (random.nextBoolean()) {
                // The next process reads the old cache and dies at once; then the power goes all the same.
                try {
                    LogStore.open(disk, Keys.options(), checked);
                } catch (IOException told) {
                    // check() opens again and says so
                }
                disk.losePower();
            }
        }

        private void use(LogStore store) throws IOException {
            takeOver(store);
            while (true) {
                List<byte[]> batch = new ArrayList<>();
                for (int n = 1 + random.nextInt(4); n > 0; n--) {
                    byte[] entry = new byte[random.nextInt(500)];
                    random.nextBytes(entry);
                    batch.add(entry);
                    submitted.add(ByteBuffer.wrap(entry));
                }
                store.append(batch);
                acknowledged.addAll(batch);
                switch (random.nextInt(8)) {
                    case 0 -> store.publish();
                    case 1, 2 -> released.add(store.sign().checkpoint().get());
                    default -> {}
                }
            }
        }

        /** Recovery has signed over everything that it found, so that counts as acknowledged from now on. */
        private void takeOver(LogStore store) throws IOException {
            for (long i = acknowledged.size(); i < store.tree().size(); i++) {
                acknowledged.add(store.entry(i));
            }
        }

        private @Nullable String check() {
            try {
                LogStore store = LogStore.open(disk, Keys.options(), checked);
                if (store.tree().size() < acknowledged.size()) {
                    return "acknowledged entries were lost";
                }
                for (int i = 0; i < acknowledged.size(); i++) {
                    if (!Arrays.equals(acknowledged.get(i), store.entry(i))) {
                        return "an acknowledged entry was changed";
                    }
                }
                for (long i = acknowledged.size(); i < store.tree().size(); i++) {
                    if (!submitted.contains(ByteBuffer.wrap(store.entry(i)))) {
                        return "an entry came back that nobody wrote";
                    }
                }
                for (Checkpoint checkpoint : released) {
                    if (!store.tree().root(checkpoint.size()).equals(checkpoint.root())) {
                        return "a released checkpoint was contradicted";
                    }
                }
                takeOver(store);
                return checked && random.nextInt(8) == 0 ? rot(store) : null;
            } catch (IOException refused) {
                return "the log did not open again: " + refused.getMessage();
            }
        }

        /** A bit rots under what the store has published: the next start must refuse, and leave the file as it is. */
        private @Nullable String rot(LogStore store) {
            int from = WriteAheadLog.SECTOR;
            if (store.tree().size() == 0 || store.lastBatchAt() <= from) {
                return null;
            }
            long bit = 8L * from + random.nextLong(8 * (store.lastBatchAt() - from));
            byte[] before = Objects.requireNonNull(disk.read(WriteAheadLog.NAME));
            int last = 1;
            while (last < WriteAheadLog.SECTOR && before[(int) (bit / 8) / 512 * 512 + 512 - last] == 0) {
                last++;
            }
            if ((bit / 8) % 512 > 512 - last) {
                return null; // the padding behind a batch: nothing was kept there
            }
            disk.rot(WriteAheadLog.NAME, bit);
            boolean refused = false;
            try {
                LogStore.open(disk, Keys.options(), true);
            } catch (IOException expected) {
                refused = true;
            }
            disk.rot(WriteAheadLog.NAME, bit);
            ROTTEN.incrementAndGet();
            return !refused
                    ? "a rotten bit was not seen"
                    : Arrays.equals(before, disk.read(WriteAheadLog.NAME)) ? null : "the evidence of rot was touched";
        }
    }

    private static @Nullable String run(long seed, Consumer<SimFs> control, boolean checked) {
        return new Run(seed, control, checked).play();
    }

    @Test
    void nothingAcknowledgedIsLostChangedOrContradicted() {
        int seeds = Integer.getInteger("ledger.crashes", 100_000) / ROUNDS;
        long started = System.nanoTime();
        List<String> wrong = LongStream.range(0, seeds)
                .parallel()
                .mapToObj(seed -> {
                    String found = run(seed, SOUND, true);
                    return found == null ? "" : "seed " + seed + ": " + found;
                })
                .filter(found -> !found.isEmpty())
                .limit(5)
                .toList();
        assertThat(wrong).isEmpty();
        System.out.printf(
                "ledger: %,d simulated crashes and %,d rotten bits, seeds 0 to %d, %d s%n",
                seeds * ROUNDS, ROTTEN.get(), seeds - 1, (System.nanoTime() - started) / 1_000_000_000);
    }

    private static String firstFailure(Consumer<SimFs> control, boolean checked) {
        for (long seed = 0; seed < 400; seed++) {
            String wrong = run(seed, control, checked);
            if (wrong != null) {
                return wrong;
            }
        }
        return "nothing";
    }

    @Test
    void theSameRunsFailWithoutSync() {
        assertThat(firstFailure(disk -> disk.syncsNothing = true, true)).isNotEqualTo("nothing");
    }

    @Test
    void theSameRunsFailWhenAFileIsRenamedBeforeItIsSynced() {
        assertThat(firstFailure(disk -> disk.renamesBeforeSync = true, true)).contains("did not open again");
    }

    @Test
    void theSameRunsFailWithoutChecksums() {
        assertThat(firstFailure(SOUND, false)).isNotEqualTo("nothing");
    }

    @Test
    void aBitThatRotsUnderAPublishedCheckpointStopsTheNextStart() throws IOException {
        SimFs disk = new SimFs(11);
        LogStore store = LogStore.open(disk, Keys.options());
        store.append(List.of(new byte[20], new byte[33], new byte[1]));
        store.publish();
        int used = WriteAheadLog.HEADER + 3 * 2 + 20 + 33 + 1;
        for (int bit = 0; bit < used * 8; bit++) {
            disk.rot(WriteAheadLog.NAME, 8 * WriteAheadLog.SECTOR + bit);
            assertThatThrownBy(() -> LogStore.open(disk, Keys.options())).isInstanceOf(IOException.class);
            disk.rot(
                    WriteAheadLog.NAME,
                    8 * WriteAheadLog.SECTOR + bit); // the refusal must have left the file as it was
            assertThat(LogStore.open(disk, Keys.options()).tree().size()).isEqualTo(3);
        }
    }

    @Test
    void rotBeforeTheLastBatchIsToldFromACrashEvenWhenNothingWasPublished() throws IOException {
        SimFs disk = new SimFs(12);
        LogStore store = LogStore.open(disk, Keys.options());
        store.append(List.of(new byte[20]));
        store.append(List.of(new byte[600]));
        for (int bit = 0; bit < (WriteAheadLog.HEADER + 22) * 8; bit++) {
            disk.rot(WriteAheadLog.NAME, 8 * WriteAheadLog.SECTOR + bit);
            assertThatThrownBy(() -> LogStore.open(disk, Keys.options()))
                    .hasMessageContaining("Entry 0 in entries.wal");
            disk.rot(WriteAheadLog.NAME, 8 * WriteAheadLog.SECTOR + bit);
        }
    }

    @Test
    void aDamagedFirstSectorStopsTheNextStart() throws IOException {
        SimFs disk = new SimFs(13);
        LogStore.open(disk, Keys.options()).append(List.of(new byte[20]));
        for (int bit = 0; bit < 36 * 8; bit++) {
            disk.rot(WriteAheadLog.NAME, bit);
            assertThatThrownBy(() -> LogStore.open(disk, Keys.options())).hasMessageContaining("first sector");
            disk.rot(WriteAheadLog.NAME, bit);
        }
    }
}
