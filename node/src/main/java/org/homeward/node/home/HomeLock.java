package org.homeward.node.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The lock that a running node holds on its home, held for a moment so that the home stands still. */
final class HomeLock implements AutoCloseable {
    /** The byte that a node locks; its process number stands before it. */
    private static final long BYTE = 1_000;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or empty while a node runs there. */
    static Optional<HomeLock> take(Path home) throws IOException {
        FileChannel channel = FileChannel.open(
                home.resolve("node.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(BYTE, 1, false) != null) {
                return Optional.of(new HomeLock(channel));
            }
        } catch (OverlappingFileLockException sameProcess) {
            // A node of this very process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
