package org.homeward.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The truth of a log: its entries in order, each in a frame {length + 1, CRC32C over index and data, data}.
 *
 * <p>The checksum covers the index so that a frame left over from before a crash cannot come back in another place; the
 * length is stored plus one so that zeroes, which preallocation leaves behind, are never a frame.
 */
final class WriteAheadLog implements Closeable {
    private static final String NAME = "entries.wal";
    private static final int HEADER = 8;
    private static final int READ_AHEAD = 1 << 20;

    private final Storage.Random file;
    private final int step;
    private long[] positions = new long[256];
    private int count;
    private long end;

    private WriteAheadLog(Storage.Random file, int step) {
        this.file = file;
        this.step = step;
    }

    /**
     * Opens and recovers: hands over every whole frame in order. {@link #settle} must follow before the first append.
     *
     * @param step bytes by which the file grows ahead of its content; a sync that need not grow a file is cheaper
     * @param checked false only in the control run that shows what the checksum is for
     */
    static WriteAheadLog open(Storage storage, int step, boolean checked, Consumer<byte[]> entries) throws IOException {
        WriteAheadLog log = new WriteAheadLog(storage.open(NAME), step);
        log.recover(checked, entries);
        return log;
    }

    private void recover(boolean checked, Consumer<byte[]> entries) throws IOException {
        long length = file.length();
        byte[] window = new byte[0];
        long windowAt = 0;
        while (end + HEADER <= length) {
            if (end + HEADER > windowAt + window.length || end < windowAt) {
                windowAt = end;
                window = file.read(end, (int) Math.min(READ_AHEAD, length - end));
            }
            ByteBuffer header = ByteBuffer.wrap(window, (int) (end - windowAt), HEADER);
            int size = header.getInt() - 1;
            int crc = header.getInt();
            if (size < 0 || size > TransparencyLog.MAX_ENTRY || end + HEADER + size > length) {
                break;
            }
            if (end + HEADER + size > windowAt + window.length) {
                windowAt = end;
                window = file.read(end, (int) Math.min(READ_AHEAD, length - end));
            }
            int from = (int) (end - windowAt) + HEADER;
            byte[] data = Arrays.copyOfRange(window, from, from + size);
            if (checked && crc != crc(count, data)) {
                break;
            }
            note(end, size);
            entries.accept(data);
        }
    }

    /**
     * Cuts the torn tail: overwrites it with zeroes, durably. Apart from opening, because what looks like a torn tail may
     * be rot under a published checkpoint, and then the file must stay as it is for whoever restores it.
     */
    void settle() throws IOException {
        long length = file.length();
        boolean wiped = false;
        for (long at = end; at < length; at += READ_AHEAD) {
            int size = (int) Math.min(READ_AHEAD, length - at);
            for (byte b : file.read(at, size)) {
                if (b != 0) {
                    file.write(at, new byte[size]);
                    wiped = true;
                    break;
                }
            }
        }
        // What was read may never have been synced by the process that died: it must last before anything builds on it.
        if (wiped || count > 0) {
            file.sync();
        }
    }

    private void note(long position, int size) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
        }
        positions[count++] = position;
        end = position + HEADER + size;
    }

    /** Writes the entries and makes them durable before it returns. */
    void append(List<byte[]> batch) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        long start = end;
        for (byte[] data : batch) {
            frames.writeBytes(ByteBuffer.allocate(HEADER)
                    .putInt(data.length + 1)
                    .putInt(crc(count, data))
                    .array());
            frames.writeBytes(data);
            note(end, data.length);
        }
        long length = file.length();
        if (end > length) {
            int grow = Math.toIntExact((end - length + step - 1) / step * step);
            file.write(length, new byte[grow]);
        }
        file.write(start, frames.toByteArray());
        file.sync();
    }

    /** Reads one entry back, checking it against its checksum. */
    byte[] read(long index) throws IOException {
        int i = Math.toIntExact(index);
        long position = positions[i];
        long next = i + 1 < count ? positions[i + 1] : end;
        ByteBuffer frame = ByteBuffer.wrap(file.read(position, (int) (next - position)));
        frame.getInt();
        int crc = frame.getInt();
        byte[] data = new byte[frame.remaining()];
        frame.get(data);
        if (crc != crc(i, data)) {
            throw new IOException("Entry " + index + " on the disk no longer fits its checksum.");
        }
        return data;
    }

    long count() {
        return count;
    }

    private static int crc(long index, byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(12).putLong(index).putInt(data.length).flip());
        crc.update(data);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
