package org.homeward.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A simulated disk that forgets. On a crash each 512-byte sector written since the last sync is kept or lost by itself
 * (so writes are torn and reordered), and renames since the last sync of their folder are kept up to a random one.
 */
final class SimFs implements Storage {
    private static final int SECTOR = 512;

    private static final class Inode {
        byte[] now = new byte[0];
        byte[] durable = new byte[0];
        final Set<Integer> dirty = new HashSet<>();
    }

    private record NameChange(String name, Inode inode) {}

    private final RandomGenerator random;
    private final Map<String, Inode> names = new HashMap<>();
    private final Map<String, Inode> durableNames = new HashMap<>();
    private final List<NameChange> pending = new ArrayList<>();
    private long operations;
    private long failAt = Long.MAX_VALUE;
    boolean syncsNothing;
    boolean renamesBeforeSync;

    SimFs(long seed) {
        random = new java.util.SplittableRandom(seed);
    }

    long operations() {
        return operations;
    }

    /** The operation with this number fails half done, as do all after it: EIO, a full disk, or the power gone. */
    void failAt(long operation) {
        failAt = operation;
    }

    private void step() throws IOException {
        if (++operations >= failAt) {
            throw new IOException("simulated: the disk failed at operation " + operations);
        }
    }

    /** Loses what was not durable and lets the disk work again. */
    void crash() {
        failAt = Long.MAX_VALUE;
        int kept = random.nextInt(pending.size() + 1);
        pending.subList(0, kept).forEach(c -> durableNames.put(c.name(), c.inode()));
        pending.clear();
        names.clear();
        names.putAll(durableNames);
        new HashSet<>(names.values()).forEach(this::tear);
    }

    private void tear(Inode inode) {
        byte[] after = inode.durable.clone();
        int from = after.length;
        for (int sector : inode.dirty) {
            if (random.nextBoolean()) {
                int at = sector * SECTOR;
                int to = Math.min(inode.now.length, at + SECTOR);
                if (to > after.length) {
                    after = Arrays.copyOf(after, to);
                }
                System.arraycopy(inode.now, at, after, at, to - at);
            }
        }
        // A file may have grown without its data: what lies there is whatever the disk held before.
        for (int i = from; i < after.length && random.nextInt(4) == 0; i++) {
            after[i] ^= (byte) random.nextInt(256);
        }
        inode.now = after;
        inode.durable = after.clone();
        inode.dirty.clear();
    }

    /** Flips one bit where it stands. */
    void rot(String name, int bit) {
        Inode inode = java.util.Objects.requireNonNull(names.get(name));
        inode.now[bit / 8] ^= (byte) (1 << (bit % 8));
        inode.durable = inode.now.clone();
    }

    private Inode inode(String name) {
        return java.util.Objects.requireNonNull(names.get(name), name);
    }

    @Override
    public byte @Nullable [] read(String name) {
        Inode inode = names.get(name);
        return inode == null ? null : inode.now.clone();
    }

    @Override
    public long length(String name) {
        return names.containsKey(name) ? inode(name).now.length : -1;
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        Inode inode = new Inode();
        names.put(name, inode);
        pending.add(new NameChange(name, inode));
        overwrite(inode, 0, content);
    }

    private void overwrite(Inode inode, int position, byte[] bytes) throws IOException {
        boolean fails = operations + 1 >= failAt;
        int count = fails ? random.nextInt(bytes.length + 1) : bytes.length;
        if (position + count > inode.now.length) {
            inode.now = Arrays.copyOf(inode.now, position + count);
        }
        System.arraycopy(bytes, 0, inode.now, position, count);
        for (int sector = position / SECTOR; sector * SECTOR < position + count; sector++) {
            inode.dirty.add(sector);
        }
        step();
    }

    @Override
    public void sync(String name) throws IOException {
        step();
        if (!(renamesBeforeSync && name.endsWith(".new"))) {
            makeDurable(inode(name));
        }
    }

    private void makeDurable(Inode inode) {
        if (!syncsNothing) {
            inode.durable = inode.now.clone();
            inode.dirty.clear();
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step();
        Inode inode = inode(from);
        names.remove(from);
        names.put(to, inode);
        pending.add(new NameChange(to, inode));
    }

    @Override
    public void syncFolder(String name) throws IOException {
        step();
        pending.forEach(c -> durableNames.put(c.name(), c.inode()));
        pending.clear();
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
            return inode.now.length;
        }

        @Override
        public byte[] read(long position, int count) {
            return Arrays.copyOfRange(inode.now, (int) position, (int) position + count);
        }

        @Override
        public void write(long position, byte[] bytes) throws IOException {
            disk.overwrite(inode, (int) position, bytes);
        }

        @Override
        public void sync() throws IOException {
            disk.step();
            disk.makeDurable(inode);
        }

        @Override
        public void close() {}
    }
}
