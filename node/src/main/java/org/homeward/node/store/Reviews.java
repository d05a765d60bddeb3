package org.homeward.node.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people of this side said of the pairs that the engine proposed, in the order in which they said it. Only added to. */
public final class Reviews {
    /** Where in a case a pair is looked at. */
    public enum Step {
        /** The holder, before he answers the lines of the other side's list. */
        ANSWER,
        /** The seeker, before he confirms what was answered "held". */
        CONFIRM
    }

    /** What a person says of a pair. */
    public enum Said {
        /** I look at it. */
        TAKE,
        /** One person. */
        CONFIRM,
        /** Two persons. */
        REJECT,
        /** It cannot be told from what is there. */
        NEED_MORE,
        /** I take back what I said. */
        TAKE_BACK
    }

    /**
     * One thing said.
     *
     * @param line of the list
     * @param row key of the row of the own register
     * @param reason a code where somebody rejects, or empty
     */
    public record Entry(
            String caseId, Step step, String line, String row, Said said, String reason, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;

    Reviews(JdbcClient jdbc, Work work, PrivateActs acts) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
    }

    /** Adds what somebody said. Durable when it returns. */
    public void add(Entry entry) {
        work.write(() -> {
            acts.add(
                    "pair."
                            + entry.said()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'),
                    entry.by(),
                    entry.at(),
                    entry.caseId() + " " + entry.step() + " " + entry.line() + " " + entry.row() + " "
                            + entry.reason());
            return jdbc.sql("insert into review (case_id, step, line, row_key, said, reason, by_whom, at_time)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(List.of(
                            entry.caseId(),
                            entry.step().name(),
                            entry.line(),
                            entry.row(),
                            entry.said().name(),
                            entry.reason(),
                            entry.by(),
                            entry.at().toString()))
                    .update();
        });
    }

    /** All that was said of a row of the register of those held, in whatever case, the oldest first. */
    public List<Entry> ofHeld(String row) {
        return jdbc.sql("select case_id, line, said, reason, by_whom, at_time from review where step = 'ANSWER'"
                        + " and row_key = ? order by id")
                .param(row)
                .query((rs, n) -> new Entry(
                        rs.getString(1),
                        Step.ANSWER,
                        rs.getString(2),
                        row,
                        Said.valueOf(rs.getString(3)),
                        rs.getString(4),
                        rs.getString(5),
                        Instant.parse(rs.getString(6))))
                .list();
    }

    /** All that was said in a case at that step, the oldest first. */
    public List<Entry> of(String caseId, Step step) {
        return jdbc.sql(
                        "select line, row_key, said, reason, by_whom, at_time from review where case_id = ? and step = ?"
                                + " order by id")
                .params(List.of(caseId, step.name()))
                .query((rs, n) -> new Entry(
                        caseId,
                        step,
                        rs.getString(1),
                        rs.getString(2),
                        Said.valueOf(rs.getString(3)),
                        rs.getString(4),
                        rs.getString(5),
                        Instant.parse(rs.getString(6))))
                .list();
    }
}
