package org.homeward.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signatures of people under what they let out: written with the step that they stand for, and never changed. */
public final class ReleaseSignatures {
    /** What somebody signed. */
    public enum What {
        /** The first of two people asked that a notice leave. */
        ASK,
        /** The second released it. */
        RELEASE,
        /** The second of two people released figures. */
        FIGURES
    }

    /**
     * One signature.
     *
     * @param subject id of the notice or of the figures
     * @param key the person's key as it was then, which the signature verifies under
     * @param text what he signed
     */
    public record Signed(
            String subject,
            What what,
            String person,
            String name,
            String key,
            String text,
            String signature,
            Instant at) {}

    private final JdbcClient jdbc;

    ReleaseSignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the write of the step itself. */
    static void insert(JdbcClient jdbc, Signed s) {
        jdbc.sql("insert into release_signature (subject, what, person, name, key, text, signature, at_time)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(List.of(
                        s.subject(),
                        s.what().name(),
                        s.person(),
                        s.name(),
                        s.key(),
                        s.text(),
                        s.signature(),
                        s.at().toString()))
                .update();
    }

    /** The signature under a step; empty where it has not been done. */
    public Optional<Signed> find(String subject, What what) {
        return jdbc.sql("select * from release_signature where subject = ? and what = ?")
                .params(List.of(subject, what.name()))
                .query(ReleaseSignatures::signed)
                .optional();
    }

    private static Signed signed(ResultSet rs, int n) throws SQLException {
        return new Signed(
                rs.getString("subject"),
                What.valueOf(rs.getString("what")),
                rs.getString("person"),
                rs.getString("name"),
                rs.getString("key"),
                rs.getString("text"),
                rs.getString("signature"),
                Instant.parse(rs.getString("at_time")));
    }
}
