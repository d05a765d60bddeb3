package org.homeward.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The truth of a log: its entries in order, in batches of which each was made durable before the next was written.
 *
 * <p>A batch begins on a sector of its own, so that writing it never touches what was acknowledged: {first index (8),
 * number of entries (4), bytes (4), CRC32C of the entries (4), CRC32C of this header (4)}, then the entries as in a
 * tlog-tiles bundle (16-bit length, data). A whole batch after a broken one therefore tells rot from a crash: a crash
 * breaks the last batch only. Both checksums begin with a random salt from the file's first sector, so that nobody who
 * chooses the content of an entry can make it look like a batch.
 */
final class WriteAheadLog implements Closeable {
    static final String NAME = "entries.wal";
    static final int SECTOR = 512;
    static final int HEADER = 24;
    private static final byte[] MAGIC = "homeward log 1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int WINDOW = 1 << 20;
    private static final int MAX_BATCH = 4 << 20;

    private final Storage.Random file;
    private final int step;
    private final byte[] salt;
    private long[] positions = new long[256];
    private int count;
    private long end = SECTOR;
    private long lastStart = SECTOR;

    private WriteAheadLog(Storage.Random file, int step, byte[] salt) {
        this.file = file;
        this.step = step;
        this.salt = salt;
    }

    /**
     * Opens and recovers: hands over every entry in order. {@link #settle} must follow before the first append.
     *
     * @param step bytes by which the file grows ahead of its content; a sync that need not grow a file is cheaper
     * @param checked false only in the control run that shows what the checksums are for
     * @throws IOException also when a batch is damaged that was durable once
     */
    static WriteAheadLog open(Storage storage, int step, boolean checked, Consumer<byte[]> entries) throws IOException {
        if (storage.length(NAME) < 0) {
            Storage.replace(storage, NAME, firstSector());
        }
        Storage.Random file = storage.open(NAME);
        byte[] first = file.length() < SECTOR ? new byte[SECTOR] : file.read(0, SECTOR);
        int at = MAGIC.length + SALT;
        if (!Arrays.equals(Arrays.copyOf(first, MAGIC.length), MAGIC)
                || ByteBuffer.wrap(first).getInt(at) != crc(first, 0, at)) {
            throw new IOException("The first sector of " + NAME + " is damaged: restore the log from a copy.");
        }
        WriteAheadLog log = new WriteAheadLog(file, step, Arrays.copyOfRange(first, MAGIC.length, at));
        log.recover(checked, entries);
        return log;
    }

    private static byte[] firstSector() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        ByteBuffer sector = ByteBuffer.allocate(SECTOR).put(MAGIC).put(salt);
        return sector.putInt(crc(sector.array(), 0, sector.position())).array();
    }

    private record Header(long first, int entries, int bytes, int crc) {}

    private void recover(boolean checked, Consumer<byte[]> entries) throws IOException {
        long length = file.length();
        while (end + HEADER <= length) {
            long start = end;
            Header header = header(file.read(start, HEADER), 0, checked);
            if (header == null || header.first() != count || start + HEADER + header.bytes() > length) {
                break;
            }
            byte[] payload = file.read(start + HEADER, header.bytes());
            List<byte[]> batch = split(payload, header.entries());
            if (batch == null || (checked && header.crc() != salted(payload))) {
                break;
            }
            place(start, batch);
            batch.forEach(entries);
        }
        if (checked) {
            refuseRot(length);
        }
    }

    private @Nullable Header header(byte[] bytes, int at, boolean checked) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, at, HEADER);
        Header header = new Header(buffer.getLong(), buffer.getInt(), buffer.getInt(), buffer.getInt());
        boolean sound = header.entries() > 0 && header.first() >= 0 && header.bytes() >= 2;
        return sound
                        && header.bytes() <= MAX_BATCH + 2 + TransparencyLog.MAX_ENTRY
                        && (!checked || buffer.getInt() == salted(Arrays.copyOfRange(bytes, at, at + HEADER - 4)))
                ? header
                : null;
    }

    private static @Nullable List<byte[]> split(byte[] payload, int entries) {
        List<byte[]> batch = new ArrayList<>();
        int at = 0;
        while (at + 2 <= payload.length) {
            int to = at + 2 + Reader.length(payload, at);
            if (to > payload.length) {
                return null;
            }
            batch.add(Arrays.copyOfRange(payload, at + 2, to));
            at = to;
        }
        return at == payload.length && batch.size() == entries ? batch : null;
    }

    /** A later batch was only ever written after the broken one had been synced: then this is no torn tail. */
    private void refuseRot(long length) throws IOException {
        for (long from = end + SECTOR; from + HEADER <= length; from += WINDOW) {
            byte[] window = file.read(from, (int) Math.min(WINDOW, length - from));
            for (int at = 0; at + HEADER <= window.length; at += SECTOR) {
                Header header = header(window, at, true);
                if (header != null && header.first() > count) {
                    throw new IOException("Entry " + count + " in " + NAME
                            + " is damaged, and entries after it are not: restore the log from a copy.");
                }
            }
        }
    }

    /**
     * Makes what was recovered last, and cuts the torn tail by overwriting it with zeroes. Apart from opening, because
     * what looks like a torn tail may be rot under a published checkpoint, and then the file must stay as it is.
     *
     * @param known entries that were durable for certain, because a checkpoint over them was published
     */
    void settle(long known) throws IOException {
        // What was read may stand only in the system's cache: the process that wrote it may have died before its sync,
        // or
        // because its sync failed, after which the system takes the pages for clean and syncs them never again (Rebello
        // et
        // al., USENIX ATC 2020). So it is written once more.
        for (long at = known < count ? positions[(int) known] / SECTOR * SECTOR : end; at < end; at += WINDOW) {
            file.write(at, file.read(at, (int) Math.min(WINDOW, end - at)));
        }
        long length = file.length();
        for (long at = end; at < length; at += WINDOW) {
            int size = (int) Math.min(WINDOW, length - at);
            if (!zero(file.read(at, size))) {
                file.write(at, new byte[size]);
            }
        }
        file.sync();
    }

    private static boolean zero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private void place(long start, List<byte[]> batch) {
        long at = start + HEADER;
        for (byte[] data : batch) {
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, count * 2);
            }
            positions[count++] = at;
            at += 2 + data.length;
        }
        lastStart = start;
        end = (at + SECTOR - 1) / SECTOR * SECTOR;
    }

    /** Writes the entries and makes them durable before it returns. */
    void append(List<byte[]> entries) throws IOException {
        for (int from = 0; from < entries.size(); ) {
            int bytes = 0;
            int to = from;
            while (to < entries.size() && bytes < MAX_BATCH) {
                bytes += 2 + entries.get(to++).length;
            }
            write(entries.subList(from, to), bytes);
            from = to;
        }
    }

    private void write(List<byte[]> batch, int bytes) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate((HEADER + bytes + SECTOR - 1) / SECTOR * SECTOR);
        frame.position(HEADER);
        batch.forEach(data -> frame.putShort((short) data.length).put(data));
        frame.putLong(0, count).putInt(8, batch.size()).putInt(12, bytes);
        frame.putInt(16, salted(frame.array(), HEADER, bytes));
        frame.putInt(20, salted(frame.array(), 0, HEADER - 4));
        long start = end;
        place(start, batch);
        long length = file.length();
        if (end > length) {
            file.write(length, new byte[Math.toIntExact((end - length + step - 1) / step * step)]);
        }
        file.write(start, frame.array());
        file.sync();
    }

    /** Reads what is there now, and goes on doing so from any thread while more is appended. */
    Reader reader() {
        return new Reader(file, positions, end);
    }

    /** Entries as they stand on the disk. */
    static final class Reader {
        private final Storage.Random file;
        private final long[] positions;
        private final long end;

        private Reader(Storage.Random file, long[] positions, long end) {
            this.file = file;
            this.positions = positions;
            this.end = end;
        }

        /** Reads one entry back; whoever needs certainty compares it with its leaf hash. */
        byte[] read(long index) throws IOException {
            long at = positions[Math.toIntExact(index)];
            return file.read(at + 2, length(file.read(at, 2), 0));
        }

        /** A tlog-tiles bundle, every entry of which fits its hash in the tile over it. */
        byte[] bundle(Tiles.Tile tile, byte[] leaves) throws IOException {
            int first = Math.toIntExact(tile.index() * Tiles.WIDTH);
            int last = first + tile.width() - 1;
            long from = positions[first];
            // One read for all, with the batch headers and padding between them.
            byte[] region =
                    file.read(from, (int) (Math.min(end, positions[last] + 2 + TransparencyLog.MAX_ENTRY) - from));
            ByteArrayOutputStream out = new ByteArrayOutputStream(region.length);
            for (int i = first; i <= last; i++) {
                int at = (int) (positions[i] - from);
                byte[] entry = Arrays.copyOfRange(region, at + 2, at + 2 + length(region, at));
                if (!Arrays.equals(
                        MerkleTree.leafHash(entry).bytes(),
                        0,
                        Hash.LENGTH,
                        leaves,
                        (i - first) * Hash.LENGTH,
                        (i - first + 1) * Hash.LENGTH)) {
                    throw new IOException("Entry " + i + " on the disk is no longer the one that was appended.");
                }
                out.write(region, at, 2 + entry.length);
            }
            return out.toByteArray();
        }

        private static int length(byte[] bytes, int at) {
            return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
        }
    }

    /** Start of the batch that was written last, for tests that damage what lies before it. */
    long lastStart() {
        return lastStart;
    }

    private int salted(byte[] bytes) {
        return salted(bytes, 0, bytes.length);
    }

    private int salted(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(salt);
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
