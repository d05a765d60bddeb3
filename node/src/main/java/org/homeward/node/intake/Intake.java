package org.homeward.node.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.node.store.Registers;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.ReadOutcome;
import org.homeward.register.ReadOutcome.Read;
import org.homeward.register.ReadOutcome.Refused;
import org.homeward.register.RegisterReader;
import org.homeward.register.RegisterTable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that wait to be taken in. Each lies in a folder of the node beside what is known of it, until a person takes it in or lets
 * it go, or a week has passed; then nothing of it is left here.
 *
 * <p>What a person said of a header is remembered, and offered when a file with the same columns comes.
 */
public final class Intake {
    /** Largest file, in bytes. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String MEMORY = "meanings.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final Registers registers;
    private final Clock clock;

    /** @param folder where files wait; made when needed */
    public Intake(Path folder, Registers registers, Clock clock) {
        this.folder = folder;
        this.registers = registers;
        this.clock = clock;
    }

    /** What became of a file that was handed in. */
    public sealed interface HandedIn {
        /** It can be read, and waits. */
        record Waits(Waiting waiting) implements HandedIn {}

        /** It cannot be read as a register; nothing of it was kept. */
        record NotRead(Refused why) implements HandedIn {}
    }

    /**
     * Takes a file from a person's hands. Handed in twice it waits once.
     *
     * @throws UncheckedIOException when the disk fails
     */
    public synchronized HandedIn handIn(Registers.Kind kind, String file, InputStream content, String by) {
        String name = plainName(file);
        try {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return new HandedIn.NotRead(new Refused(
                        ReadOutcome.Code.TOO_LARGE,
                        name + " has more than " + (MAX_BYTES >> 20) + " MiB: split it, or hand it in as CSV."));
            }
            ReadOutcome outcome = RegisterReader.read(name, bytes, Map.of(), clock.instant());
            if (outcome instanceof Refused refused) {
                return new HandedIn.NotRead(refused);
            }
            String sha256 = Bytes.hex(Bytes.sha256(bytes));
            Map<String, Field> map = outcome instanceof Read read
                    ? memory().getOrDefault(key(read.table().columns()), Map.of())
                    : Map.of();
            Waiting waiting = new Waiting(
                    sha256.substring(0, 24) + (kind == Registers.Kind.HELD ? "h" : "s"),
                    kind,
                    name,
                    sha256,
                    by,
                    clock.instant(),
                    map);
            Files.createDirectories(folder);
            replace(waiting.id() + ".file", bytes);
            write(waiting);
            return new HandedIn.Waits(waiting);
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was handed in could not be kept: make room on the disk", e);
        }
    }

    /** All files that wait, the one that waits longest first; those that waited too long are let go. */
    public synchronized List<Waiting> waiting() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Waiting> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                if (!file.getFileName().toString().equals(MEMORY)) {
                    all.add(JSON.readValue(Files.readAllBytes(file), Waiting.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.stream()
                .filter(w -> w.at().plus(KEPT).isBefore(clock.instant()))
                .toList()
                .forEach(old -> {
                    letGo(old.id());
                    all.remove(old);
                });
        all.sort(java.util.Comparator.comparing(Waiting::at));
        return all;
    }

    public Optional<Waiting> find(String id) {
        return waiting().stream().filter(w -> w.id().equals(id)).findFirst();
    }

    /** What a waiting file says, and what it would change; empty when it waits no more. */
    public Optional<Preview> preview(String id) {
        return find(id).flatMap(waiting -> switch (read(waiting)) {
            case Read(RegisterTable table, ReadOutcome.Seen seen) ->
                Optional.of(Preview.of(
                        waiting, table, seen, registers.table(waiting.kind()), registers.batches(waiting.kind())));
            case Refused refused -> Optional.empty();
        });
    }

    /**
     * Says what headers of a waiting file mean, and remembers it.
     *
     * @return why the file cannot be read so, and nothing was changed; or empty
     */
    public synchronized Optional<Refused> mean(String id, Map<String, Field> map) {
        Waiting before = find(id).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        Waiting waiting = new Waiting(id, before.kind(), before.file(), before.sha256(), before.by(), before.at(), map);
        return switch (read(waiting)) {
            case Refused refused -> Optional.of(refused);
            case Read(RegisterTable table, ReadOutcome.Seen seen) -> {
                Map<String, Map<String, Field>> memory = memory();
                memory.put(key(table.columns()), map);
                write(waiting);
                replace(MEMORY, JSON.writeValueAsBytes(memory));
                yield Optional.empty();
            }
        };
    }

    /** Takes a waiting file in as one batch; empty when it waits no more, because somebody took it in or let it go. */
    public synchronized Optional<Registers.Batch> accept(String id, String by) {
        Waiting waiting = find(id).orElse(null);
        if (waiting == null || !(read(waiting) instanceof Read read)) {
            return Optional.empty();
        }
        Registers.Batch batch =
                registers.add(waiting.kind(), waiting.file(), waiting.sha256(), read.table(), by, clock.instant());
        // An expired record of this batch takes with it what earlier batches said of its person.
        registers.expire(clock.instant());
        letGo(id);
        return Optional.of(batch);
    }

    /** Lets a waiting file go. @return whether it waited */
    public synchronized boolean letGo(String id) {
        try {
            boolean there = Files.deleteIfExists(folder.resolve(plainName(id) + ".json"));
            Files.deleteIfExists(folder.resolve(plainName(id) + ".file"));
            return there;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadOutcome read(Waiting waiting) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(waiting.id() + ".file"));
            return RegisterReader.read(waiting.file(), bytes, waiting.map(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Map<String, Field>> memory() {
        Path file = folder.resolve(MEMORY);
        if (!Files.exists(file)) {
            return new HashMap<>();
        }
        try {
            Map<String, Map<String, Field>> memory = new HashMap<>();
            JSON.readTree(Files.readAllBytes(file)).properties().forEach(entry -> {
                Map<String, Field> map = new HashMap<>();
                entry.getValue()
                        .properties()
                        .forEach(e ->
                                map.put(e.getKey(), Field.valueOf(e.getValue().asString())));
                memory.put(entry.getKey(), map);
            });
            return memory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files with the same headers in the same order are of one kind. */
    private static String key(List<Column> columns) {
        String headers = String.join("\n", columns.stream().map(Column::header).toList());
        return Bytes.hex(Bytes.sha256(headers.getBytes(StandardCharsets.UTF_8))).substring(0, 32);
    }

    private void write(Waiting waiting) {
        replace(waiting.id() + ".json", JSON.writeValueAsBytes(waiting));
    }

    private void replace(String name, byte[] bytes) {
        try {
            DurableFiles.replace(folder.resolve(name + ".new"), bytes, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of a name, whichever slashes its maker uses, without what could trouble a reader. */
    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .strip();
        String cut = last.length() > 120 ? last.substring(last.length() - 120) : last;
        return cut.isEmpty() || cut.equals("..") || cut.equals(".") ? "register" : cut;
    }
}
