package org.homeward.talks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The talks as a file of lines that only grows: each line is an entry in canonical JSON with its number, the SHA-256 of the line
 * before, and the signature of whose log it is. A log has one signer from its first line to its last; who knows that key, and the
 * head (the hash of the last line), needs to believe nobody who kept the file.
 *
 * <p>Beside the log lies {@link #HEAD}, the number and hash of the last line that was acknowledged, so that a log that was cut is told
 * from a short one. A line without its end was being written when the power went: nobody was told that it counts, and the next
 * entry takes its place.
 *
 * @param signer the public key of whose log it is; empty as long as the log is
 */
public record TalksLog(List<Entry> entries, String head, String signer) {
    /** The name of the file in a folder of talks. */
    public static final String FILE = "acts.log";

    /** The name of the file with the last line that was acknowledged. */
    public static final String HEAD = "acts.head";

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

    private record Line(Entry entry, int number, String previous, String signer, String signature) {}

    /** Makes the files of talks in which nothing is said yet; the folder must be there, and hold none. */
    public static void create(Path folder) throws IOException {
        writeHead(folder, 0, NOTHING);
        Files.createFile(folder.resolve(FILE));
        forceFolder(folder);
    }

    /**
     * The talks of a folder, checked line by line.
     *
     * @param signer the key that must have signed every line; null when any one key may
     */
    public static Opened read(Path folder, @Nullable String signer) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new Opened.Bad("the folder " + folder + " holds no talks; 'talks open' makes one");
        }
        // First: an entry that is added meanwhile makes the log longer than this head, which is no fault.
        Optional<String> kept = keptHead(folder);
        return kept.isEmpty() ? NO_HEAD : read(Files.readAllBytes(file), signer, kept.get());
    }

    private static final Opened NO_HEAD = new Opened.Bad("the file " + HEAD
            + " beside the log is missing or damaged, so nobody can tell whether entries were cut off at the end;"
            + " take the copy of the last backup");

    private static Optional<String> keptHead(Path folder) throws IOException {
        Path file = folder.resolve(HEAD);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String kept = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        return Optional.of(kept).filter(k -> k.matches("[0-9]{1,9} [0-9a-f]{64}"));
    }

    private static void writeHead(Path folder, int number, String head) throws IOException {
        Path draft = folder.resolve(HEAD + ".new");
        try (FileChannel file = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((number + " " + head + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(draft, folder.resolve(HEAD), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** @param kept number and hash of a line that was acknowledged: it must be there */
    static Opened read(byte[] bytes, @Nullable String signer, String kept) {
        int keptNumber = Integer.parseInt(kept.substring(0, kept.indexOf(' ')));
        String keptHash = kept.substring(kept.indexOf(' ') + 1);
        List<Entry> entries = new ArrayList<>();
        TalksState state = TalksState.empty();
        String head = NOTHING;
        String by = signer == null ? "" : signer;
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
                        tree.get("previous").asString(""),
                        tree.path("signer").asString(""),
                        tree.path("signature").asString(""));
            } catch (MalformedJsonException e) {
                return new Opened.Bad(where + "cannot be read: " + e.getMessage());
            }
            if (read.number() != entries.size() + 1 || !read.previous().equals(head)) {
                return new Opened.Bad(where + "does not follow the line before it: something was changed");
            }
            if (read.signer().isEmpty() || read.signature().isEmpty()) {
                return new Opened.Bad(where + "is not signed");
            }
            if (by.isEmpty()) {
                by = read.signer();
            }
            if (!read.signer().equals(by)) {
                return new Opened.Bad(where + "is signed by another key than the log is");
            }
            if (!SigningKey.verifies(by, ActJson.signed(read.entry(), read.number(), head, by), read.signature())) {
                return new Opened.Bad(where + "bears a signature that is not under these words: something was changed");
            }
            Optional<Refusal> refusal = TalksRules.decide(state, read.entry());
            if (refusal.isPresent()) {
                return new Opened.Bad(where + "does not count: " + refusal.get().sentence());
            }
            state = TalksRules.evolve(state, read.entry());
            entries.add(read.entry());
            head = hash(line);
            from = end + 1;
            if (entries.size() == keptNumber && !head.equals(keptHash)) {
                return new Opened.Bad(where + "is not the one that was acknowledged");
            }
        }
        if (entries.size() < keptNumber) {
            return new Opened.Bad("line " + (entries.size() + 1) + " of the log is missing: " + keptNumber
                    + " entries were acknowledged, and the log was cut after " + entries.size());
        }
        return new Opened.Ok(new TalksLog(entries, head, by));
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

    /**
     * Adds all entries or none, signed, and forces them to the disk. Another process that adds waits; two threads of one process
     * must take turns.
     *
     * @param key whose log it is; a log that another key signed is broken for this one
     */
    public static Added add(Path folder, List<Entry> more, SigningKey key) throws IOException {
        try (FileChannel file =
                        FileChannel.open(folder.resolve(FILE), StandardOpenOption.READ, StandardOpenOption.WRITE);
                var ignored = file.lock()) {
            ByteBuffer old = ByteBuffer.allocate(Math.toIntExact(file.size()));
            while (old.hasRemaining() && file.read(old) >= 0) {}
            Optional<String> kept = keptHead(folder);
            Opened opened = kept.isEmpty() ? NO_HEAD : read(old.array(), key.publicText(), kept.get());
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
                byte[] line = ActJson.line(entry, entries.size(), head, key);
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
            writeHead(folder, entries.size(), head);
            return new Added.Ok(new TalksLog(entries, head, key.publicText()));
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
