package org.homeward.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The few file operations a log needs, small enough that a simulated disk can stand in and lose what was not synced.
 *
 * <p>Names are relative, with {@code /}; parent folders come into being as needed. Any {@link IOException} is the end of
 * the log that meets it: after a failed sync nobody knows what is on the disk (Rebello et al., "Can applications recover
 * from fsync failures?", USENIX ATC 2020), so nothing is tried again.
 */
interface Storage extends Closeable {
    /** The whole content of a file, or null when there is none. */
    byte @Nullable [] read(String name) throws IOException;

    /** Length of a file in bytes, or -1 when there is none. */
    long length(String name) throws IOException;

    /** Creates or replaces a file; not durable before {@link #sync}. */
    void write(String name, byte[] content) throws IOException;

    /** Makes the content of a file durable. */
    void sync(String name) throws IOException;

    /** Renames over whatever has the new name; durable only after {@link #syncFolder} of it. */
    void rename(String from, String to) throws IOException;

    /** Makes the names in the folder of this file durable. */
    void syncFolder(String name) throws IOException;

    /** Opens a file for positioned reads and writes, creating it when there is none. */
    Random open(String name) throws IOException;

    /** An open file. */
    interface Random extends Closeable {
        /** Length in bytes. */
        long length() throws IOException;

        /** Reads exactly this many bytes; reading beyond the end is an error. */
        byte[] read(long position, int count) throws IOException;

        /** Writes all bytes at a position. */
        void write(long position, byte[] bytes) throws IOException;

        /** Makes all writes so far durable. */
        void sync() throws IOException;
    }

    /** Content first, then name: after a crash the file holds the old bytes or the new ones, whole. */
    static void replace(Storage storage, String name, byte[] content) throws IOException {
        replaceAll(storage, Map.of(name, content));
    }

    /** The same for many files, each whole by itself and none before another; one sync of each folder for all of them. */
    static void replaceAll(Storage storage, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            storage.write(file.getKey() + ".new", file.getValue());
        }
        for (String name : files.keySet()) {
            storage.sync(name + ".new");
        }
        Map<String, String> folders = new TreeMap<>();
        for (String name : files.keySet()) {
            storage.rename(name + ".new", name);
            folders.put(name.substring(0, name.lastIndexOf('/') + 1), name);
        }
        for (String inFolder : folders.values()) {
            storage.syncFolder(inFolder);
        }
    }
}
