package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A disk that fails at any operation and forgets what was not synced. {@code -Dledger.crashes=100000} runs the release's
 * number.
 */
class CrashTest {
    private static final Consumer<SimFs> SOUND = disk -> {};

    /** One log, crashed five times; returns what was wrong afterwards, or null. */
    private static @Nullable String run(long seed, Consumer<SimFs> fault, boolean checked) {
        SplittableRandom random = new SplittableRandom(seed);
        SimFs disk = new SimFs(seed);
        fault.accept(disk);
        List<byte[]> acknowledged = new ArrayList<>();
        List<Checkpoint> released = new ArrayList<>();
        Set<List<Byte>> submitted = new HashSet<>();
        for (int crash = 0; crash < 5; crash++) {
            disk.failAt(disk.operations() + 1 + random.nextInt(60));
            try {
                LogStore store = LogStore.open(disk, Keys.options(), checked);
                for (long i = acknowledged.size(); i < store.tree().size(); i++) {
                    acknowledged.add(store.entry(i));
                }
                while (true) {
                    List<byte[]> batch = new ArrayList<>();
                    for (int n = 1 + random.nextInt(4); n > 0; n--) {
                        byte[] entry = new byte[random.nextInt(700)];
                        for (int i = 0; i < entry.length; i++) {
                            entry[i] = (byte) random.nextInt(256);
                        }
                        batch.add(entry);
                        submitted.add(boxed(entry));
                    }
                    released.add(store.append(batch).checkpoint().get());
                    acknowledged.addAll(batch);
                    if (random.nextInt(3) == 0) {
                        store.publish();
                    }
                }
            } catch (IOException failed) {
                disk.crash();
            }
            String wrong = check(disk, acknowledged, released, submitted, checked);
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable String check(
            SimFs disk,
            List<byte[]> acknowledged,
            List<Checkpoint> released,
            Set<List<Byte>> submitted,
            boolean checked) {
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
                if (!submitted.contains(boxed(store.entry(i)))) {
                    return "an entry came back that nobody wrote";
                }
            }
            for (Checkpoint checkpoint : released) {
                if (!store.tree().root(checkpoint.size()).equals(checkpoint.root())) {
                    return "a released checkpoint was contradicted";
                }
            }
            return null;
        } catch (IOException refused) {
            return "the log did not open again: " + refused.getMessage();
        }
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> boxed = new ArrayList<>(bytes.length);
        for (byte b : bytes) {
            boxed.add(b);
        }
        return boxed;
    }

    @Test
    void nothingAcknowledgedIsLostChangedOrContradicted() {
        int crashes = Integer.getInteger("ledger.crashes", 4_000);
        for (long seed = 0; seed < crashes / 5; seed++) {
            assertThat(run(seed, SOUND, true)).as("seed " + seed).isNull();
        }
        System.out.println("ledger: " + crashes + " simulated crashes, seeds 0 to " + (crashes / 5 - 1));
    }

    private static boolean someSeedFails(Consumer<SimFs> fault, boolean checked) {
        for (long seed = 0; seed < 400; seed++) {
            if (run(seed, fault, checked) != null) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theSameRunsFailWithoutSync() {
        assertThat(someSeedFails(disk -> disk.syncsNothing = true, true)).isTrue();
    }

    @Test
    void theSameRunsFailWhenAFileIsRenamedBeforeItIsSynced() {
        assertThat(someSeedFails(disk -> disk.renamesBeforeSync = true, true)).isTrue();
    }

    @Test
    void theSameRunsFailWithoutChecksums() {
        assertThat(someSeedFails(SOUND, false)).isTrue();
    }

    @Test
    void aBitThatRotsUnderAPublishedCheckpointStopsTheNextStart() throws IOException {
        SimFs disk = new SimFs(11);
        LogStore store = LogStore.open(disk, Keys.options());
        store.append(List.of(new byte[20], new byte[33], new byte[1]));
        store.publish();
        for (int bit = 0; bit < (3 * 8 + 20 + 33 + 1) * 8; bit++) {
            disk.rot("entries.wal", bit);
            assertThatThrownBy(() -> LogStore.open(disk, Keys.options())).isInstanceOf(IOException.class);
            disk.rot("entries.wal", bit); // back again: the refusal must have left the file as it was
            assertThat(LogStore.open(disk, Keys.options()).tree().size()).isEqualTo(3);
        }
    }
}
