package org.homeward.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Logged;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.State;
import org.homeward.node.store.ReleaseSignatures.Signed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices of {@link Families}: each step of one is an update that names the step before, and a line in its log. */
public abstract sealed class Notices permits Families {
    private static final String NOTICES = "select * from notice ";
    /** Newest first. Papers say whole seconds, and two notices can be of one second: their logs say which came later. */
    private static final String NEWEST =
            "order by issued desc, (select min(l.id) from notice_log l where l.notice_id = notice.id) desc";

    final JdbcClient jdbc;
    final Work work;

    Notices(JdbcClient jdbc, Work work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** A draft. */
    public void add(Notice n, String by, Instant at) {
        work.write(() -> {
            insert(n, by, at);
            return 1;
        });
    }

    void insert(Notice n, String by, Instant at) {
        jdbc.sql(
                        "insert into notice (id, kin_id, event_id, occasion, kind, channel, language, words, salt, code, issued, corrects, state)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT')")
                .params(List.of(
                        n.id(),
                        n.kinId(),
                        n.eventId(),
                        n.occasion(),
                        n.kind(),
                        n.channel().name(),
                        n.language(),
                        n.words(),
                        n.salt(),
                        n.code(),
                        n.issued(),
                        n.corrects()))
                .update();
        log(n.id(), at, "DRAFT", by, "");
    }

    /** The first of two people asks that it leave, by his signature. @return whether it counted */
    public boolean ask(Signed by, Instant at) {
        return signed(
                by,
                () -> move(
                        by.subject(),
                        "ASKED",
                        by.person(),
                        at,
                        "",
                        "asked_by = ?",
                        List.of(by.person()),
                        "state = 'DRAFT'",
                        List.of()));
    }

    /** The second of two people releases it, by his signature; it leaves not before {@code next}. @return whether it counted */
    public boolean release(Signed by, Instant at, Instant next) {
        return signed(
                by,
                () -> move(
                        by.subject(),
                        "RELEASED",
                        by.person(),
                        at,
                        "",
                        "released_by = ?, next_time = ?",
                        List.of(by.person(), Times.text(next)),
                        "state = 'ASKED' and asked_by <> ?",
                        List.of(by.person())));
    }

    /** A step and the signature under it, both or neither. */
    private boolean signed(Signed by, BooleanSupplier step) {
        return work.write(() -> {
            boolean done = step.getAsBoolean();
            if (done) {
                ReleaseSignatures.insert(jdbc, by);
            }
            return done;
        });
    }

    /** It left: a server took it, or an officer handed it to the post. @return whether it counted */
    public boolean sent(String notice, String by, Instant at) {
        return move(
                notice,
                "SENT",
                by,
                at,
                "",
                "attempts = attempts",
                List.of(),
                "state in ('RELEASED', 'REFUSED')",
                List.of());
    }

    /** A server does not take the address. @return whether it counted */
    public boolean refused(String notice, Instant at, String why) {
        return move(notice, "REFUSED", "", at, why, "attempts = attempts", List.of(), "state = 'RELEASED'", List.of());
    }

    /** The family says that it read it. @return whether it counted */
    public boolean read(String notice, Instant at) {
        return move(notice, "READ", "", at, "", "attempts = attempts", List.of(), "state = 'SENT'", List.of());
    }

    /** Noted before a server is asked, so that a node that is killed meanwhile tries again at {@code next} and not at once. */
    public void trying(String notice, Instant next) {
        work.write(() -> jdbc.sql(
                        "update notice set attempts = attempts + 1, next_time = ? where id = ? and state = 'RELEASED' and withdrawn_at = ''")
                .params(List.of(Times.text(next), notice))
                .update());
    }

    /** A try that failed. */
    public void failed(String notice, Instant at, String why) {
        work.write(() -> log(notice, at, "LATER", "", why));
    }

    /** Within a write: what has not left of an event never leaves. */
    void withdrawNotices(String event, String by, Instant at) {
        List<String> ids = jdbc.sql("select id from notice where event_id = ? and withdrawn_at = ''"
                        + " and state not in ('SENT', 'READ')")
                .param(event)
                .query(String.class)
                .list();
        for (String id : ids) {
            jdbc.sql("update notice set withdrawn_at = ? where id = ?")
                    .params(List.of(at.toString(), id))
                    .update();
            log(id, at, "WITHDRAWN", by, "");
        }
    }

    /** The newest notice that a kin was told of one of these kinds on an occasion. */
    public Optional<Notice> lastTold(String kin, String occasion, List<String> kinds) {
        return jdbc
                .sql(NOTICES + "where kin_id = ? and occasion = ? and state in ('SENT', 'READ') " + NEWEST)
                .params(List.of(kin, occasion))
                .query(Notices::notice)
                .list()
                .stream()
                .filter(n -> kinds.contains(n.kind()))
                .findFirst();
    }

    private boolean move(
            String notice,
            String state,
            String by,
            Instant at,
            String more,
            String set,
            List<Object> values,
            String where,
            List<Object> wheres) {
        return work.write(() -> {
            int changed = jdbc.sql(
                            "update notice set state = ?, " + set + " where id = ? and withdrawn_at = '' and " + where)
                    .param(state)
                    .params(values)
                    .param(notice)
                    .params(wheres)
                    .update();
            if (changed == 1) {
                log(notice, at, state, by, more);
            }
            return changed == 1;
        });
    }

    private int log(String notice, Instant at, String what, String by, String more) {
        return jdbc.sql("insert into notice_log (notice_id, at_time, what, by_whom, more) values (?, ?, ?, ?, ?)")
                .params(List.of(notice, at.toString(), what, by, more))
                .update();
    }

    public Optional<Notice> notice(String id) {
        return jdbc.sql(NOTICES + "where id = ?")
                .param(id)
                .query(Notices::notice)
                .optional();
    }

    /** Whether a notice with this code has left. */
    public boolean issued(String code) {
        return jdbc.sql("select count(*) from notice where code = ? and state in ('SENT', 'READ')")
                        .param(code)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Newest first, at most {@code limit}. */
    public List<Notice> notices(int limit) {
        return jdbc.sql(NOTICES + NEWEST + " limit ?")
                .param(limit)
                .query(Notices::notice)
                .list();
    }

    /** What a kin was told, newest first, at most {@code limit}. */
    public List<Notice> told(String kin, int limit) {
        return jdbc.sql(NOTICES + "where kin_id = ? and state in ('SENT', 'READ') " + NEWEST + " limit ?")
                .params(List.of(kin, limit))
                .query(Notices::notice)
                .list();
    }

    /** Released notices of a channel whose time has come. */
    public List<Notice> due(Channel channel, Instant now, int limit) {
        return jdbc.sql(
                        NOTICES
                                + "where state = 'RELEASED' and withdrawn_at = '' and channel = ? and next_time <= ? order by next_time, id limit ?")
                .params(List.of(channel.name(), Times.text(now), limit))
                .query(Notices::notice)
                .list();
    }

    /** A notice's log, oldest first. */
    public List<Logged> log(String notice) {
        return jdbc.sql("select at_time, what, by_whom, more from notice_log where notice_id = ? order by id")
                .param(notice)
                .query((rs, n) ->
                        new Logged(Instant.parse(rs.getString(1)), rs.getString(2), rs.getString(3), rs.getString(4)))
                .list();
    }

    private static Notice notice(ResultSet rs, int n) throws SQLException {
        return new Notice(
                rs.getString("id"),
                rs.getString("kin_id"),
                rs.getString("event_id"),
                rs.getString("occasion"),
                rs.getString("kind"),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("language"),
                rs.getString("words"),
                rs.getString("salt"),
                rs.getString("code"),
                rs.getString("issued"),
                rs.getString("withdrawn_at").isEmpty() ? State.valueOf(rs.getString("state")) : State.WITHDRAWN,
                rs.getString("asked_by"),
                rs.getString("released_by"),
                rs.getString("next_time"),
                rs.getInt("attempts"),
                rs.getString("corrects"));
    }
}
