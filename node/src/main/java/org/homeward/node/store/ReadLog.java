package org.homeward.node.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who read what, and when: reads of personal data are acts too. Only added to. */
public final class ReadLog {
    /**
     * One read.
     *
     * @param what what was shown, as a path without personal data
     */
    public record Entry(String person, String what, Instant at) {}

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;

    ReadLog(JdbcClient jdbc, Work work, PrivateActs acts) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
    }

    /** Notes a read, here and in the node's own log. */
    public void add(Entry entry) {
        work.write(() -> {
            acts.add("read", entry.person(), entry.at(), entry.what());
            return jdbc.sql("insert into read_log (person, what, at_time) values (?, ?, ?)")
                    .params(List.of(entry.person(), entry.what(), entry.at().toString()))
                    .update();
        });
    }

    /** The newest reads first, at most {@code limit}. */
    public List<Entry> newest(int limit) {
        return jdbc.sql("select person, what, at_time from read_log order by id desc limit ?")
                .param(limit)
                .query((rs, n) -> new Entry(rs.getString(1), rs.getString(2), Instant.parse(rs.getString(3))))
                .list();
    }
}
