package org.homeward.node.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people asked to carry out of this node as a file, and who let them. Safe for threads. */
public final class ExportRequests {
    /**
     * One request.
     *
     * @param kind what is carried out, as a short name
     * @param subject of which case, register and filter, without names of persons
     * @param lines how many lines the view had when it was asked for
     * @param digest SHA-256 in hex of those lines, so that what is carried out is what the second person saw
     * @param decidedBy the second person, or null as long as nobody looked
     * @param allowed his word; meaningless before
     * @param takenAt when it was carried out, or null
     */
    public record Request(
            long id,
            String kind,
            String subject,
            int lines,
            String digest,
            String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            boolean allowed,
            @Nullable Instant takenAt) {}

    private static final String ALL = "select id, kind, subject, lines, digest, reason, asked_by, asked_at, decided_by,"
            + " allowed, taken_at from export_request ";
    private static final RowMapper<Request> REQUEST = (rs, n) -> new Request(
            rs.getLong(1),
            rs.getString(2),
            rs.getString(3),
            rs.getInt(4),
            rs.getString(5),
            rs.getString(6),
            rs.getString(7),
            Instant.parse(rs.getString(8)),
            rs.getString(9),
            rs.getInt(10) == 1,
            rs.getString(11) == null ? null : Instant.parse(rs.getString(11)));

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;

    ExportRequests(JdbcClient jdbc, Work work, PrivateActs acts) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
    }

    /** @return its number, which the file will bear */
    public long ask(String kind, String subject, int lines, String digest, String reason, String by, Instant at) {
        return work.write(() -> {
            acts.add("export", by, at, kind + " " + subject + " " + lines + " " + digest);
            jdbc.sql("insert into export_request (kind, subject, lines, digest, reason, asked_by, asked_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(List.of(kind, subject, lines, digest, reason, by, at.toString()))
                    .update();
            return jdbc.sql("select max(id) from export_request where asked_by = ?")
                    .param(by)
                    .query(Long.class)
                    .single();
        });
    }

    public Optional<Request> find(long id) {
        return jdbc.sql(ALL + "where id = ?").param(id).query(REQUEST).optional();
    }

    /** Whether a second person has allowed that person that subject, asked for after a time. */
    public boolean isAllowed(String kind, String subject, String by, Instant after) {
        return jdbc.sql("select count(*) from export_request where kind = ? and subject = ? and asked_by = ?"
                                + " and allowed = 1 and asked_at > ?")
                        .params(List.of(kind, subject, by, after.toString()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The newest first, at most {@code limit}. */
    public List<Request> newest(int limit) {
        return jdbc.sql(ALL + "order by id desc limit ?")
                .param(limit)
                .query(REQUEST)
                .list();
    }

    /** @return whether it counts: nobody had decided, and it is not his own */
    public boolean decide(long id, boolean allowed, String by, Instant at) {
        return work.write(() -> {
            boolean done = jdbc.sql("update export_request set decided_by = ?, decided_at = ?, allowed = ?"
                                    + " where id = ? and asked_by <> ? and decided_by is null")
                            .params(List.of(by, at.toString(), allowed ? 1 : 0, id, by))
                            .update()
                    == 1;
            if (done) {
                acts.add(allowed ? "export-allowed" : "export-refused", by, at, String.valueOf(id));
            }
            return done;
        });
    }

    /** Marks that it is carried out now: once. @return whether it was the first time */
    public boolean take(long id, String by, Instant at) {
        return work.write(() -> {
            boolean first = jdbc.sql("update export_request set taken_at = ? where id = ? and taken_at is null")
                            .params(List.of(at.toString(), id))
                            .update()
                    == 1;
            if (first) {
                acts.add("export-taken", by, at, String.valueOf(id));
            }
            return first;
        });
    }
}
