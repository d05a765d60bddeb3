package org.homeward.node.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.store.PersonKeys;
import org.homeward.node.store.Store;
import org.homeward.node.store.StoreRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a node's home: a ZIP file with the settings, the people, every case with its acts, drafts, notes and joint log, a
 * consistent copy of the embedded store, and the SHA-256 of each.
 *
 * <p>The keys of the persons in the registers go into a second file beside it ({@link #personsFile}), which is kept for {@value #DAYS} days
 * at most: with the last of these files that has a person's key, what the backups hold of an erased person is gone.
 *
 * <p>The node stands still meanwhile, so that an act and what belongs to it are both in the backup or neither. The keys are left
 * out unless asked for: whoever holds a node's keys speaks for it, so they are kept in another place than its data.
 */
public final class Backup {
    private static final Set<String> KEYS = Set.of("identity.json", "test-operators.json");
    /** What belongs to one run of the node, or is taken from the store in another way. */
    private static final Set<String> LEFT_OUT = Set.of("node.lock", "node.url", "node.control");

    private static final Path STORE = Path.of("store");
    private static final Path PERSONS = STORE.resolve(Store.PERSONS);
    private static final Path DATABASE = STORE.resolve("homeward.db");

    /** How many days the persons' keys of a backup may be kept. */
    public static final int DAYS = 30;

    private Backup() {}

    /** Where the persons' keys of a backup lie. */
    public static Path personsFile(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".persons");
    }

    /** What became of a backup or a restore. */
    public sealed interface Outcome {
        /**
         * It is done, whole and forced to the disk.
         *
         * @param node the node's id
         * @param keys whether its keys are in it
         * @param persons whether the persons' keys were written beside it, or put back
         * @param bytes of all files together
         */
        record Done(String node, boolean keys, boolean persons, int files, long bytes) implements Outcome {}

        /** Nothing was written, and why. */
        record Refused(String sentence) implements Outcome {}
    }

    /**
     * Writes a backup of a node that does not run.
     *
     * @param target a file that is not there yet
     * @param withKeys whether the node's keys go in
     * @throws IOException when the disk fails; then there is no backup
     */
    public static Outcome write(Path home, Path target, boolean withKeys) throws IOException {
        for (Path file : List.of(target, personsFile(target))) {
            if (Files.exists(file)) {
                return new Outcome.Refused(
                        "The file " + file + " is there already: name a new one; nothing is written over.");
            }
        }
        NodeConfig config;
        try {
            config = NodeConfig.load(home);
        } catch (NodeConfig.BadConfigException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
        if (config.store() != null) {
            return new Outcome.Refused(
                    "The store of this node is a PostgreSQL database: stop the node, take the database"
                            + " with pg_dump and copy the folder " + home + "; both belong together.");
        }
        Optional<HomeLock> lock = HomeLock.take(home);
        if (lock.isEmpty()) {
            return new Outcome.Refused(
                    "A node runs in " + home + ": stop it first, so that the backup is of one moment.");
        }
        try (HomeLock held = lock.get()) {
            return archive(home, target, config.id(), withKeys);
        }
    }

    private static Outcome archive(Path home, Path target, String node, boolean withKeys) throws IOException {
        Path parent = parent(target);
        // Made readable by its owner only: it holds what the home holds.
        Path made = Files.createTempFile(parent, ".backup", ".new");
        Path database = parent.resolve(made.getFileName() + ".db");
        try {
            Archive.Writer writer = new Archive.Writer(made);
            try (writer) {
                for (Path file : files(home, withKeys)) {
                    writer.add(name(home.relativize(file)), file);
                }
                if (Files.exists(home.resolve(DATABASE))) {
                    Store.copy(home.resolve(DATABASE), database);
                    writer.add(name(DATABASE), database);
                }
                writer.finish(node, withKeys);
            }
            force(made);
            // First the keys: a backup without them would look whole.
            boolean persons = persons(home, node, personsFile(target));
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
            force(parent);
            return new Outcome.Done(node, withKeys, persons, writer.files(), writer.bytes());
        } catch (StoreRefusal e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(database);
        }
    }

    private static boolean persons(Path home, String node, Path target) throws IOException, StoreRefusal {
        if (!Files.isDirectory(home.resolve(PERSONS))) {
            return false;
        }
        Path parent = parent(target);
        Path copy = Files.createTempDirectory(parent, ".backup");
        Path made = Files.createTempFile(parent, ".backup", ".new");
        try {
            PersonKeys.copy(home.resolve(PERSONS), copy);
            try (Archive.Writer writer = new Archive.Writer(made);
                    Stream<Path> files = Files.list(copy)) {
                for (Path file : files.sorted().toList()) {
                    writer.add(name(PERSONS.resolve(file.getFileName().toString())), file);
                }
                writer.finish(node, false);
            }
            force(made);
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            delete(copy);
            Files.deleteIfExists(made);
        }
    }

    private static List<Path> files(Path home, boolean withKeys) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.sorted().toList()) {
                Path path = home.relativize(file);
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || path.startsWith(STORE)) {
                    continue;
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(
                            "The file " + file + " is a link or a device, which no node makes: take it away.");
                }
                // A ".new" file is one that a stopped write left: it was never acknowledged.
                boolean unfinished = name(path).endsWith(".new");
                // A register on its way in, which a stop left: the store has it or nobody does.
                boolean intake = name(path).matches("intake\\d+\\.csv");
                if (!unfinished
                        && !intake
                        && !LEFT_OUT.contains(name(path))
                        && (withKeys || !KEYS.contains(name(path)))) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /**
     * Makes a home of a backup. Every file is compared with its digest before any of it is in its place.
     *
     * @param home a folder that is not there yet, or empty
     * @param withoutPersons whether a backup whose persons' keys are destroyed is wanted all the same: acts, people and logs without
     *     the rows of the registers
     * @throws IOException when the disk fails; then the home is as it was
     */
    public static Outcome restore(Path backup, Path home, boolean withoutPersons) throws IOException {
        if (!Files.isRegularFile(backup)) {
            return new Outcome.Refused("The backup " + backup + " is not there.");
        }
        if (Files.exists(home) && !isEmptyFolder(home)) {
            return new Outcome.Refused(
                    "The folder " + home + " is not empty: name a new one; nothing is written over.");
        }
        Path parent = parent(home);
        Files.createDirectories(parent);
        Path made = Files.createTempDirectory(parent, ".restore");
        try {
            Manifest manifest = Archive.extract(backup, made);
            Path persons = personsFile(backup);
            boolean registers = Files.exists(made.resolve(DATABASE));
            if (registers && !withoutPersons) {
                if (!Files.isRegularFile(persons)) {
                    return new Outcome.Refused("The persons' keys of this backup, " + persons
                            + ", are not there: without them no row of the registers can be read. Put the file beside"
                            + " the backup, or restore the rest with --without-persons.");
                }
                Manifest keys = Archive.extract(persons, made);
                if (!keys.node().equals(manifest.node())) {
                    return new Outcome.Refused("The persons' keys in " + persons + " are those of another node.");
                }
            } else if (registers) {
                // Without it the store is refused, as one whose keys were lost.
                PersonKeys.open(made.resolve(PERSONS)).close();
            }
            force(made);
            Files.move(made, home, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(parent);
            return new Outcome.Done(
                    manifest.node(),
                    manifest.keys(),
                    registers && !withoutPersons,
                    manifest.files().size(),
                    manifest.files().stream().mapToLong(Manifest.Item::size).sum());
        } catch (StoreRefusal e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (Archive.DamagedException e) {
            return new Outcome.Refused("The backup " + backup + " cannot be used: " + e.getMessage() + ".");
        } finally {
            delete(made);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static Path parent(Path path) {
        @Nullable Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
