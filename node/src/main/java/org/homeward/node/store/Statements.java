package org.homeward.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom returned people saw, and which dossiers that may concern. A candidate is no more than that until a person has said yes. */
public final class Statements {
    /** Whether somebody was seen alive or dead. */
    public enum Life {
        ALIVE,
        DEAD
    }

    /**
     * What a returned person says.
     *
     * @param returnee key of the one who says it, in the register of those sought
     * @param seen name of the one who was seen, as it was said
     * @param source how good the source is, A to D
     * @param certainty how sure the source is, A to D
     * @param until when it is wiped
     */
    public record Statement(
            String id,
            String returnee,
            String seen,
            Life life,
            String when,
            String where,
            String source,
            String certainty,
            String enteredBy,
            Instant enteredAt,
            Instant until) {}

    /** A dossier that a statement may concern. */
    public record Candidate(String statement, String dossier, String state, String decidedBy) {}

    private final JdbcClient jdbc;
    private final Work work;

    Statements(JdbcClient jdbc, Work work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** A statement with its candidates, whole or not at all. */
    public void add(Statement s, List<String> dossiers) {
        work.write(() -> {
            jdbc.sql(
                            "insert into returnee_statement (id, returnee, seen, life, seen_when, seen_where, source, certainty,"
                                    + " entered_by, entered_at, until_time) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(List.of(
                            s.id(),
                            s.returnee(),
                            s.seen(),
                            s.life().name(),
                            s.when(),
                            s.where(),
                            s.source(),
                            s.certainty(),
                            s.enteredBy(),
                            s.enteredAt().toString(),
                            Times.text(s.until())))
                    .update();
            for (String dossier : dossiers) {
                jdbc.sql("insert into statement_candidate (statement_id, dossier, state) values (?, ?, 'PROPOSED')")
                        .params(List.of(s.id(), dossier))
                        .update();
            }
            return dossiers.size();
        });
    }

    /** A person's word on a candidate, given once. @return whether it counted */
    public boolean decide(String statement, String dossier, boolean confirmed, String by, Instant at) {
        return work.write(() -> jdbc.sql("update statement_candidate set state = ?, decided_by = ?, decided_at = ?"
                                + " where statement_id = ? and dossier = ? and state = 'PROPOSED'")
                        .params(List.of(confirmed ? "CONFIRMED" : "REJECTED", by, at.toString(), statement, dossier))
                        .update())
                == 1;
    }

    /** Newest first, at most {@code limit}. */
    public List<Statement> newest(int limit) {
        return jdbc.sql("select * from returnee_statement order by entered_at desc, id limit ?")
                .param(limit)
                .query((rs, n) -> statement(rs))
                .list();
    }

    /** The candidates of a statement. */
    public List<Candidate> candidates(String statement) {
        return jdbc.sql("select * from statement_candidate where statement_id = ? order by dossier")
                .param(statement)
                .query((rs, n) -> new Candidate(
                        rs.getString("statement_id"),
                        rs.getString("dossier"),
                        rs.getString("state"),
                        rs.getString("decided_by")))
                .list();
    }

    /** What was said of a dossier, where a person has said that it is the one. */
    public record Concerning(String dossier, Statement statement) {}

    /** All statements of which a person has said whom they concern, the oldest first. */
    public List<Concerning> confirmed() {
        return jdbc.sql("select s.*, c.dossier from returnee_statement s join statement_candidate c"
                        + " on c.statement_id = s.id where c.state = 'CONFIRMED' order by s.entered_at, s.id")
                .query((rs, n) -> new Concerning(rs.getString("dossier"), statement(rs)))
                .list();
    }

    private static Statement statement(ResultSet rs) throws SQLException {
        return new Statement(
                rs.getString("id"),
                rs.getString("returnee"),
                rs.getString("seen"),
                Life.valueOf(rs.getString("life")),
                rs.getString("seen_when"),
                rs.getString("seen_where"),
                rs.getString("source"),
                rs.getString("certainty"),
                rs.getString("entered_by"),
                Instant.parse(rs.getString("entered_at")),
                Instant.parse(rs.getString("until_time")));
    }

    /** Wipes what is past its time. @return how many statements */
    public int expire(Instant now) {
        return work.write(() -> {
            jdbc.sql("delete from statement_candidate where statement_id in"
                            + " (select id from returnee_statement where until_time <= ?)")
                    .param(Times.text(now))
                    .update();
            return jdbc.sql("delete from returnee_statement where until_time <= ?")
                    .param(Times.text(now))
                    .update();
        });
    }
}
