package org.homeward.node.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Why people whom this side holds are kept back. A hold is in force from the first person's word, because keeping back is the safe side; a
 * second person confirms it. Only two different people lift it. Nothing is deleted. Safe for threads.
 */
public final class Holds {
    /** The reasons. None of them leaves this node. */
    public enum Kind {
        MEDICAL,
        LEGAL,
        PROTECTION,
        DISPUTED_IDENTITY,
        /** He does not want to be exchanged, or not now, or not to his own side; which of these is not written down. */
        OWN_WILL
    }

    /**
     * A hold in force.
     *
     * @param row key of the row in the register of those held
     * @param confirmedBy the second person, or null
     * @param liftBy who asked to lift it, or null
     * @param askAgain when he is asked again, an ISO date; with {@link Kind#OWN_WILL} only
     */
    public record Hold(
            long id,
            String row,
            Kind kind,
            String setBy,
            Instant setAt,
            @Nullable String confirmedBy,
            @Nullable String liftBy,
            @Nullable String askAgain) {}

    private static final String IN_FORCE =
            "select id, row_key, kind, set_by, set_at, confirmed_by, lift_by, ask_again from hold where lifted_by is null";

    private final JdbcClient jdbc;
    private final Work work;

    Holds(JdbcClient jdbc, Work work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /** Sets a hold. Whoever sets one of a kind that is in force already confirms it. */
    public void set(String row, Kind kind, String by, Instant at) {
        set(row, kind, by, at, null);
    }

    /** As {@link #set(String, Kind, String, Instant)}, with the day on which he is asked again. */
    public void set(String row, Kind kind, String by, Instant at, @Nullable LocalDate askAgain) {
        work.write(() -> {
            List<Hold> there = of(row).stream().filter(h -> h.kind() == kind).toList();
            if (!there.isEmpty()) {
                return confirm(there.getFirst().id(), by);
            }
            return jdbc.sql("insert into hold (row_key, kind, set_by, set_at, ask_again) values (?, ?, ?, ?, ?)")
                            .params(Arrays.asList(
                                    row, kind.name(), by, at.toString(), askAgain == null ? null : askAgain.toString()))
                            .update()
                    == 1;
        });
    }

    /** The second person's word. @return whether he is another than the first, and the first to confirm */
    public boolean confirm(long id, String by) {
        return work.write(() -> jdbc.sql("update hold set confirmed_by = ? where id = ? and set_by <> ?"
                                + " and confirmed_by is null and lifted_by is null")
                        .params(List.of(by, id, by))
                        .update()
                == 1);
    }

    /** Asks to lift a hold, or lifts it where another person has asked. @return whether the hold is lifted now */
    public boolean lift(long id, String by, Instant at) {
        return work.write(() -> {
            boolean lifted = jdbc.sql("update hold set lifted_by = ?, lifted_at = ? where id = ? and lift_by <> ?"
                                    + " and lifted_by is null")
                            .params(List.of(by, at.toString(), id, by))
                            .update()
                    == 1;
            if (!lifted) {
                jdbc.sql("update hold set lift_by = ? where id = ? and lift_by is null and lifted_by is null")
                        .params(List.of(by, id))
                        .update();
            }
            return lifted;
        });
    }

    /** The holds in force on a row, the oldest first. */
    public List<Hold> of(String row) {
        return jdbc.sql(IN_FORCE + " and row_key = ? order by id")
                .param(row)
                .query((rs, n) -> new Hold(
                        rs.getLong(1),
                        rs.getString(2),
                        Kind.valueOf(rs.getString(3)),
                        rs.getString(4),
                        Instant.parse(rs.getString(5)),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getString(8)))
                .list();
    }

    /** Keys of all rows on which there is a hold. */
    public Set<String> rows() {
        return jdbc.sql("select distinct row_key from hold where lifted_by is null").query(String.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
