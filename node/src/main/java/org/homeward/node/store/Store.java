package org.homeward.node.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * An open store. Safe for threads.
 *
 * <p>SQLite has one writer: its pool holds one connection, so that writers queue here and not in the file; every commit is
 * forced to the disk ({@code synchronous=FULL}). A write that the disk or the server fails throws an {@link
 * java.io.UncheckedIOException} with a sentence, and nothing of it is there.
 */
public final class Store implements AutoCloseable {
    /** Where the keys of the persons lie beside an embedded store. */
    public static final String PERSONS = "persons";

    private final HikariDataSource pool;
    private final Registers registers;
    private final ReadLog readLog;
    private final PersonKeys keys;
    private final PrivateActs acts;
    private final RowsCheck rowsCheck;
    private final Reviews reviews;
    private final DutyEvents dutyEvents;
    private final Holds holds;
    private final Boards boards;
    private final Families families;
    private final Figures figures;
    private final Remains remains;
    private final Wishes wishes;
    private final ReleaseSignatures releaseSignatures;
    private final Statements statements;
    private final CaseGrants caseGrants;
    private final BrokenGlass brokenGlass;
    private final ExportRequests exportRequests;
    private final Claims claims;
    private final Papers papers;
    private final Twins twins;
    private final Dossiers dossiers;

    private Store(HikariDataSource pool, Dialect dialect, String name, PersonKeys keys) {
        this.pool = pool;
        this.keys = keys;
        JdbcClient jdbc = JdbcClient.create(pool);
        Work work = new Work(name, dialect, new DataSourceTransactionManager(pool));
        this.acts = new PrivateActs(jdbc, dialect, work);
        this.registers = new Registers(jdbc, pool, dialect, work, keys, acts);
        this.readLog = new ReadLog(jdbc, work, acts);
        this.dutyEvents = new DutyEvents(jdbc, work, acts);
        this.reviews = new Reviews(jdbc, work, acts);
        this.rowsCheck = new RowsCheck(jdbc, keys);
        OlderRows.seal(jdbc, dialect, work, keys, acts);
        this.holds = new Holds(jdbc, work);
        this.boards = new Boards(jdbc, work);
        this.families = new Families(jdbc, work);
        this.figures = new Figures(jdbc, work);
        this.remains = new Remains(jdbc, work);
        this.wishes = new Wishes(jdbc, work);
        releaseSignatures = new ReleaseSignatures(jdbc);
        this.statements = new Statements(jdbc, work);
        this.caseGrants = new CaseGrants(jdbc, work, acts);
        this.brokenGlass = new BrokenGlass(jdbc, work, acts);
        this.exportRequests = new ExportRequests(jdbc, work, acts);
        PersonSeal seal = new PersonSeal(keys);
        this.claims = new Claims(jdbc, work, acts, seal);
        this.papers = new Papers(jdbc, work, acts, seal);
        this.twins = new Twins(jdbc, work, acts);
        this.dossiers = new Dossiers(jdbc, work, acts, seal);
    }

    /**
     * Opens or makes the embedded store in that file, and checks the whole of one that is there. The keys of the persons lie in the
     * folder {@value #PERSONS} beside it.
     */
    public static Store embedded(Path file) throws StoreRefusal {
        return embedded(file, Map.of());
    }

    static Store embedded(Path file, Map<String, String> pragmas) throws StoreRefusal {
        check(file);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "10000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        pragmas.forEach(config::addDataSourceProperty);
        return open(config, Dialect.SQLITE, file.toString(), file.resolveSibling(PERSONS));
    }

    /**
     * Opens or makes the store in a PostgreSQL database ({@code jdbc:postgresql://...}, with its user and password).
     *
     * @param persons the folder of the persons' keys: they are never in the database, whose backups others may keep
     */
    public static Store postgresql(String url, Path persons) throws StoreRefusal {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        // What the address holds of a password must not reach a message.
        return open(config, Dialect.POSTGRESQL, url.replaceAll("\\?.*", "").replaceAll("//[^@/]*@", "//"), persons);
    }

    /**
     * Writes a consistent copy of the embedded store in a file into a new file, which holds no free pages and needs no log
     * beside it. The original is read only.
     */
    public static void copy(Path file, Path target) throws StoreRefusal {
        check(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "vacuum into '" + target.toAbsolutePath().toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            throw StoreRefusal.of(file.toString(), e);
        }
    }

    private static Store open(HikariConfig config, Dialect dialect, String name, Path persons) throws StoreRefusal {
        config.setAutoCommit(true);
        config.setConnectionTimeout(10_000);
        // Tried once: whoever starts the node is told now.
        config.setInitializationFailTimeout(1);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            migrate(pool, dialect, name);
            if (!PersonKeys.isThere(persons) && hasSealedRows(pool)) {
                throw StoreRefusal.withoutKeys(name, persons.toString());
            }
            return new Store(pool, dialect, name, PersonKeys.open(persons));
        } catch (RuntimeException | StoreRefusal e) {
            if (pool != null) {
                pool.close();
            }
            throw e instanceof StoreRefusal refusal ? refusal : StoreRefusal.of(name, e);
        }
    }

    /** A store whose keys were lost must not look as if everybody in it had been erased. */
    private static boolean hasSealedRows(DataSource pool) {
        return JdbcClient.create(pool)
                .sql("select 1 from register_row where commitment is not null and cells_json not like '[%' limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Finds damage before anything is written: SQLite itself meets a bad page only when it happens to read it. */
    private static void check(Path file) throws StoreRefusal {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("pragma quick_check(1)")) {
            if (!found.next() || !"ok".equals(found.getString(1))) {
                throw StoreRefusal.damaged(file.toString(), new SQLException("quick_check found damage"));
            }
        } catch (SQLException e) {
            throw StoreRefusal.of(file.toString(), e);
        }
    }

    private static void migrate(DataSource pool, Dialect dialect, String name) throws StoreRefusal {
        // No pattern is ignored: a migration in the store that this program does not know is a newer program's.
        Flyway flyway = Flyway.configure(Store.class.getClassLoader())
                .dataSource(pool)
                .locations(dialect.migrations())
                .ignoreMigrationPatterns(new String[0])
                .load();
        for (MigrationInfo applied : flyway.info().applied()) {
            if (!applied.getState().isResolved()) {
                throw StoreRefusal.newer(name, String.valueOf(applied.getVersion()));
            }
        }
        flyway.migrate();
    }

    /** The two registers. */
    public Registers registers() {
        return registers;
    }

    /** Who read what. */
    public CaseGrants caseGrants() {
        return caseGrants;
    }

    public BrokenGlass brokenGlass() {
        return brokenGlass;
    }

    public ExportRequests exportRequests() {
        return exportRequests;
    }

    public Holds holds() {
        return holds;
    }

    /** What medical boards decided of held people. */
    public Boards boards() {
        return boards;
    }

    public ReadLog readLog() {
        return readLog;
    }

    /** What was done on this node, on its way into the node's own log. */
    public PrivateActs privateActs() {
        return acts;
    }

    /** What people said of the pairs that the engine proposed. */
    public Reviews reviews() {
        return reviews;
    }

    /** What was done for people who are held. */
    public DutyEvents dutyEvents() {
        return dutyEvents;
    }

    /** Compares rows with what was committed to. */
    public RowsCheck rowsCheck() {
        return rowsCheck;
    }

    /** Verified kin, and what they were told. */
    public Families families() {
        return families;
    }

    /** Figures for the public. */
    public Figures figures() {
        return figures;
    }

    /** What people told a neutral. */
    public Wishes wishes() {
        return wishes;
    }

    /** What people concluded of remains. */
    public Remains remains() {
        return remains;
    }

    /** Who let out what, by whose signature. */
    public ReleaseSignatures releaseSignatures() {
        return releaseSignatures;
    }

    /** Whom returned people saw. */
    public Statements statements() {
        return statements;
    }

    /** What people said of claims that somebody is dead. */
    public Claims claims() {
        return claims;
    }

    /** Pictures of people and of papers about them. */
    public Papers papers() {
        return papers;
    }

    /** What people said of two rows that may be one person. */
    public Twins twins() {
        return twins;
    }

    /** What people wrote down of a person, and the forms printed for him. */
    public Dossiers dossiers() {
        return dossiers;
    }

    @Override
    public void close() {
        pool.close();
        keys.close();
    }
}
