package org.homeward.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A simulated disk that forgets.
 *
 * <p>When the power goes, each 512-byte sector written since the last sync is kept or lost by itself (so writes are torn
 * and reordered), and renames since the last sync of their folder are kept up to a random one. A sync that fails leaves its
 * sectors in the cache as if they were clean: a later sync does not write them. A full disk fails only what grows a file.
 */
final class SimFs implements Storage {
    private static final int SECTOR = 512;

    /** How an operation fails. */
    enum Fault {
        /** Half done, as everything after it, until {@link #losePower()}. */
        POWER,
        /** Half done; the process dies, and the system's cache lives on. */
        KILL,
        /** This one operation fails (a sync: its sectors are taken for clean), and all after it work. */
        EIO,
        /** This operation and all after it that grow a file fail. */
        FULL
    }

    private static final class Inode {
        byte[] now = new byte[2048];
        int length;
        byte[] durable = new byte[0];
        int durableLength;
        /** Sectors that a sync writes. */
        final BitSet dirty = new BitSet();
        /** Sectors that a sync failed to write and that no sync writes again. */
        final BitSet ghost = new BitSet();
    }

    private record NameChange(String name, @Nullable Inode inode) {}

    private final SplittableRandom random;
    private final Map<String, Inode> names = new HashMap<>();
    private final Map<String, Inode> durableNames = new HashMap<>();
    private final List<NameChange> pending = new ArrayList<>();
    private long operations;
    private long failAt = Long.MAX_VALUE;
    private Fault fault = Fault.POWER;
    boolean syncsNothing;
    boolean renamesBeforeSync;

    SimFs(long seed) {
        random = new SplittableRandom(seed);
    }

    long operations() {
        return operations;
    }

    void failAt(long operation, Fault how) {
        failAt = operation;
        fault = how;
    }

    void failAt(long operation) {
        failAt(operation, Fault.POWER);
    }

    /** The machine works again, with space on its disk and what its cache holds. */
    void restartProcess() {
        failAt = Long.MAX_VALUE;
    }

    /** True when this operation fails. */
    private boolean step(boolean grows) {
        operations++;
        return switch (fault) {
            case POWER, KILL -> operations >= failAt;
            case EIO -> operations == failAt;
            case FULL -> operations >= failAt && grows;
        };
    }

    private IOException failure() {
        return new IOException("simulated: " + fault + " at operation " + operations);
    }

    /** Loses what was not durable and lets the disk work again. */
    void losePower() {
        failAt = Long.MAX_VALUE;
        int kept = random.nextInt(pending.size() + 1);
        pending.subList(0, kept).forEach(this::settleName);
        pending.clear();
        names.clear();
        names.putAll(durableNames);
        new HashSet<>(names.values()).forEach(this::tear);
    }

    private void tear(Inode inode) {
        BitSet undecided = (BitSet) inode.dirty.clone();
        undecided.or(inode.ghost);
        byte[] after = Arrays.copyOf(inode.durable, Math.max(inode.length, inode.durableLength));
        int length = inode.durableLength;
        for (int sector = undecided.nextSetBit(0); sector >= 0; sector = undecided.nextSetBit(sector + 1)) {
            int at = sector * SECTOR;
            int to = Math.min(inode.length, at + SECTOR);
            if (random.nextBoolean() && at < to) {
                System.arraycopy(inode.now, at, after, at, to - at);
                length = Math.max(length, to);
            } else if (at >= inode.durableLength && at < to && random.nextInt(4) == 0) {
                // A file may have grown without its data: what lies there is whatever the disk held before.
                for (int i = at; i < to; i++) {
                    after[i] = (byte) random.nextInt(256);
                }
                length = Math.max(length, to);
            }
        }
        inode.now = Arrays.copyOf(after, Math.max(length, 2048));
        inode.length = length;
        inode.durable = Arrays.copyOf(after, length);
        inode.durableLength = length;
        inode.dirty.clear();
        inode.ghost.clear();
    }

    /** Flips one bit where it stands, in the cache and on the disk. */
    void rot(String name, long bit) {
        Inode inode = inode(name);
        int at = (int) (bit / 8);
        byte mask = (byte) (1 << (bit % 8));
        inode.now[at] ^= mask;
        if (at < inode.durableLength) {
            inode.durable[at] ^= mask;
        }
    }

    private Inode inode(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    @Override
    public byte @Nullable [] read(String name) {
        Inode inode = names.get(name);
        return inode == null ? null : Arrays.copyOf(inode.now, inode.length);
    }

    @Override
    public long length(String name) {
        return names.containsKey(name) ? inode(name).length : -1;
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        Inode inode = new Inode();
        names.put(name, inode);
        pending.add(new NameChange(name, inode));
        overwrite(inode, 0, content);
    }

    private void overwrite(Inode inode, int position, byte[] bytes) throws IOException {
        boolean fails = step(position + bytes.length > inode.length);
        int count = fails ? random.nextInt(bytes.length + 1) : bytes.length;
        int to = position + count;
        if (to > inode.now.length) {
            inode.now = Arrays.copyOf(inode.now, Math.max(to, inode.now.length * 2));
        }
        System.arraycopy(bytes, 0, inode.now, position, count);
        inode.length = Math.max(inode.length, to);
        if (count > 0) {
            int from = position / SECTOR;
            int end = (to + SECTOR - 1) / SECTOR;
            inode.dirty.set(from, end);
            inode.ghost.clear(from, end);
        }
        if (fails) {
            throw failure();
        }
    }

    @Override
    public void sync(String name) throws IOException {
        makeDurable(inode(name), renamesBeforeSync && name.endsWith(".new"));
    }

    private void makeDurable(Inode inode, boolean forgotten) throws IOException {
        if (step(false)) {
            if (fault == Fault.EIO) {
                inode.ghost.or(inode.dirty);
                inode.dirty.clear();
            }
            throw failure();
        }
        if (syncsNothing || forgotten) {
            return;
        }
        if (inode.durable.length < inode.length) {
            inode.durable = Arrays.copyOf(inode.durable, inode.now.length);
        }
        for (int sector = inode.dirty.nextSetBit(0); sector >= 0; sector = inode.dirty.nextSetBit(sector + 1)) {
            int at = sector * SECTOR;
            System.arraycopy(inode.now, at, inode.durable, at, Math.min(SECTOR, inode.length - at));
        }
        inode.durableLength = inode.length;
        inode.dirty.clear();
    }

    @Override
    public void rename(String from, String to) throws IOException {
        if (step(false)) {
            throw failure();
        }
        Inode inode = inode(from);
        names.remove(from);
        names.put(to, inode);
        pending.add(new NameChange(to, inode));
        pending.add(new NameChange(from, null));
    }

    private void settleName(NameChange change) {
        if (change.inode() == null) {
            durableNames.remove(change.name());
        } else {
            durableNames.put(change.name(), change.inode());
        }
    }

    @Override
    public void syncFolder(String name) throws IOException {
        if (step(false)) {
            throw failure();
        }
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        pending.removeIf(change -> {
            boolean inside = change.name()
                    .substring(0, change.name().lastIndexOf('/') + 1)
                    .equals(folder);
            if (inside) {
                settleName(change);
            }
            return inside;
        });
    }

    @Override
    public OpenFile open(String name) throws IOException {
        if (!names.containsKey(name)) {
            write(name, new byte[0]);
            syncFolder(name);
        }
        return new OpenFile(this, inode(name));
    }

    @Override
    public void close() {}

    /** An open simulated file. */
    record OpenFile(SimFs disk, Inode inode) implements Storage.Random {
        @Override
        public long length() {
            return inode.length;
        }

        @Override
        public byte[] read(long position, int count) throws IOException {
            if (position + count > inode.length) {
                throw new IOException("read beyond the end");
            }
            return Arrays.copyOfRange(inode.now, (int) position, (int) position + count);
        }

        @Override
        public void write(long position, byte[] bytes) throws IOException {
            disk.overwrite(inode, (int) position, bytes);
        }

        @Override
        public void sync() throws IOException {
            disk.makeDurable(inode, false);
        }

        @Override
        public void close() {}
    }
}
