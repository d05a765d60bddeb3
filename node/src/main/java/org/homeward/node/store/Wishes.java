package org.homeward.node.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people told the neutral when it spoke with each of them alone. Kept at an agency only, by case and line, without a name, a reason or
 * a destination. The newest word on a line counts; nothing is deleted. Safe for threads.
 */
public final class Wishes {
    /** What was heard. */
    public enum Wish {
        /** He may be exchanged. */
        READY,
        /** He does not want to be exchanged, or not now, or not to his own side; which of these is not written down. */
        NOT_NOW,
        /** Nobody could speak with him alone. */
        NOT_ASKED
    }

    /**
     * One conversation.
     *
     * @param line of either list
     * @param askedBy who spoke with him, as the delegates are known to the agency
     * @param askedOn the day, an ISO date
     * @param askAgain when he is asked again, an ISO date; null where he is ready
     * @param notedBy the person at this node who wrote it down
     */
    public record Asked(
            String line,
            Wish wish,
            String askedBy,
            String askedOn,
            @Nullable String askAgain,
            String notedBy,
            Instant notedAt) {}

    private final JdbcClient jdbc;
    private final Work work;

    Wishes(JdbcClient jdbc, Work work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** Writes a conversation down. */
    public void note(
            String caseId,
            String line,
            Wish wish,
            String askedBy,
            LocalDate askedOn,
            @Nullable LocalDate askAgain,
            String notedBy,
            Instant at) {
        work.write(() -> jdbc.sql(
                        "insert into wish (case_id, line, wish, asked_by, asked_on, ask_again, noted_by, noted_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        caseId,
                        line,
                        wish.name(),
                        askedBy,
                        askedOn.toString(),
                        askAgain == null ? null : askAgain.toString(),
                        notedBy,
                        at.toString()))
                .update());
    }

    /** Every conversation of a case, the first first. */
    public List<Asked> of(String caseId) {
        return jdbc.sql("select line, wish, asked_by, asked_on, ask_again, noted_by, noted_at from wish"
                        + " where case_id = ? order by id")
                .param(caseId)
                .query((rs, n) -> new Asked(
                        rs.getString(1),
                        Wish.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        Instant.parse(rs.getString(7))))
                .list();
    }

    /** What counts of each line: the word that was written down last. */
    public Map<String, Asked> newest(String caseId) {
        Map<String, Asked> newest = new LinkedHashMap<>();
        of(caseId).forEach(asked -> newest.put(asked.line(), asked));
        return newest;
    }
}
