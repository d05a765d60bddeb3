package org.homeward.node.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.homeward.node.store.Registers.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals the rows of a store that was written before rows were sealed, once, when it is opened. */
final class OlderRows {
    private record Older(long batch, int ordinal, Kind kind, String person, String cells) {}

    private OlderRows() {}

    static void seal(JdbcClient jdbc, Dialect dialect, Work work, PersonKeys keys, PrivateActs acts) {
        List<Long> batches = jdbc.sql(
                        "select distinct batch_id from register_row where commitment is null order by batch_id")
                .query(Long.class)
                .list();
        for (long batch : batches) {
            work.write(() -> {
                List<Older> rows = jdbc.sql("select batch_id, ordinal, kind, row_key, cells_json from register_row"
                                + " where batch_id = ? order by ordinal")
                        .param(batch)
                        .query((rs, n) -> new Older(
                                rs.getLong(1),
                                rs.getInt(2),
                                Kind.valueOf(rs.getString(3)),
                                rs.getString(4),
                                rs.getString(5)))
                        .list();
                Kind kind = rows.getFirst().kind();
                var personKeys = keys.of(kind, rows.stream().map(Older::person).toList());
                RowsDigest digest = new RowsDigest();
                for (Older row : rows) {
                    byte[] key = Objects.requireNonNull(personKeys.get(row.person()), "every person was given a key");
                    SealedCells.Sealed sealed = SealedCells.seal(key, kind, row.person(), batch, row.cells());
                    jdbc.sql(
                                    "update register_row set cells_json = ?, commitment = ? where batch_id = ? and ordinal = ?")
                            .params(List.of(sealed.text(), sealed.commitment(), batch, row.ordinal()))
                            .update();
                    digest.add(sealed.commitment());
                }
                String file = jdbc.sql("select sha256 from batch where id = ?")
                        .param(batch)
                        .query(String.class)
                        .single();
                acts.add(
                        "register.taken-in",
                        "upgrade",
                        Instant.now(),
                        new TakenIn(batch, kind, rows.size(), file, digest.hex()).text());
                return true;
            });
        }
        if (!batches.isEmpty()) {
            // What was in the clear is still in free pages.
            dialect.forgetFreePages(jdbc);
        }
    }
}
