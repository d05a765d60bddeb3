package org.homeward.node.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was done for people who are held, and on which day. Only added to: the newest word on an event of a person counts. */
public final class DutyEvents {
    /**
     * One word.
     *
     * @param row key of the person's row in the register of those held
     * @param event what was done
     * @param day ISO date on which it was done; empty where an earlier word was a mistake
     */
    public record Entry(String row, String event, String day, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;

    DutyEvents(JdbcClient jdbc, Work work, PrivateActs acts) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
    }

    /** Adds words, all of them or none. Durable when it returns. */
    public void add(List<Entry> entries) {
        work.write(() -> {
            for (Entry entry : entries) {
                acts.add("duty", entry.by(), entry.at(), entry.row() + " " + entry.event() + " " + entry.day());
                jdbc.sql("insert into duty_event (row_key, event, on_day, by_whom, at_time) values (?, ?, ?, ?, ?)")
                        .params(List.of(
                                entry.row(),
                                entry.event(),
                                entry.day(),
                                entry.by(),
                                entry.at().toString()))
                        .update();
            }
            return true;
        });
    }

    /** All words, the oldest first. */
    public List<Entry> all() {
        return read(jdbc.sql("select row_key, event, on_day, by_whom, at_time from duty_event order by id"));
    }

    /** All words on one person, the oldest first. */
    public List<Entry> of(String row) {
        return read(jdbc.sql(
                        "select row_key, event, on_day, by_whom, at_time from duty_event where row_key = ? order by id")
                .param(row));
    }

    private static List<Entry> read(JdbcClient.StatementSpec asked) {
        return asked.query((rs, n) -> new Entry(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        Instant.parse(rs.getString(5))))
                .list();
    }
}
