package org.homeward.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures for the public, version after version. A released one is never changed: what is wrong in it, a next version puts right. */
public final class Figures {
    /**
     * One version of an occasion's figures.
     *
     * @param cells as JSON, with small numbers already withheld
     * @param releasedBy the second person; empty until then
     * @param releasedAt ISO-8601; empty until then
     * @param reason why the public was told before the families; empty where it was not
     */
    public record Release(
            String id,
            String occasion,
            int version,
            String cells,
            String draftedBy,
            Instant draftedAt,
            String releasedBy,
            String releasedAt,
            String reason) {
        public boolean released() {
            return !releasedBy.isEmpty();
        }
    }

    private final JdbcClient jdbc;
    private final Work work;

    Figures(JdbcClient jdbc, Work work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** Drafts the next version. @return its number, or 0 where a draft of that occasion waits already */
    public int draft(String id, String occasion, String cells, String by, Instant at) {
        return work.write(() -> {
            List<Release> there = of(occasion);
            if (there.stream().anyMatch(r -> !r.released())) {
                return 0;
            }
            int version = there.size() + 1;
            jdbc.sql("insert into figure_release (id, occasion, version, cells_json, drafted_by, drafted_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(List.of(id, occasion, version, cells, by, at.toString()))
                    .update();
            return version;
        });
    }

    /** The second person's release, by his signature: both are kept or neither is. @return whether it counted */
    public boolean release(ReleaseSignatures.Signed by, Instant at, String reason) {
        return work.write(() -> {
            boolean done = jdbc.sql("update figure_release set released_by = ?, released_at = ?, reason = ?"
                                    + " where id = ? and released_by = '' and drafted_by <> ?")
                            .params(List.of(by.person(), at.toString(), reason, by.subject(), by.person()))
                            .update()
                    == 1;
            if (done) {
                ReleaseSignatures.insert(jdbc, by);
            }
            return done;
        });
    }

    /** Takes a draft away. @return whether there was one */
    public boolean discard(String id) {
        return work.write(() -> jdbc.sql("delete from figure_release where id = ? and released_by = ''")
                        .param(id)
                        .update())
                == 1;
    }

    public Optional<Release> find(String id) {
        return jdbc.sql("select * from figure_release where id = ?")
                .param(id)
                .query(Figures::release)
                .optional();
    }

    /** All versions, the newest first. */
    public List<Release> all() {
        return jdbc.sql("select * from figure_release order by drafted_at desc, occasion, version desc")
                .query(Figures::release)
                .list();
    }

    private List<Release> of(String occasion) {
        return jdbc.sql("select * from figure_release where occasion = ? order by version")
                .param(occasion)
                .query(Figures::release)
                .list();
    }

    private static Release release(ResultSet rs, int n) throws SQLException {
        return new Release(
                rs.getString("id"),
                rs.getString("occasion"),
                rs.getInt("version"),
                rs.getString("cells_json"),
                rs.getString("drafted_by"),
                Instant.parse(rs.getString("drafted_at")),
                rs.getString("released_by"),
                rs.getString("released_at"),
                rs.getString("reason"));
    }
}
