package org.homeward.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.homeward.ledger.vault.Sealing;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the persons in the registers: a random key for each, under which all that the store holds of him is sealed. Where
 * the key is destroyed, the store, its log, its copies and its backups hold nothing of him any more.
 *
 * <p>They lie in a folder of their own, apart from the store whatever engine that has, so that its backups can be few and
 * short-lived. Each is wrapped under the owner's key of that folder and bound to its person. A key is kept before a row is sealed
 * under it and destroyed after the rows are gone: a crash in between leaves a key too many, which {@link Registers#expire} takes away.
 *
 * <p>Limits: a journaling file system or a flash disk may keep old blocks of a deleted page. SQLite overwrites what it deletes here
 * ({@code secure_delete}) and empties its log; what was under it is wrapped, and the owner's key lies in a file that is never rewritten.
 * Safe for threads.
 */
public final class PersonKeys implements AutoCloseable {
    /** The files of the folder. */
    static final String DATABASE = "persons.db";

    static final String OWNER = "owner.key";

    private final Connection connection;
    private final byte[] owner;
    private final SecureRandom random = new SecureRandom();

    private PersonKeys(Connection connection, byte[] owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /**
     * Opens or makes the keys in that folder.
     *
     * @throws StoreRefusal when they are damaged, or one of the two files is there without the other
     */
    public static PersonKeys open(Path folder) throws StoreRefusal {
        Path database = folder.resolve(DATABASE);
        Path ownerFile = folder.resolve(OWNER);
        try {
            Files.createDirectories(folder);
            if (Files.exists(database) && !Files.exists(ownerFile)) {
                throw StoreRefusal.damaged(ownerFile.toString(), new IOException("the owner's key is missing"));
            }
            byte[] owner = Files.exists(ownerFile) ? Files.readAllBytes(ownerFile) : makeOwner(ownerFile);
            if (owner.length != Sealing.KEY_LENGTH) {
                throw StoreRefusal.damaged(ownerFile.toString(), new IOException("the owner's key has another length"));
            }
            Properties config = new Properties();
            config.setProperty("journal_mode", "WAL");
            config.setProperty("synchronous", "FULL");
            config.setProperty("transaction_mode", "IMMEDIATE");
            config.setProperty("busy_timeout", "10000");
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database.toAbsolutePath(), config);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma secure_delete = on");
                statement.execute("create table if not exists person_key (kind text not null, row_key text not null,"
                        + " wrapped blob not null, primary key (kind, row_key)) strict, without rowid");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new PersonKeys(connection, owner);
        } catch (SQLException | IOException e) {
            throw StoreRefusal.of(database.toString(), e);
        }
    }

    /** Whether there are keys in that folder, whoever's. */
    static boolean isThere(Path folder) {
        return Files.exists(folder.resolve(DATABASE));
    }

    private static byte[] makeOwner(Path file) throws IOException {
        byte[] owner = new byte[Sealing.KEY_LENGTH];
        new SecureRandom().nextBytes(owner);
        Path fresh = file.resolveSibling(OWNER + ".new");
        Files.deleteIfExists(fresh);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(owner));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return owner;
    }

    /** The keys of those persons; a person who has none gets one, durable when this returns. */
    synchronized Map<String, byte[]> of(Registers.Kind kind, Collection<String> persons) {
        Map<String, byte[]> keys = new HashMap<>(persons.size() * 2);
        for (String person : persons) {
            byte @Nullable [] key = find(kind, person);
            if (key != null) {
                keys.put(person, key);
            }
        }
        Set<String> without = new HashSet<>(persons);
        without.removeAll(keys.keySet());
        if (without.isEmpty()) {
            return keys;
        }
        transaction(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into person_key (kind, row_key, wrapped) values (?, ?, ?)")) {
                for (String person : without) {
                    byte[] key = new byte[Sealing.KEY_LENGTH];
                    random.nextBytes(key);
                    keys.put(person, key);
                    insert.setString(1, kind.name());
                    insert.setString(2, person);
                    insert.setBytes(3, Sealing.seal(owner, place(kind, person), key, random));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
        return keys;
    }

    /** The person's key, or null where he has none: he was erased. */
    synchronized byte @Nullable [] find(Registers.Kind kind, String person) {
        try (PreparedStatement select =
                connection.prepareStatement("select wrapped from person_key where kind = ? and row_key = ?")) {
            select.setString(1, kind.name());
            select.setString(2, person);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? unwrap(kind, person, found.getBytes(1)) : null;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All keys of a register. */
    synchronized Map<String, byte[]> all(Registers.Kind kind) {
        Map<String, byte[]> keys = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select row_key, wrapped from person_key where kind = ?")) {
            select.setString(1, kind.name());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    keys.put(found.getString(1), unwrap(kind, found.getString(1), found.getBytes(2)));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return keys;
    }

    /** Destroys the keys of those persons: what is sealed under them opens for nobody any more. */
    synchronized void destroy(Registers.Kind kind, Collection<String> persons) {
        if (persons.isEmpty()) {
            return;
        }
        transaction(() -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from person_key where kind = ? and row_key = ?")) {
                for (String person : persons) {
                    delete.setString(1, kind.name());
                    delete.setString(2, person);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        });
        try (Statement statement = connection.createStatement()) {
            // The pages as they were are in the log until it is emptied.
            statement.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private byte[] unwrap(Registers.Kind kind, String person, byte[] wrapped) {
        byte @Nullable [] key = Sealing.open(owner, place(kind, person), wrapped);
        if (key == null) {
            throw new IllegalStateException(
                    "the keys of the persons were changed, or the owner's key is another's: restore them from their backup");
        }
        return key;
    }

    private static String place(Registers.Kind kind, String person) {
        return "person\n" + kind + "\n" + person;
    }

    private interface Change {
        void run() throws SQLException;
    }

    private void transaction(Change change) {
        try {
            connection.setAutoCommit(false);
            try {
                change.run();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(SQLException e) {
        return new java.io.UncheckedIOException(
                new IOException(StoreRefusal.of("of the persons' keys", e).getMessage(), e));
    }

    /** Writes a consistent copy into a new folder, for a backup of the keys alone. */
    public static void copy(Path folder, Path target) throws StoreRefusal, IOException {
        Files.createDirectories(target);
        Store.copy(folder.resolve(DATABASE), target.resolve(DATABASE));
        Files.copy(folder.resolve(OWNER), target.resolve(OWNER));
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
