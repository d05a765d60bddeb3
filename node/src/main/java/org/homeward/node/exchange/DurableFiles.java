package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are there whole after a power cut, or not at all. */
public final class DurableFiles {
    private DurableFiles() {}

    /** Writes and forces the bytes under the temporary name, renames it, and forces the folder. */
    public static void replace(Path temporary, byte[] bytes, Path target) throws IOException {
        write(temporary, bytes);
        rename(temporary, target);
    }

    /** The same for what only the file's owner may read, also while it is written. */
    public static void replaceSecret(Path temporary, byte[] bytes, Path target) throws IOException {
        Files.deleteIfExists(temporary);
        if (Files.getFileStore(target.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        replace(temporary, bytes, target);
    }

    /** Writes the bytes and forces them to the disk. */
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Renames and forces the folder, so that the new name survives a power cut. */
    static void rename(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
