package org.homeward.node.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may see a case beside those whom its card names. A grant is ended, never deleted. Safe for threads. */
public final class CaseGrants {
    /** A grant in force. */
    public record Grant(String caseId, String person, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;

    CaseGrants(JdbcClient jdbc, Work work, PrivateActs acts) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
    }

    /** @return whether it is new: false where the person may see the case already */
    public boolean grant(String caseId, String person, String by, Instant at) {
        return work.write(() -> {
            boolean added = jdbc.sql("insert into case_grant (case_id, person, granted_by, granted_at)"
                                    + " values (?, ?, ?, ?) on conflict do nothing")
                            .params(List.of(caseId, person, by, at.toString()))
                            .update()
                    == 1;
            if (added) {
                acts.add("grant", by, at, caseId + " " + person);
            }
            return added;
        });
    }

    /** @return whether there was one to end */
    public boolean end(String caseId, String person, String by, Instant at) {
        return work.write(() -> {
            boolean ended = jdbc.sql("update case_grant set ended_by = ?, ended_at = ? where case_id = ? and person = ?"
                                    + " and ended_by is null")
                            .params(List.of(by, at.toString(), caseId, person))
                            .update()
                    == 1;
            if (ended) {
                acts.add("grant-ended", by, at, caseId + " " + person);
            }
            return ended;
        });
    }

    public boolean holds(String caseId, String person) {
        return jdbc.sql("select count(*) from case_grant where case_id = ? and person = ? and ended_by is null")
                        .params(List.of(caseId, person))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The grants in force on a case, the oldest first. */
    public List<Grant> of(String caseId) {
        return jdbc.sql("select case_id, person, granted_by, granted_at from case_grant"
                        + " where case_id = ? and ended_by is null order by id")
                .param(caseId)
                .query((rs, n) ->
                        new Grant(rs.getString(1), rs.getString(2), rs.getString(3), Instant.parse(rs.getString(4))))
                .list();
    }
}
