package org.homeward.record.confirmed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code record.log}: one entry a line, {@code HASH SPACE ENTRY}, where the hash is SHA-256 over the hash of the line before
 * (64 zeros for the first), a line feed and the entry's bytes. A line that was changed, removed or moved breaks the chain at that
 * place and is named when the file is opened; what was cut off at the end shows against the last hash that somebody kept.
 *
 * <p>An entry counts once {@link #append} has returned: the file is forced to the disk before. A line without its line feed was
 * being written when the power failed; nobody was told that it counts, and it is cut off by the next append.
 */
public final class ConfirmedRecord implements AutoCloseable {
    private static final String START = "0".repeat(64);
    private static final String FILE = "record.log";

    private final FileChannel channel;
    private final FileLock lock;
    private final List<Line> lines;
    private String last;
    private long end;

    private ConfirmedRecord(FileChannel channel, FileLock lock, Read read) {
        this.channel = channel;
        this.lock = lock;
        this.lines = new ArrayList<>(read.lines());
        this.last = lines.isEmpty() ? START : lines.getLast().hash();
        this.end = read.end();
    }

    /** An entry: its place from 1, its hash in the chain, and its words, which this class does not interpret. */
    public record Line(long number, String hash, String entry) {}

    /** What came of opening. */
    public sealed interface Opening {
        /** The chain holds. */
        record Opened(ConfirmedRecord record) implements Opening {}

        /** The file cannot be used: what, where, and what to do. */
        record Refused(String sentence) implements Opening {}
    }

    private record Read(
            List<Line> lines, long end, @Nullable String fault) {}

    /** Opens the record in a folder, which is made where it is absent, and checks every line of its chain. */
    public static Opening open(Path folder) {
        Path file = folder.resolve(FILE);
        FileChannel channel = null;
        try {
            boolean made = !Files.exists(file);
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (made) {
                forceFolder(folder);
            }
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return busy(file);
            }
            Read read = read(Files.readAllBytes(file));
            if (read.fault() != null) {
                channel.close();
                return new Opening.Refused("The record " + file + " does not hold: " + read.fault()
                        + "; nothing was written, take the copy of the last backup.");
            }
            return new Opening.Opened(new ConfirmedRecord(channel, lock, read));
        } catch (OverlappingFileLockException e) {
            close(channel);
            return busy(file);
        } catch (IOException e) {
            close(channel);
            return new Opening.Refused("The record " + file
                    + " cannot be opened; check that the folder exists and that you may write there.");
        }
    }

    private static Opening busy(Path file) {
        return new Opening.Refused(
                "The record " + file + " is in use by another command; try again when it has ended.");
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The refusal that is being given says all that a reader can act upon.
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static Read read(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        String previous = START;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            byte[] line = Arrays.copyOfRange(bytes, from, i);
            int number = lines.size() + 1;
            if (line.length < 66 || line[64] != ' ') {
                return new Read(lines, from, "line " + number + " is not a line of it");
            }
            String hash = new String(line, 0, 64, StandardCharsets.US_ASCII);
            byte[] entry = Arrays.copyOfRange(line, 65, line.length);
            if (!hash.equals(chain(previous, entry))) {
                return new Read(
                        lines, from, "line " + number + " is not the one that was written after the line before it");
            }
            lines.add(new Line(number, hash, new String(entry, StandardCharsets.UTF_8)));
            previous = hash;
            from = i + 1;
        }
        return new Read(lines, from, null);
    }

    private static String chain(String previous, byte[] entry) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((previous + "\n").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha.digest(entry));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Every entry that counts, in order. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * Adds an entry and forces it to the disk. An entry that is empty or holds a line feed is a bug of the caller.
     *
     * @throws IOException when the disk fails; whether the entry counts is then seen by opening the record again
     */
    public Line append(String entry) throws IOException {
        if (entry.isEmpty() || entry.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("an entry is one line");
        }
        byte[] words = entry.getBytes(StandardCharsets.UTF_8);
        String hash = chain(last, words);
        ByteBuffer line = ByteBuffer.wrap((hash + " " + entry + "\n").getBytes(StandardCharsets.UTF_8));
        int length = line.remaining();
        channel.truncate(end);
        long at = end;
        while (line.hasRemaining()) {
            at += channel.write(line, at);
        }
        channel.force(true);
        end += length;
        last = hash;
        Line added = new Line(lines.size() + 1L, hash, entry);
        lines.add(added);
        return added;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
