package org.homeward.node.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.homeward.node.store.Registers.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people of this side said of claims that somebody is dead, in the order in which they said it. Only added to. The claims themselves
 * lie in the rows that make them; here each has a mark that tells nobody what it is. Reasons are sealed under the person's key.
 */
public final class Claims {
    /** What somebody says of a claim. */
    public enum Said {
        /** It is so. */
        CONFIRM,
        /** It is not so. */
        REFUSE,
        /** It cannot be told from this: its source is to be asked again. */
        SEND_BACK,
        /** I take back what I said. */
        TAKE_BACK
    }

    /**
     * One thing said.
     *
     * @param claim its mark
     * @param reason in words
     */
    public record Entry(Kind kind, String row, String claim, Said said, String reason, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Work work;
    private final PrivateActs acts;
    private final PersonSeal seal;

    Claims(JdbcClient jdbc, Work work, PrivateActs acts, PersonSeal seal) {
        this.jdbc = jdbc;
        this.work = work;
        this.acts = acts;
        this.seal = seal;
    }

    /** The mark of a claim, the same each time; empty where the person was erased. */
    public Optional<String> mark(Kind kind, String row, String claim) {
        return seal.mark(kind, row, "claim\n" + claim);
    }

    /** Adds what somebody said. Durable when it returns. @return whether the person is still there to be spoken of */
    public boolean add(Entry entry) {
        Optional<byte[]> reason = seal.seal(
                entry.kind(), entry.row(), place(entry.claim()), entry.reason().getBytes(StandardCharsets.UTF_8));
        return reason.isPresent()
                && work.write(() -> {
                    acts.add(
                            "claim."
                                    + entry.said()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                            entry.by(),
                            entry.at(),
                            entry.kind() + " " + entry.row() + " " + entry.claim());
                    return jdbc.sql("insert into claim_word (kind, row_key, claim, said, reason, by_whom, at_time)"
                                            + " values (?, ?, ?, ?, ?, ?, ?)")
                                    .params(List.of(
                                            entry.kind().name(),
                                            entry.row(),
                                            entry.claim(),
                                            entry.said().name(),
                                            reason.get(),
                                            entry.by(),
                                            entry.at().toString()))
                                    .update()
                            == 1;
                });
    }

    /** All that was said of claims about people of a register, the oldest first; without the reasons. */
    public List<Entry> of(Kind kind) {
        return read(
                kind,
                false,
                jdbc.sql(
                                "select row_key, claim, said, reason, by_whom, at_time from claim_word where kind = ? order by id")
                        .param(kind.name()));
    }

    /** All that was said of claims about one person, the oldest first. */
    public List<Entry> of(Kind kind, String row) {
        return read(
                kind,
                true,
                jdbc.sql("select row_key, claim, said, reason, by_whom, at_time from claim_word where kind = ?"
                                + " and row_key = ? order by id")
                        .params(List.of(kind.name(), row)));
    }

    private List<Entry> read(Kind kind, boolean reasons, JdbcClient.StatementSpec asked) {
        return asked.query((rs, n) -> new Entry(
                        kind,
                        rs.getString(1),
                        rs.getString(2),
                        Said.valueOf(rs.getString(3)),
                        reasons ? seal.openText(kind, rs.getString(1), place(rs.getString(2)), rs.getBytes(4)) : "",
                        rs.getString(5),
                        Instant.parse(rs.getString(6))))
                .list();
    }

    private static String place(String claim) {
        return "claim-word\n" + claim;
    }
}
