package org.homeward.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Verified kin, what happened to their people, and what was told to them. Where two people must have a hand in something, the second
 * one's update names the first: it changes nothing when both are the same, whoever asks and however often.
 */
public final class Families extends Notices {
    /** By which way a family wants to hear. */
    public enum Channel {
        MAIL,
        LETTER,
        /** Only in person: nothing is ever sent. */
        PERSON
    }

    /**
     * Somebody's kin.
     *
     * @param dossier key of the person in the register of those sought
     * @param proof how kinship was proven
     * @param address of mail or of letters
     * @param wishes what the family wants and does not want of contact
     * @param zone time zone in which they sleep
     * @param verifiedBy the second officer; empty until then
     * @param until when all of it is wiped
     */
    public record Kin(
            String id,
            String dossier,
            String name,
            String relation,
            String proof,
            Channel channel,
            String address,
            String wishes,
            String language,
            String zone,
            String recordedBy,
            Instant recordedAt,
            String verifiedBy,
            Instant until) {
        public boolean verified() {
            return !verifiedBy.isEmpty();
        }

        /** For whoever does not speak with the family: without where they live and what they wish. */
        public Kin withoutAddress() {
            return new Kin(
                    id,
                    dossier,
                    name,
                    relation,
                    proof,
                    channel,
                    "",
                    "",
                    language,
                    zone,
                    recordedBy,
                    recordedAt,
                    verifiedBy,
                    until);
        }
    }

    /** What happened to a person. */
    public enum Kind {
        ADDED,
        RELEASED,
        NOT_RETURNED,
        DIED
    }

    /** Where it is known from: a row of the own register, or the reconciliation of a handover. */
    public enum Source {
        REGISTER,
        RECONCILIATION
    }

    /**
     * What happened to a person, and who says so.
     *
     * @param occasion the exchange or the day that it belongs to
     * @param evidence where it is written: number and digest of a paper or a file
     * @param withdrawn whether it is not so any more
     */
    public record Event(
            String id,
            String dossier,
            Kind kind,
            String occasion,
            Source source,
            String evidence,
            String recordedBy,
            Instant recordedAt,
            String verifiedBy,
            boolean withdrawn) {}

    /** How far a notice is. */
    public enum State {
        DRAFT,
        ASKED,
        RELEASED,
        SENT,
        /** The address does not take it. */
        REFUSED,
        /** The family has said that it read it. */
        READ,
        /** What it says was not so any more before it had left; it never leaves. */
        WITHDRAWN
    }

    /**
     * One notice to one kin.
     *
     * @param kind of the notice: an event's, or {@code APPLICATION}
     * @param words what the family reads
     * @param salt hides the words in the digest that is signed
     * @param code short, on every copy
     * @param nextTime before which it does not leave; empty until it is released
     * @param corrects code of the notice that it corrects; empty where it corrects none
     */
    public record Notice(
            String id,
            String kinId,
            String eventId,
            String occasion,
            String kind,
            Channel channel,
            String language,
            String words,
            String salt,
            String code,
            String issued,
            State state,
            String askedBy,
            String releasedBy,
            String nextTime,
            int attempts,
            String corrects) {}

    /** A line of a notice's log. */
    public record Logged(Instant at, String what, String by, String more) {}

    /** A death to be told in person. */
    public record Visit(
            String id, String kinId, String eventId, String occasion, String state, String officer, String at) {}

    /** What a family answers to a notice. */
    public record Correction(String id, String noticeId, String words, Instant at, String answeredBy, String answer) {}

    Families(JdbcClient jdbc, Work work) {
        super(jdbc, work);
    }

    public void add(Kin k) {
        work.write(() -> jdbc.sql(
                        "insert into kin (id, dossier, name, relation, proof, channel, address, wishes, language, zone,"
                                + " recorded_by, recorded_at, until_time) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(List.of(
                        k.id(),
                        k.dossier(),
                        k.name(),
                        k.relation(),
                        k.proof(),
                        k.channel().name(),
                        k.address(),
                        k.wishes(),
                        k.language(),
                        k.zone(),
                        k.recordedBy(),
                        k.recordedAt().toString(),
                        Times.text(k.until())))
                .update());
    }

    /** A second officer's word, and with it the hash of the code that is printed now. @return whether it counted */
    public boolean verify(String kin, String by, Instant at, String codeHash) {
        return work.write(() -> jdbc.sql("update kin set verified_by = ?, verified_at = ?, code_hash = ?"
                                + " where id = ? and verified_by = '' and recorded_by <> ?")
                        .params(List.of(by, at.toString(), codeHash, kin, by))
                        .update())
                == 1;
    }

    /** A first officer asks for a new code in place of a lost one; an earlier request of this kin that nobody answered ends. */
    public void askNewCode(String id, String kin, String proof, String by, Instant at) {
        work.write(() -> {
            jdbc.sql("delete from code_reissue where kin_id = ? and done_by = ''")
                    .param(kin)
                    .update();
            return jdbc.sql("insert into code_reissue (id, kin_id, proof, asked_by, asked_at) values (?, ?, ?, ?, ?)")
                    .params(List.of(id, kin, proof, by, Times.text(at)))
                    .update();
        });
    }

    /**
     * A second officer gives the new code: with it the old one is none any more.
     *
     * @param since requests from before are too old
     * @return whether it counted
     */
    public boolean newCode(String kin, String by, Instant at, Instant since, String codeHash) {
        return work.write(() -> {
            int done = jdbc.sql("update code_reissue set done_by = ?, done_at = ?"
                            + " where kin_id = ? and done_by = '' and asked_by <> ? and asked_at >= ?")
                    .params(List.of(by, Times.text(at), kin, by, Times.text(since)))
                    .update();
            return done == 1
                    && jdbc.sql("update kin set code_hash = ? where id = ? and verified_by <> ''")
                                    .params(List.of(codeHash, kin))
                                    .update()
                            == 1;
        });
    }

    /** Requests for a new code that wait for a second officer: by kin, who asked. */
    public Map<String, String> codesAsked(Instant since) {
        Map<String, String> asked = new HashMap<>();
        for (Map.Entry<String, String> one : jdbc.sql(
                        "select kin_id, asked_by from code_reissue where done_by = '' and asked_at >= ?")
                .param(Times.text(since))
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()) {
            asked.put(one.getKey(), one.getValue());
        }
        return asked;
    }

    public Optional<Kin> kin(String id) {
        return jdbc.sql("select * from kin where id = ?")
                .param(id)
                .query(Families::kin)
                .optional();
    }

    /** Whose code has this hash. */
    public Optional<Kin> kinByCode(String hash) {
        return jdbc.sql("select * from kin where code_hash = ? and code_hash <> ''")
                .param(hash)
                .query(Families::kin)
                .optional();
    }

    /** Newest first, at most {@code limit}. */
    public List<Kin> kin(int limit) {
        return jdbc.sql("select * from kin order by recorded_at desc, id limit ?")
                .param(limit)
                .query(Families::kin)
                .list();
    }

    /** The verified kin of a person. */
    public List<Kin> kinOf(String dossier) {
        return jdbc.sql("select * from kin where dossier = ? and verified_by <> '' order by id")
                .param(dossier)
                .query(Families::kin)
                .list();
    }

    /** Writes down events, all or none. */
    public void add(List<Event> events) {
        work.write(() -> {
            for (Event e : events) {
                jdbc.sql(
                                "insert into family_event (id, dossier, kind, occasion, source, evidence, recorded_by, recorded_at)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(List.of(
                                e.id(),
                                e.dossier(),
                                e.kind().name(),
                                e.occasion(),
                                e.source().name(),
                                e.evidence(),
                                e.recordedBy(),
                                e.recordedAt().toString()))
                        .update();
            }
            return events.size();
        });
    }

    /** What follows from a verified event is there with it, or neither is. @return whether it counted */
    public boolean verify(String event, String by, Instant at, List<Notice> drafts, List<Visit> visits) {
        return work.write(() -> {
            int changed = jdbc.sql("update family_event set verified_by = ?, verified_at = ?"
                            + " where id = ? and verified_by = '' and withdrawn_at = '' and recorded_by <> ?")
                    .params(List.of(by, at.toString(), event, by))
                    .update();
            if (changed == 1) {
                drafts.forEach(n -> insert(n, by, at));
                visits.forEach(v -> jdbc.sql(
                                "insert into visit (id, kin_id, event_id, occasion, state) values (?, ?, ?, ?, 'OPEN')")
                        .params(List.of(v.id(), v.kinId(), v.eventId(), v.occasion()))
                        .update());
            }
            return changed == 1;
        });
    }

    public Optional<Event> event(String id) {
        return jdbc.sql("select * from family_event where id = ?")
                .param(id)
                .query(Families::event)
                .optional();
    }

    /** Newest first, at most {@code limit}. */
    public List<Event> events(int limit) {
        return jdbc.sql("select * from family_event order by recorded_at desc, id limit ?")
                .param(limit)
                .query(Families::event)
                .list();
    }

    /** What stands of an occasion from that source, by dossier. */
    public List<Event> standing(String occasion, Source source) {
        return jdbc.sql("select * from family_event where occasion = ? and source = ? and withdrawn_at = ''"
                        + " order by dossier, recorded_at, id")
                .params(List.of(occasion, source.name()))
                .query(Families::event)
                .list();
    }

    /** Takes events back with every notice of theirs that has not left, all or none; what has left stays told. @return how many events */
    public int withdraw(List<String> events, String by, Instant at) {
        return work.write(() -> {
            int changed = 0;
            for (String event : events) {
                changed += jdbc.sql("update family_event set withdrawn_at = ? where id = ? and withdrawn_at = ''")
                        .params(List.of(at.toString(), event))
                        .update();
                withdrawNotices(event, by, at);
            }
            return changed;
        });
    }

    /** How many verified events of that kind an occasion has. */
    public long count(String occasion, Kind kind) {
        return jdbc.sql("select count(*) from family_event where occasion = ? and kind = ? and verified_by <> ''"
                        + " and withdrawn_at = ''")
                .params(List.of(occasion, kind.name()))
                .query(Long.class)
                .single();
    }

    /** How much of an occasion the families have not been told: notices unsent, deaths untold, events unverified. */
    public long untold(String occasion) {
        return jdbc.sql(
                        "select (select count(*) from notice where occasion = ? and withdrawn_at = '' and state not in ('SENT', 'READ'))"
                                + " + (select count(*) from visit where occasion = ? and state <> 'TOLD')"
                                + " + (select count(*) from family_event where occasion = ? and verified_by = '' and withdrawn_at = '')")
                .params(List.of(occasion, occasion, occasion))
                .query(Long.class)
                .single();
    }

    /** Deaths to tell and told; those to tell first. */
    public List<Visit> visits(int limit) {
        return jdbc.sql("select * from visit order by case state when 'TOLD' then 1 else 0 end, id limit ?")
                .param(limit)
                .query((rs, n) -> new Visit(
                        rs.getString("id"),
                        rs.getString("kin_id"),
                        rs.getString("event_id"),
                        rs.getString("occasion"),
                        rs.getString("state"),
                        rs.getString("officer"),
                        rs.getString("at_time")))
                .list();
    }

    /** What became of a visit. @return whether it counted */
    public boolean visited(String visit, boolean told, String officer, Instant at) {
        return work.write(() -> jdbc.sql(
                                "update visit set state = ?, officer = ?, at_time = ? where id = ? and state <> 'TOLD'")
                        .params(List.of(told ? "TOLD" : "NOT_REACHED", officer, at.toString(), visit))
                        .update())
                == 1;
    }

    public void add(Correction c) {
        work.write(() -> jdbc.sql("insert into correction (id, notice_id, words, at_time) values (?, ?, ?, ?)")
                .params(List.of(c.id(), c.noticeId(), c.words(), c.at().toString()))
                .update());
    }

    /** An officer's answer to a family. @return whether it counted */
    public boolean answer(String correction, String by, String answer) {
        return work.write(() -> jdbc.sql(
                                "update correction set answered_by = ?, answer = ? where id = ? and answered_by = ''")
                        .params(List.of(by, answer, correction))
                        .update())
                == 1;
    }

    /** Those without an answer first. */
    public List<Correction> corrections(int limit) {
        return jdbc.sql(
                        "select * from correction order by case answered_by when '' then 0 else 1 end, at_time, id limit ?")
                .param(limit)
                .query((rs, n) -> new Correction(
                        rs.getString("id"),
                        rs.getString("notice_id"),
                        rs.getString("words"),
                        Instant.parse(rs.getString("at_time")),
                        rs.getString("answered_by"),
                        rs.getString("answer")))
                .list();
    }

    /** How many answers to one notice there are. */
    public long corrections(String notice) {
        return jdbc.sql("select count(*) from correction where notice_id = ?")
                .param(notice)
                .query(Long.class)
                .single();
    }

    /** Counts a question at the families' door, the same for each. */
    public void asked(Instant at) {
        work.write(() -> jdbc.sql("insert into family_asked (day_of, asked) values (?, 1)"
                        + " on conflict (day_of) do update set asked = family_asked.asked + 1")
                .param((int) (at.getEpochSecond() / 86_400))
                .update());
    }

    /** Wipes kin past their time with all that was written to them. @return how many kin */
    public int expire(Instant now) {
        return work.write(() -> {
            String gone = "(select id from kin where until_time <= ?)";
            String notices = "(select id from notice where kin_id in " + gone + ")";
            for (String table : List.of(
                    "correction where notice_id in " + notices,
                    "release_signature where subject in " + notices,
                    "notice_log where notice_id in " + notices,
                    "notice where kin_id in " + gone,
                    "code_reissue where kin_id in " + gone,
                    "visit where kin_id in " + gone)) {
                jdbc.sql("delete from " + table).param(Times.text(now)).update();
            }
            return jdbc.sql("delete from kin where until_time <= ?")
                    .param(Times.text(now))
                    .update();
        });
    }

    private static Kin kin(ResultSet rs, int n) throws SQLException {
        return new Kin(
                rs.getString("id"),
                rs.getString("dossier"),
                rs.getString("name"),
                rs.getString("relation"),
                rs.getString("proof"),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("address"),
                rs.getString("wishes"),
                rs.getString("language"),
                rs.getString("zone"),
                rs.getString("recorded_by"),
                Instant.parse(rs.getString("recorded_at")),
                rs.getString("verified_by"),
                Instant.parse(rs.getString("until_time")));
    }

    private static Event event(ResultSet rs, int n) throws SQLException {
        return new Event(
                rs.getString("id"),
                rs.getString("dossier"),
                Kind.valueOf(rs.getString("kind")),
                rs.getString("occasion"),
                Source.valueOf(rs.getString("source")),
                rs.getString("evidence"),
                rs.getString("recorded_by"),
                Instant.parse(rs.getString("recorded_at")),
                rs.getString("verified_by"),
                !rs.getString("withdrawn_at").isEmpty());
    }
}
