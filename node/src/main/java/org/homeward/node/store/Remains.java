package org.homeward.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people concluded of remains, step by step. Each step takes two people, and so does taking it back: the second one's update names the
 * first and changes nothing when both are the same. Nothing is deleted. Safe for threads.
 */
public final class Remains {
    /** What a step says. */
    public enum Kind {
        /** Two parts are of one person. */
        JOIN,
        /** A part is, provisionally, of somebody sought. */
        NAME
    }

    /** By what it was concluded. */
    public enum Method {
        DNA,
        /** Bone or object fits to the other. */
        FIT,
        DOCUMENT,
        BELONGINGS,
        STATEMENT,
        OTHER
    }

    /** How far a step is. */
    public enum Standing {
        /** Waits for a second person. */
        ASKED,
        STANDS,
        /** Stands; one person has asked to take it back. */
        UNDO_ASKED,
        UNDONE
    }

    /**
     * A step.
     *
     * @param part as {@code case/day/bag} or {@code case/day/bag/fragment}
     * @param other the other part, or a dossier of the register of those sought
     * @param reason with number and date of the paper
     * @param doneBy the second person; empty until then, as are the next three
     */
    public record Step(
            String id,
            Kind kind,
            String part,
            String other,
            Method method,
            String reason,
            String askedBy,
            Instant askedAt,
            String doneBy,
            String undoReason,
            String undoBy,
            String undoneBy) {
        public Standing standing() {
            if (!undoneBy.isEmpty()) {
                return Standing.UNDONE;
            }
            if (doneBy.isEmpty()) {
                return Standing.ASKED;
            }
            return undoBy.isEmpty() ? Standing.STANDS : Standing.UNDO_ASKED;
        }
    }

    private final JdbcClient jdbc;
    private final Work work;

    Remains(JdbcClient jdbc, Work work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** A first person's conclusion. */
    public void ask(Step s) {
        work.write(() -> jdbc.sql("insert into remains_step (id, kind, part, other, method, reason, asked_by, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(List.of(
                        s.id(),
                        s.kind().name(),
                        s.part(),
                        s.other(),
                        s.method().name(),
                        s.reason(),
                        s.askedBy(),
                        s.askedAt().toString()))
                .update());
    }

    /** The second person's. @return whether it counted */
    public boolean confirm(String id, String by, Instant at) {
        return update(
                "update remains_step set done_by = ?, done_at = ? where id = ? and done_by = '' and undone_by = ''"
                        + " and asked_by <> ?",
                List.of(by, at.toString(), id, by));
    }

    /** Asks that a step that stands be taken back. @return whether it counted */
    public boolean askBack(String id, String by, String reason, Instant at) {
        return update(
                "update remains_step set undo_by = ?, undo_reason = ?, undo_at = ? where id = ? and done_by <> ''"
                        + " and undo_by = '' and undone_by = ''",
                List.of(by, reason, at.toString(), id));
    }

    /** The second person takes it back. @return whether it counted */
    public boolean takeBack(String id, String by, Instant at) {
        return update(
                "update remains_step set undone_by = ?, undone_at = ? where id = ? and undo_by <> '' and undo_by <> ?"
                        + " and undone_by = ''",
                List.of(by, at.toString(), id, by));
    }

    /** Ends a step that nobody confirmed, or a wish to take one back: whoever asked says that it was a mistake. @return whether it counted */
    public boolean drop(String id, String by, Instant at) {
        return update(
                        "update remains_step set undone_by = ?, undone_at = ?, undo_by = ?, undo_reason = 'dropped'"
                                + " where id = ? and done_by = '' and undone_by = '' and asked_by = ?",
                        List.of(by, at.toString(), by, id, by))
                || update(
                        "update remains_step set undo_by = '', undo_reason = '', undo_at = ''"
                                + " where id = ? and undo_by = ? and undone_by = ''",
                        List.of(id, by));
    }

    private boolean update(String sql, List<Object> values) {
        return work.write(() -> jdbc.sql(sql).params(values).update()) == 1;
    }

    public Optional<Step> find(String id) {
        return jdbc.sql("select * from remains_step where id = ?")
                .param(id)
                .query(Remains::step)
                .optional();
    }

    /** Every step, the oldest first. */
    public List<Step> all() {
        return jdbc.sql("select * from remains_step order by asked_at, id")
                .query(Remains::step)
                .list();
    }

    private static Step step(ResultSet rs, int n) throws SQLException {
        return new Step(
                rs.getString("id"),
                Kind.valueOf(rs.getString("kind")),
                rs.getString("part"),
                rs.getString("other"),
                Method.valueOf(rs.getString("method")),
                rs.getString("reason"),
                rs.getString("asked_by"),
                Instant.parse(rs.getString("asked_at")),
                rs.getString("done_by"),
                rs.getString("undo_reason"),
                rs.getString("undo_by"),
                rs.getString("undone_by"));
    }
}
