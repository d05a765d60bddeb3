package org.homeward.node.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who opened a case in an emergency without being let in, why, and what a second person said of it later. Safe for threads. */
public final class BrokenGlass {
    /**
     * One emergency.
     *
     * @param until when the case closes again
     * @param reviewedBy the second person, or null as long as nobody looked
     * @param justified what he found; meaningless before
     * @param words his reason; empty before
     */
    public record Broken(
            long id,
            String person,
            String caseId,
            String reason,
            Instant at,
            Instant until,
            @Nullable String reviewedBy,
            boolean justified,
            String words) {}

    private static final String ALL =
            "select id, person, case_id, reason, broken_at, until_at, reviewed_by, justified, words from broken_glass ";
    private static final RowMapper<Broken> BROKEN = (rs, n) -> new Broken(
            rs.getLong(1),
            rs.getString(2),
            rs.getString(3),
            rs.getString(4),
            Instant.parse(rs.getString(5)),
            Instant.parse(rs.getString(6)),
            rs.getString(7),
            rs.getInt(8) == 1,
            Optional.ofNullable(rs.getString(9)).orElse(""));

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;

    BrokenGlass(JdbcClient jdbc, Work work, PrivateActs acts) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
    }

    /** Notes it before anything is open. Durable when it returns. */
    public void add(String person, String caseId, String reason, Instant at, Instant until) {
        work.write(() -> {
            acts.add("glass", person, at, caseId);
            return jdbc.sql("insert into broken_glass (person, case_id, reason, broken_at, until_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(List.of(person, caseId, reason, at.toString(), until.toString()))
                    .update();
        });
    }

    /** Until when a case is open to a person by this; empty where it is not. */
    public Optional<Instant> openUntil(String person, String caseId, Instant now) {
        return jdbc.sql(ALL + "where person = ? and case_id = ? order by id desc limit 1")
                .params(List.of(person, caseId))
                .query(BROKEN)
                .optional()
                .map(Broken::until)
                .filter(now::isBefore);
    }

    /** Those that nobody looked at yet first, then the newest; at most {@code limit}. */
    public List<Broken> all(int limit) {
        return jdbc.sql(ALL + "order by case when reviewed_by is null then 0 else 1 end, id desc limit ?")
                .param(limit)
                .query(BROKEN)
                .list();
    }

    /** How many nobody looked at yet. */
    public int open() {
        return jdbc.sql("select count(*) from broken_glass where reviewed_by is null")
                .query(Integer.class)
                .single();
    }

    /** @return whether it counts: it was there, nobody had looked, and it is not his own */
    public boolean review(long id, String by, boolean justified, String words, Instant at) {
        return work.write(() -> {
            boolean done = jdbc.sql("update broken_glass set reviewed_by = ?, reviewed_at = ?, justified = ?, words = ?"
                                    + " where id = ? and person <> ? and reviewed_by is null")
                            .params(List.of(by, at.toString(), justified ? 1 : 0, words, id, by))
                            .update()
                    == 1;
            if (done) {
                acts.add("glass-review", by, at, id + (justified ? " justified" : " not justified"));
            }
            return done;
        });
    }
}
