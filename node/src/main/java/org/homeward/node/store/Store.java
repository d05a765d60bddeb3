package org.homeward.node.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.homeward.node.store.StoreRefusal.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An open store. Safe for threads.
 *
 * <p>SQLite has one writer: its pool holds one connection, so that writers queue here and not in the file; every commit is
 * forced to the disk ({@code synchronous=FULL}).
 */
public final class Store implements AutoCloseable {
    private final HikariDataSource pool;
    private final Registers registers;
    private final ReadLog readLog;

    private Store(HikariDataSource pool) {
        this.pool = pool;
        JdbcClient jdbc = JdbcClient.create(pool);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        this.registers = new Registers(jdbc, pool, transaction);
        this.readLog = new ReadLog(jdbc);
    }

    /** Opens or makes the embedded store in that file. */
    public static Store embedded(Path file) throws StoreRefusal {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "10000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return open(config, "sqlite", file.toString());
    }

    /** Opens or makes the store in a PostgreSQL database ({@code jdbc:postgresql://...}, with its user and password). */
    public static Store postgresql(String url) throws StoreRefusal {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        // What the address holds of a password must not reach a message.
        return open(config, "postgresql", url.replaceAll("\\?.*", "").replaceAll("//[^@/]*@", "//"));
    }

    private static Store open(HikariConfig config, String dialect, String name) throws StoreRefusal {
        config.setAutoCommit(true);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(5_000);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            migrate(pool, dialect, name);
            return new Store(pool);
        } catch (RuntimeException | StoreRefusal e) {
            if (pool != null) {
                pool.close();
            }
            if (e instanceof StoreRefusal refusal) {
                throw refusal;
            }
            throw refusal(name, e);
        }
    }

    private static void migrate(DataSource pool, String dialect, String name) throws StoreRefusal {
        // No pattern is ignored: a migration in the store that this program does not know is a newer program's.
        Flyway flyway = Flyway.configure(Store.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/" + dialect)
                .ignoreMigrationPatterns(new String[0])
                .load();
        for (MigrationInfo applied : flyway.info().applied()) {
            if (!applied.getState().isResolved()) {
                throw new StoreRefusal(
                        Code.NEWER,
                        "The store " + name + " was written by a newer version of Homeward: start that version, or"
                                + " restore an older backup.",
                        new IllegalStateException("migration " + applied.getVersion() + " is not known"));
            }
        }
        flyway.migrate();
    }

    static StoreRefusal refusal(String name, Exception e) {
        String all = chain(e);
        if (all.contains("SQLITE_FULL") || all.contains("disk is full") || all.contains("No space left")) {
            return new StoreRefusal(
                    Code.FULL, "There is no room left for the store " + name + ": make room and start again.", e);
        }
        if (all.contains("SQLITE_NOTADB") || all.contains("SQLITE_CORRUPT") || all.contains("malformed")) {
            return new StoreRefusal(
                    Code.DAMAGED, "The file " + name + " is not a store, or is damaged: restore the backup.", e);
        }
        if (name.startsWith("jdbc:postgresql")) {
            return new StoreRefusal(
                    Code.UNREACHABLE,
                    "The database " + name + " does not answer or does not let this node in: check that it runs, its"
                            + " name, and the user and password.",
                    e);
        }
        return new StoreRefusal(Code.DAMAGED, "The store " + name + " cannot be opened: restore the backup.", e);
    }

    private static String chain(Throwable e) {
        StringBuilder all = new StringBuilder();
        for (Throwable at = e; at != null; at = at.getCause()) {
            all.append(at.getMessage()).append('\n');
        }
        return all.toString();
    }

    /** The two registers. */
    public Registers registers() {
        return registers;
    }

    /** Who read what. */
    public ReadLog readLog() {
        return readLog;
    }

    /** Writes a consistent copy of an embedded store into a new file. */
    public void copyTo(Path file) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum into '" + file.toAbsolutePath().toString().replace("'", "''") + "'");
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
