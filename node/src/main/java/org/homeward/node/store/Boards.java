package org.homeward.node.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What medical boards decided of people whom this side holds. One person notes a decision, another confirms it, and only then does it count;
 * the newest counts. Nothing is deleted. Safe for threads.
 */
public final class Boards {
    /**
     * A decision.
     *
     * @param row key of the row in the register of those held
     * @param decision {@code A}, {@code B}, {@code NEXT} or {@code REJECTED}
     * @param annex paragraph of Annex I, or null
     * @param day of the decision, an ISO date
     * @param next when he is examined again, an ISO date, or null
     * @param confirmedBy the second person, or null
     */
    public record Noted(
            long id,
            String row,
            String decision,
            @Nullable String annex,
            String day,
            @Nullable String next,
            String setBy,
            Instant setAt,
            @Nullable String confirmedBy) {}

    private static final String ALL =
            "select id, row_key, decision, annex, decided_on, next_on, set_by, set_at, confirmed_by from board";

    private final JdbcClient jdbc;
    private final Work work;

    Boards(JdbcClient jdbc, Work work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** Notes a decision, which counts when another person has confirmed it. */
    public void note(
            String row,
            String decision,
            @Nullable String annex,
            String day,
            @Nullable String next,
            String by,
            Instant at) {
        work.write(() -> jdbc.sql("insert into board (row_key, decision, annex, decided_on, next_on, set_by, set_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(row, decision, annex, day, next, by, at.toString()))
                .update());
    }

    /** The second person's word. @return whether it counts: he is another than the first, and the first to confirm */
    public boolean confirm(String row, long id, String by) {
        return work.write(
                () -> jdbc.sql("update board set confirmed_by = ? where id = ? and row_key = ? and set_by <> ?"
                                        + " and confirmed_by is null")
                                .params(List.of(by, id, row, by))
                                .update()
                        == 1);
    }

    /** The decisions on a row, the newest last. */
    public List<Noted> of(String row) {
        return list(jdbc.sql(ALL + " where row_key = ? order by id").param(row));
    }

    /** All that two people stand for, the newest of a row last. */
    public List<Noted> confirmed() {
        return list(jdbc.sql(ALL + " where confirmed_by is not null order by id"));
    }

    private static List<Noted> list(StatementSpec query) {
        return query.query((rs, n) -> new Noted(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7),
                        Instant.parse(rs.getString(8)),
                        rs.getString(9)))
                .list();
    }
}
