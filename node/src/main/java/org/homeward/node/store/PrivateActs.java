package org.homeward.node.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.vault.Opening;
import org.homeward.protocol.crypto.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was done on this node, numbered in the order in which it was done: each act in the transaction of what it did, so that there is
 * no change without its act and no act without its change. The node's own log takes them from here, one entry each
 * ({@code node.audit}); what is kept here then opens the entry's commitment to whoever may see it.
 */
public final class PrivateActs {
    /** What comes before an actor's first entry. */
    public static final String NONE = "0".repeat(64);

    private static final int SALT = 32;
    private static final HexFormat HEX = HexFormat.of();

    /**
     * One act.
     *
     * @param number from 1, without a gap
     * @param kind what was done, as a short name
     * @param actor who did it: a person's id, or a name for what the node does by itself
     * @param subject to what it was done, without names of those sought and held
     * @param salt of the entry's commitment, in hex
     * @param entry the entry for the log, as it was made
     */
    public record PrivateAct(
            long number, String kind, String actor, Instant at, String subject, String salt, PrivateEntry entry) {}

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Work work;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Runnable listener;

    PrivateActs(JdbcClient jdbc, Dialect dialect, Work work) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.work = work;
    }

    /** Told after each commit that added acts. One listener: the node's own log. */
    public void listen(Runnable told) {
        listener = told;
    }

    /** Adds an act that changes nothing in this store. Durable when it returns. */
    public void record(String kind, String actor, Instant at, String subject) {
        work.write(() -> {
            add(kind, actor, at, subject);
            return true;
        });
    }

    /** Adds an act inside the transaction of what it did. */
    void add(String kind, String actor, Instant at, String subject) {
        dialect.aloneWithActs(jdbc);
        long number = jdbc.sql("select coalesce(max(number), 0) + 1 from private_act")
                .query(Long.class)
                .single();
        Optional<PrivateEntry> before = jdbc.sql(
                        "select entry from private_act where actor = ? order by sequence desc limit 1")
                .param(actor)
                .query((rs, n) -> PrivateEntry.parse(Bytes.utf8(rs.getString(1))))
                .optional();
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        PrivateEntry entry = new PrivateEntry(
                PrivateEntry.VERSION,
                number,
                kind,
                actor,
                before.map(PrivateEntry::sequence).orElse(0L) + 1,
                before.map(PrivateEntry::digest).orElse(NONE),
                at.toString(),
                HEX.formatHex(
                        new Opening(salt, Bytes.utf8(subject)).commitment().bytes()));
        jdbc.sql("insert into private_act (number, kind, actor, sequence, at_time, subject, salt, entry)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(List.of(
                        number,
                        kind,
                        actor,
                        entry.sequence(),
                        at.toString(),
                        subject,
                        HEX.formatHex(salt),
                        new String(entry.bytes(), StandardCharsets.UTF_8)))
                .update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    Runnable told = listener;
                    if (told != null) {
                        told.run();
                    }
                }
            });
        }
    }

    /** The acts after that number, in order, at most {@code limit}. */
    public List<PrivateAct> after(long number, int limit) {
        return jdbc.sql("select number, kind, actor, at_time, subject, salt, entry from private_act where number > ?"
                        + " order by number limit ?")
                .params(List.of(number, limit))
                .query((rs, n) -> new PrivateAct(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        Instant.parse(rs.getString(4)),
                        rs.getString(5),
                        rs.getString(6),
                        PrivateEntry.parse(Bytes.utf8(rs.getString(7)))))
                .list();
    }
}
