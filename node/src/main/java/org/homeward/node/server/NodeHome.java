package org.homeward.node.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The home of a running node, locked for it alone.
 *
 * <p>The lock is the operating system's: it is gone with the process however that ends, so that a stale one never blocks a start.
 */
final class NodeHome implements AutoCloseable {
    /** What must be free on the disk for a node to start: room for a case's lists and acts. */
    static final int PROBE = 16 * 1024 * 1024;

    private final Path home;
    private final FileChannel channel;

    private NodeHome(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Locks the home and tries its disk. */
    static NodeHome enter(Path home) throws StartRefusal {
        if (!Files.isDirectory(home)) {
            throw new StartRefusal("The folder " + home + " is not there: set the node up first.");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    home.resolve("node.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String pid = StandardCharsets.US_ASCII
                        .decode(read(channel))
                        .toString()
                        .trim();
                channel.close();
                throw new StartRefusal("A node runs in " + home + " already (process " + pid
                        + "): stop it first with 'homeward stop', or choose another folder.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                    0);
            probe(home);
            return new NodeHome(home, channel);
        } catch (IOException e) {
            close(channel);
            throw new StartRefusal(
                    "The folder " + home + " cannot be written (" + e.getMessage()
                            + "): make room on its disk, or check its owner and rights.",
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            // One byte far behind the process number, so that another process can still read the number.
            FileLock lock = channel.tryLock(1_000, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static ByteBuffer read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        channel.read(buffer, 0);
        return buffer.flip();
    }

    /** Writes as much as a case may need and forces it: a full disk is found before anything depends on it. */
    private static void probe(Path home) throws IOException {
        Path file = home.resolve("probe.new");
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer block = ByteBuffer.allocate(1024 * 1024);
            for (int written = 0; written < PROBE; ) {
                block.clear();
                written += out.write(block);
            }
            out.force(true);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void close(@org.jspecify.annotations.Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The start is refused already.
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(home.resolve("node.url"));
            Files.deleteIfExists(home.resolve("node.control"));
            channel.truncate(0);
        } catch (IOException e) {
            // The lock goes with the channel all the same.
        }
        close(channel);
    }
}
