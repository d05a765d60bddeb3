package org.homeward.handover.device;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file of lines that only grows. What {@link #append} has returned from is on the disk; after any error nothing is written any more, because
 * nobody knows what a disk holds after a failed sync (Rebello et al., USENIX ATC 2020).
 */
final class AppendFile implements Closeable {
    private final FileChannel channel;
    private long end;
    private boolean stopped;

    private AppendFile(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
    }

    /** What the file held, up to its last whole line, and the file open behind it. */
    record Opened(byte[] content, AppendFile file) {}

    /**
     * Opens or creates. A last line without its end was never acknowledged and is cut off. The rest is written anew and synced, so that what
     * is read now is also what a crash would leave.
     */
    static Opened open(Path path) throws IOException {
        byte[] all = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        int whole = all.length;
        while (whole > 0 && all[whole - 1] != '\n') {
            whole--;
        }
        byte[] content = Arrays.copyOf(all, whole);
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(out, content, 0);
            out.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
        return new Opened(content, new AppendFile(FileChannel.open(path, StandardOpenOption.WRITE), whole));
    }

    private static void writeAll(FileChannel channel, byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    /** Appends whole lines, durable on return. */
    void append(byte[] lines) throws IOException {
        if (stopped) {
            throw new IOException("The log has met an error of the disk and is not written any more.");
        }
        stopped = true;
        writeAll(channel, lines, end);
        channel.force(false);
        end += lines.length;
        stopped = false;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
