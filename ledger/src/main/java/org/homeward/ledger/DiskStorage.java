package org.homeward.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A folder on a real disk, locked so that two processes cannot write one log. */
final class DiskStorage implements Storage {
    private final Path folder;
    private final FileChannel lockChannel;

    private DiskStorage(Path folder, FileChannel lockChannel) {
        this.folder = folder;
        this.lockChannel = lockChannel;
    }

    static DiskStorage lock(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DiskStorage(folder, channel);
            }
        } catch (OverlappingFileLockException held) {
            // the same sentence as for another process, below
        }
        channel.close();
        throw new IOException("The log in this folder is in use by another process.");
    }

    @Override
    public byte @Nullable [] read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }

    @Override
    public long length(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.size(file) : -1;
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Path parent = file.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            // A new folder is itself a name in its parents, which must last as long as the file in it.
            for (Path p = parent.getParent(); p != null && p.startsWith(folder); p = p.getParent()) {
                syncPath(p);
            }
        }
        Files.write(file, content);
    }

    @Override
    public void sync(String name) throws IOException {
        syncPath(folder.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                folder.resolve(from),
                folder.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void syncFolder(String name) throws IOException {
        Path parent = folder.resolve(name).getParent();
        syncPath(parent == null ? folder : parent);
    }

    private static void syncPath(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Random open(String name) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        syncFolder(name);
        return new DiskFile(channel);
    }

    @Override
    public void close() throws IOException {
        lockChannel.close();
    }

    private record DiskFile(FileChannel channel) implements Random {
        @Override
        public long length() throws IOException {
            return channel.size();
        }

        @Override
        public byte[] read(long position, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(count);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new EOFException("the write-ahead log ends too early");
                }
            }
            return buffer.array();
        }

        @Override
        public void write(long position, byte[] bytes) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, position + buffer.position());
            }
        }

        @Override
        public void sync() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
