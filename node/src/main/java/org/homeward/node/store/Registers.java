package org.homeward.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registers of a bureau, taken in batch by batch. A batch is there whole or not at all, and is taken back whole; of rows with
 * the same key the newest batch's counts.
 *
 * <p>What a row says of a person is sealed under that person's key ({@link PersonKeys}); beside it lies a commitment to it, and what is
 * done to a register goes into the node's own log ({@link PrivateActs}) with a digest of the commitments, so that a row which somebody
 * changes in the store is found, also after others were erased.
 */
public final class Registers {
    /** Which of the two registers. */
    public enum Kind {
        /** People of the other side whom this side holds. */
        HELD,
        /** People of this side whom it seeks. */
        SOUGHT;

        /** As the register is called in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The register that is called so. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * One file that was taken in.
     *
     * @param id assigned by the store, ascending
     * @param sha256 digest of the file, in hex
     */
    public record Batch(long id, Kind kind, String file, String sha256, int rows, String by, Instant at) {}

    /**
     * One row as its file gave it.
     *
     * @param ordinal its place in its batch, from 0
     * @param cells what its file says, in the file's order; blank cells are not there
     */
    public record Row(long batch, int ordinal, String key, Map<Column, String> cells) {
        public Row {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }
    }

    /** Who wipes: nobody asks for it but the row itself. */
    private static final String EXPIRY = "expiry";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROW = RowReader.ROW;

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Dialect dialect;
    private final Work work;
    private final PersonKeys keys;
    private final PrivateActs acts;
    private final RowReader reader;
    private final PersonTraces traces;
    private final AtomicLong changes = new AtomicLong();

    Registers(JdbcClient jdbc, DataSource source, Dialect dialect, Work work, PersonKeys keys, PrivateActs acts) {
        this.jdbc = jdbc;
        this.source = source;
        this.dialect = dialect;
        this.work = work;
        this.keys = keys;
        this.acts = acts;
        this.reader = new RowReader(keys);
        this.traces = new PersonTraces(jdbc);
    }

    /** Takes a table in as one batch. The same file is taken in once: again, it gives the batch that is there. */
    public Batch add(Kind kind, String file, String sha256, RegisterTable table, String by, Instant at) {
        List<String> persons = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            persons.add(table.id(row));
        }
        Map<String, byte[]> personKeys = keys.of(kind, persons);
        try {
            return work.write(() -> taken(kind, file, sha256, table, by, at, personKeys));
        } finally {
            changes.incrementAndGet();
        }
    }

    private Batch taken(
            Kind kind,
            String file,
            String sha256,
            RegisterTable table,
            String by,
            Instant at,
            Map<String, byte[]> personKeys) {
        dialect.aloneWithBatches(jdbc);
        Optional<Batch> there =
                batches(kind).stream().filter(b -> b.sha256().equals(sha256)).findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        long id = jdbc.sql("select coalesce(max(id), 0) + 1 from batch")
                .query(Long.class)
                .single();
        jdbc.sql("insert into batch (id, kind, file, sha256, row_count, by_whom, at_time, columns_json)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(List.of(
                        id, kind.name(), file, sha256, table.size(), by, at.toString(), RowReader.columns(table)))
                .update();
        RowsDigest digest = new RowsDigest();
        insertRows(id, kind, table, personKeys, digest);
        jdbc.sql("update register_row set newest = 0 where kind = ? and batch_id < ? and newest = 1 and row_key in"
                        + " (select n.row_key from register_row n where n.batch_id = ?)")
                .params(List.of(kind.name(), id, id))
                .update();
        acts.add("register.taken-in", by, at, new TakenIn(id, kind, table.size(), sha256, digest.hex()).text());
        return new Batch(id, kind, file, sha256, table.size(), by, at);
    }

    private void insertRows(
            long batch, Kind kind, RegisterTable table, Map<String, byte[]> personKeys, RowsDigest digest) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into register_row (batch_id, ordinal, kind, row_key, cells_json, commitment) values (?, ?, ?, ?, ?, ?)")) {
            for (int row = 0; row < table.size(); row++) {
                insert.setLong(1, batch);
                insert.setInt(2, row);
                insert.setString(3, kind.name());
                insert.setString(4, table.id(row));
                SealedCells.Sealed sealed = SealedCells.seal(
                        Objects.requireNonNull(personKeys.get(table.id(row)), "every person was given a key"),
                        kind,
                        table.id(row),
                        batch,
                        RowReader.cells(table, row));
                insert.setString(5, sealed.text());
                insert.setString(6, sealed.commitment());
                digest.add(sealed.commitment());
                insert.addBatch();
                if (row % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new org.springframework.jdbc.UncategorizedSQLException("taking a register in", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /**
     * Takes a batch back, whole. Of a person who is in no other batch nothing is left.
     *
     * @return whether it was there
     */
    public boolean undo(long batch, String by, Instant at) {
        Map<Kind, List<String>> gone = new EnumMap<>(Kind.class);
        boolean undone = work.write(() -> {
            for (Kind kind : Kind.values()) {
                gone.put(
                        kind,
                        jdbc.sql(
                                        "select row_key from register_row r where batch_id = ? and kind = ? and not exists (select 1"
                                                + " from register_row o where o.kind = r.kind and o.row_key = r.row_key"
                                                + " and o.batch_id <> r.batch_id)")
                                .params(List.of(batch, kind.name()))
                                .query(String.class)
                                .list());
            }
            // For each key that counted in this batch, the batch before it counts again.
            jdbc.sql(
                            "update register_row set newest = 1 where batch_id <> ? and (kind, row_key) in (select g.kind, g.row_key from"
                                    + " register_row g where g.batch_id = ? and g.newest = 1) and batch_id = (select max(o.batch_id)"
                                    + " from register_row o where o.kind = register_row.kind and o.row_key = register_row.row_key"
                                    + " and o.batch_id <> ?)")
                    .params(List.of(batch, batch, batch))
                    .update();
            jdbc.sql("delete from register_row where batch_id = ?").param(batch).update();
            boolean there =
                    jdbc.sql("delete from batch where id = ?").param(batch).update() == 1;
            traces.forgetErased();
            if (there) {
                acts.add("register.taken-back", by, at, "batch " + batch);
            }
            return there;
        });
        changes.incrementAndGet();
        gone.forEach(keys::destroy);
        return undone;
    }

    /** The batches of a register, oldest first. */
    public List<Batch> batches(Kind kind) {
        return jdbc.sql(
                        "select id, kind, file, sha256, row_count, by_whom, at_time from batch where kind = ? order by id")
                .param(kind.name())
                .query((rs, n) -> new Batch(
                        rs.getLong(1),
                        Kind.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getInt(5),
                        rs.getString(6),
                        Instant.parse(rs.getString(7))))
                .list();
    }

    /** The register as it stands: all batches together, each key once, in the order in which the keys first came. */
    public RegisterTable table(Kind kind) {
        // Before the picture of the store is taken: of a batch that is taken back meanwhile the keys are gone a moment
        // after its rows.
        Map<String, byte[]> personKeys = keys.all(kind);
        return work.read(() -> {
            Map<Long, List<Column>> headers = new LinkedHashMap<>();
            jdbc.sql("select id, columns_json from batch where kind = ? order by id")
                    .param(kind.name())
                    .query(rs -> {
                        headers.put(rs.getLong(1), RowReader.columns(rs.getString(2)));
                    });
            List<Column> columns = new ArrayList<>();
            Set<Column> seen = new HashSet<>();
            headers.values().forEach(all -> all.stream().filter(seen::add).forEach(columns::add));
            Map<Column, Integer> places = new LinkedHashMap<>();
            columns.forEach(column -> places.put(column, places.size()));
            Map<String, @Nullable String[]> rows = new LinkedHashMap<>();
            // Batch by batch, in the order of the primary key: nothing is sorted.
            headers.forEach((batch, header) -> {
                int[] place = header.stream()
                        .mapToInt(column -> places.getOrDefault(column, 0))
                        .toArray();
                jdbc.sql("select row_key, cells_json from register_row where batch_id = ? order by ordinal")
                        .param(batch)
                        .query(rs -> {
                            String person = rs.getString(1);
                            @Nullable
                            String[] cells = reader.opened(
                                    kind, person, batch, rs.getString(2), personKeys.get(person), place.length);
                            @Nullable String[] row = new @Nullable String[columns.size()];
                            for (int i = 0; i < place.length; i++) {
                                row[place[i]] = cells[i];
                            }
                            rows.put(person, row);
                        });
            });
            return new RegisterTable(columns, new ArrayList<>(rows.keySet()), new ArrayList<>(rows.values()));
        });
    }

    /**
     * A number that is another one after each change of a register by this process, so that what was read of it and kept in memory is
     * read again, and nobody who was wiped lives on there.
     */
    public long changes() {
        return changes.get();
    }

    /** How many keys the register has. */
    public int size(Kind kind) {
        return jdbc.sql("select count(*) from register_row where kind = ? and newest = 1")
                .param(kind.name())
                .query(Integer.class)
                .single();
    }

    /** The row of that key, the newest batch's; without reading the register. */
    public Optional<Row> row(Kind kind, String key) {
        return jdbc.sql(ROW + " where r.kind = ? and r.row_key = ? order by r.batch_id desc limit 1")
                .params(List.of(kind.name(), key))
                .query((rs, n) -> reader.row(rs))
                .optional();
    }

    /**
     * The rows that count, in the order in which they were taken in.
     *
     * @param after the last row of the page before; null for the first page
     */
    public List<Row> page(Kind kind, @Nullable Row after, int limit) {
        return jdbc.sql(ROW
                        + " where r.kind = ? and r.newest = 1 and (r.batch_id, r.ordinal) > (?, ?)"
                        + " order by r.batch_id, r.ordinal limit ?")
                .params(List.of(
                        kind.name(), after == null ? 0 : after.batch(), after == null ? -1 : after.ordinal(), limit))
                .query((rs, n) -> reader.row(rs))
                .list();
    }

    /** The row in that place, whether or not it counts. */
    public Optional<Row> at(Kind kind, long batch, int ordinal) {
        return jdbc.sql(ROW + " where r.kind = ? and r.batch_id = ? and r.ordinal = ?")
                .params(List.of(kind.name(), batch, ordinal))
                .query((rs, n) -> reader.row(rs))
                .optional();
    }

    /** All rows of that key, the oldest batch's first. */
    public List<Row> history(Kind kind, String key) {
        return jdbc.sql(ROW + " where r.kind = ? and r.row_key = ? order by r.batch_id")
                .params(List.of(kind.name(), key))
                .query((rs, n) -> reader.row(rs))
                .list();
    }

    /** All rows of those keys, each key's oldest first; one question, however many keys. */
    public Map<String, List<Row>> histories(Kind kind, Collection<String> persons) {
        Map<String, List<Row>> all = new LinkedHashMap<>();
        if (persons.isEmpty()) {
            return all;
        }
        List<Object> values = new ArrayList<>();
        values.add(kind.name());
        values.addAll(persons);
        jdbc.sql(ROW + " where r.kind = ? and r.row_key in (" + "?, ".repeat(persons.size() - 1) + "?)"
                        + " order by r.batch_id, r.ordinal")
                .params(values)
                .query((rs, n) -> reader.row(rs))
                .list()
                .forEach(row ->
                        all.computeIfAbsent(row.key(), k -> new ArrayList<>()).add(row));
        return all;
    }

    /** Shows every row of every batch, the oldest batch's first; none is kept meanwhile. */
    public void each(Kind kind, Consumer<Row> shown) {
        Map<String, byte[]> personKeys = keys.all(kind);
        work.read(() -> {
            for (long batch : batches(kind).stream().map(Batch::id).toList()) {
                List<Column> columns = new ArrayList<>();
                jdbc.sql(ROW + " where r.batch_id = ? order by r.ordinal")
                        .param(batch)
                        .query(rs -> {
                            if (columns.isEmpty()) {
                                columns.addAll(RowReader.columns(rs.getString(4)));
                            }
                            shown.accept(reader.row(rs, columns, personKeys.get(rs.getString(3))));
                        });
            }
            return true;
        });
    }

    /**
     * Wipes what has passed its expiry: of a key whose newest row says that it expires before {@code at}, every row of every batch
     * keeps its key and the expiry alone.
     *
     * @return how many rows were wiped now
     */
    public int expire(Instant at) {
        int wiped = work.write(() -> {
            dialect.aloneWithBatches(jdbc);
            int count = 0;
            for (Kind kind : Kind.values()) {
                List<Long> withExpiry = jdbc.sql("select id from batch where kind = ? and columns_json like ?")
                        .params(List.of(kind.name(), "%\"" + Field.EXPIRY.name() + "\"%"))
                        .query(Long.class)
                        .list();
                for (long batch : withExpiry) {
                    List<Row> rows = jdbc.sql(ROW + " where r.batch_id = ? order by r.ordinal")
                            .param(batch)
                            .query((rs, n) -> reader.row(rs))
                            .list();
                    for (Row row : rows) {
                        if (expiry(row).map(e -> e.isBefore(at)).orElse(false)
                                && row(kind, row.key()).map(Row::batch).orElse(batch) == batch) {
                            List<Row> wipedRows = history(kind, row.key()).stream()
                                    .filter(this::wipe)
                                    .toList();
                            if (!wipedRows.isEmpty()) {
                                acts.add("register.wiped", EXPIRY, at, places(kind, wipedRows));
                            }
                            count += wipedRows.size();
                        }
                    }
                }
            }
            return count;
        });
        if (wiped > 0) {
            changes.incrementAndGet();
        }
        destroyKeysOfErased();
        return wiped;
    }

    private static String places(Kind kind, List<Row> rows) {
        return kind
                + rows.stream().map(r -> " " + r.batch() + "/" + r.ordinal()).collect(Collectors.joining());
    }

    /** After the rows, so that a stop in between is made good by the next call: whoever has no sealed row needs no key. */
    private void destroyKeysOfErased() {
        work.write(traces::forgetErased);
        for (Kind kind : Kind.values()) {
            keys.destroy(
                    kind,
                    work.read(() -> jdbc.sql("select row_key from register_row where kind = ? group by row_key"
                                    + " having sum(case when cells_json like '[%' then 0 else 1 end) = 0")
                            .param(kind.name())
                            .query(String.class)
                            .list()));
        }
    }

    private boolean wipe(Row row) {
        if (row.cells().keySet().stream().allMatch(Registers::outlives)) {
            return false;
        }
        List<Column> columns = RowReader.columns(jdbc.sql("select columns_json from batch where id = ?")
                .param(row.batch())
                .query(String.class)
                .single());
        @Nullable String[] left = new @Nullable String[columns.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = outlives(columns.get(i)) ? row.cells().get(columns.get(i)) : null;
        }
        return jdbc.sql("update register_row set cells_json = ? where batch_id = ? and ordinal = ?")
                        .params(List.of(JSON.writeValueAsString(left), row.batch(), row.ordinal()))
                        .update()
                == 1;
    }

    /** What PFIF leaves of an expired record: its id and its dates. */
    private static boolean outlives(Column column) {
        return column.field() == Field.ID
                || column.field() == Field.EXPIRY
                || column.header().equals("source_date")
                || column.header().equals("entry_date");
    }

    /** A day without a time ends with the day, in UTC. */
    private static Optional<Instant> expiry(Row row) {
        return row.cells().entrySet().stream()
                .filter(e -> e.getKey().field() == Field.EXPIRY)
                .map(Map.Entry::getValue)
                .findFirst()
                .flatMap(written -> {
                    try {
                        return Optional.of(
                                written.length() == 10
                                        ? java.time.LocalDate.parse(written)
                                                .plusDays(1)
                                                .atStartOfDay(java.time.ZoneOffset.UTC)
                                                .toInstant()
                                        : Instant.parse(written));
                    } catch (java.time.format.DateTimeParseException e) {
                        return Optional.empty();
                    }
                });
    }
}
