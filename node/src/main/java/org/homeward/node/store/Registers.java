package org.homeward.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registers of a bureau, taken in batch by batch. A batch is there whole or not at all, and is taken back whole; of rows with
 * the same key the newest batch's counts.
 */
public final class Registers {
    /** Which of the two registers. */
    public enum Kind {
        /** People of the other side whom this side holds. */
        HELD,
        /** People of this side whom it seeks. */
        SOUGHT
    }

    /**
     * One file that was taken in.
     *
     * @param id assigned by the store, ascending
     * @param sha256 digest of the file, in hex
     */
    public record Batch(long id, Kind kind, String file, String sha256, int rows, String by, Instant at) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final DataSource source;
    private final TransactionTemplate transaction;

    Registers(JdbcClient jdbc, DataSource source, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.source = source;
        this.transaction = transaction;
    }

    /** Takes a table in as one batch. The same file is taken in once: again, it gives the batch that is there. */
    public Batch add(Kind kind, String file, String sha256, RegisterTable table, String by, Instant at) {
        return transaction.execute(status -> {
            Optional<Batch> there = batches(kind).stream()
                    .filter(b -> b.sha256().equals(sha256))
                    .findFirst();
            if (there.isPresent()) {
                return there.get();
            }
            long id = jdbc.sql("select coalesce(max(id), 0) + 1 from batch")
                    .query(Long.class)
                    .single();
            jdbc.sql("insert into batch (id, kind, file, sha256, row_count, by_whom, at_time, columns_json)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(List.of(id, kind.name(), file, sha256, table.size(), by, at.toString(), columns(table)))
                    .update();
            insertRows(id, kind, table);
            return new Batch(id, kind, file, sha256, table.size(), by, at);
        });
    }

    private void insertRows(long batch, Kind kind, RegisterTable table) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into register_row (batch_id, ordinal, kind, row_key, cells_json) values (?, ?, ?, ?, ?)")) {
            for (int row = 0; row < table.size(); row++) {
                insert.setLong(1, batch);
                insert.setInt(2, row);
                insert.setString(3, kind.name());
                insert.setString(4, table.id(row));
                insert.setString(5, cells(table, row));
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

    /** Takes a batch back, whole. @return whether it was there */
    public boolean undo(long batch) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("delete from register_row where batch_id = ?").param(batch).update();
            return jdbc.sql("delete from batch where id = ?").param(batch).update() == 1;
        }));
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
        return transaction.execute(status -> {
            Map<Long, List<Column>> headers = new LinkedHashMap<>();
            jdbc.sql("select id, columns_json from batch where kind = ? order by id")
                    .param(kind.name())
                    .query(rs -> {
                        headers.put(rs.getLong(1), columns(rs.getString(2)));
                    });
            List<Column> columns = new ArrayList<>();
            Set<Column> seen = new HashSet<>();
            headers.values().forEach(all -> all.stream().filter(seen::add).forEach(columns::add));
            Map<Column, Integer> places = new LinkedHashMap<>();
            columns.forEach(column -> places.put(column, places.size()));
            Map<String, @Nullable String[]> rows = new LinkedHashMap<>();
            jdbc.sql("select batch_id, row_key, cells_json from register_row where kind = ? order by batch_id, ordinal")
                    .param(kind.name())
                    .query(rs -> {
                        List<Column> header = headers.getOrDefault(rs.getLong(1), List.of());
                        @Nullable String[] cells = JSON.readValue(rs.getString(3), String[].class);
                        @Nullable String[] row = new @Nullable String[columns.size()];
                        for (int i = 0; i < header.size(); i++) {
                            row[places.getOrDefault(header.get(i), 0)] = cells[i];
                        }
                        rows.put(rs.getString(2), row);
                    });
            return new RegisterTable(columns, new ArrayList<>(rows.keySet()), new ArrayList<>(rows.values()));
        });
    }

    private static String columns(RegisterTable table) {
        List<List<String>> columns = table.columns().stream()
                .map(c -> List.of(c.header(), c.field().name()))
                .toList();
        return JSON.writeValueAsString(columns);
    }

    private static List<Column> columns(String json) {
        List<Column> columns = new ArrayList<>();
        for (String[] column : JSON.readValue(json, String[][].class)) {
            columns.add(new Column(column[0], Field.valueOf(column[1])));
        }
        return columns;
    }

    private static String cells(RegisterTable table, int row) {
        @Nullable String[] cells = new @Nullable String[table.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = table.value(row, i);
        }
        return JSON.writeValueAsString(cells);
    }
}
