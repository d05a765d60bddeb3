package org.homeward.talks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import java.util.Optional;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import tools.jackson.databind.JsonNode;

/**
 * The talks as a file of lines that only grows: each line is an entry in canonical JSON with its number and the SHA-256 of the line
 * before. Who writes down the head (the hash of the last line) can tell later whether anything before it was changed.
 *
 * <p>A line without its end was being written when the power went: it does not count, and the next entry takes its place.
 */
public record TalksLog(List<Entry> entries, String head) {
    /** The name of the file in a folder of talks. */
    public static final String FILE = "acts.log";

    private static final String NOTHING = "0".repeat(64);

    public TalksLog {
        entries = List.copyOf(entries);
    }

    /** A log, or why there is none. */
    public sealed interface Opened {
        /** Every line follows the one before, and every entry counts. */
        record Ok(TalksLog log) implements Opened {}

        /** Something does not; the sentence says at which line. */
        record Bad(String sentence) implements Opened {}
    }

    private record Line(Entry entry, int number, String previous) {}

    /** The talks of a folder, checked line by line. */
    public static Opened read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new Opened.Bad("the folder " + folder + " holds no talks; 'talks open' makes one");
        }
        return read(Files.readAllBytes(file));
    }

    static Opened read(byte[] bytes) {
        List<Entry> entries = new ArrayList<>();
        TalksState state = TalksState.empty();
        String head = NOTHING;
        int from = 0;
        for (int end = next(bytes, 0); end >= 0; end = next(bytes, from)) {
            byte[] line = Arrays.copyOfRange(bytes, from, end);
            String where = "line " + (entries.size() + 1) + " of the log ";
            Line read;
            try {
                JsonNode tree = CanonicalJson.parse(line);
                JsonNode inner = tree.get("entry");
                if (inner == null || tree.get("number") == null || tree.get("previous") == null) {
                    return new Opened.Bad(where + "is not a line of one");
                }
                read = new Line(
                        ActJson.entry(inner),
                        tree.get("number").asInt(0),
                        tree.get("previous").asString(""));
            } catch (MalformedJsonException e) {
                return new Opened.Bad(where + "cannot be read: " + e.getMessage());
            }
            if (read.number() != entries.size() + 1 || !read.previous().equals(head)) {
                return new Opened.Bad(where + "does not follow the line before it: something was changed");
            }
            Optional<Refusal> refusal = TalksRules.decide(state, read.entry());
            if (refusal.isPresent()) {
                return new Opened.Bad(where + "does not count: " + refusal.get().sentence());
            }
            state = TalksRules.evolve(state, read.entry());
            entries.add(read.entry());
            head = hash(line);
            from = end + 1;
        }
        return new Opened.Ok(new TalksLog(entries, head));
    }

    private static int next(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** What came of adding entries. */
    public sealed interface Added {
        /** All are in the log, on the disk. */
        record Ok(TalksLog log) implements Added {}

        /** None is; {@code number} counts the given entries from 1. */
        record Refused(int number, Refusal refusal) implements Added {}

        /** The log itself is not sound. */
        record Broken(String sentence) implements Added {}
    }

    /** Adds all entries or none, and forces them to the disk. Another process that adds waits. */
    public static Added add(Path folder, List<Entry> more) throws IOException {
        try (FileChannel file = FileChannel.open(
                        folder.resolve(FILE),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                var ignored = file.lock()) {
            ByteBuffer old = ByteBuffer.allocate(Math.toIntExact(file.size()));
            while (old.hasRemaining() && file.read(old) >= 0) {}
            Opened opened = read(old.array());
            if (opened instanceof Opened.Bad(String sentence)) {
                return new Added.Broken(sentence);
            }
            TalksLog log = ((Opened.Ok) opened).log();
            TalksState state = TalksState.of(log.entries());
            List<Entry> entries = new ArrayList<>(log.entries());
            String head = log.head();
            StringBuilder lines = new StringBuilder();
            for (Entry entry : more) {
                Optional<Refusal> refusal = TalksRules.decide(state, entry);
                if (refusal.isPresent()) {
                    return new Added.Refused(entries.size() - log.entries().size() + 1, refusal.get());
                }
                state = TalksRules.evolve(state, entry);
                entries.add(entry);
                byte[] line = ActJson.line(entry, entries.size(), head);
                lines.append(new String(line, StandardCharsets.UTF_8)).append('\n');
                head = hash(line);
            }
            int sound = old.array().length;
            while (sound > 0 && old.array()[sound - 1] != '\n') {
                sound--;
            }
            file.truncate(sound);
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            file.position(sound);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
            return new Added.Ok(new TalksLog(entries, head));
        }
    }

    private static String hash(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
