package org.homeward.node.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.ledger.vault.Opening;
import org.homeward.node.store.Registers.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the rows of a batch with what the node's own log says of it: a row that somebody changed in the store is found. */
public final class RowsCheck {
    /**
     * What was found of a batch.
     *
     * @param rows that are there
     * @param erased of them, whose person's key is gone, with all that was said of him
     * @param wrong what does not hold, a sentence each; at most {@value #MOST}
     */
    public record Found(int rows, int erased, List<String> wrong) {
        public Found {
            wrong = List.copyOf(wrong);
        }
    }

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final PersonKeys keys;

    RowsCheck(JdbcClient jdbc, PersonKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The batches that the store has, of both registers. */
    public List<Long> batches() {
        return jdbc.sql("select id from batch order by id").query(Long.class).list();
    }

    /**
     * Checks one batch.
     *
     * @param said what the log says of it
     * @param wiped the places, {@code batch/ordinal}, of which the log says that they were wiped
     */
    public Found check(TakenIn said, Set<String> wiped) {
        Map<String, byte[]> personKeys = keys.all(said.kind());
        RowsDigest digest = new RowsDigest();
        List<String> wrong = new ArrayList<>();
        int[] counts = new int[2];
        jdbc.sql("select ordinal, row_key, cells_json, coalesce(commitment, '') from register_row where batch_id = ?"
                        + " order by ordinal")
                .param(said.batch())
                .query(rs -> {
                    counts[0]++;
                    digest.add(rs.getString(4));
                    String place = said.batch() + "/" + rs.getInt(1);
                    byte @Nullable [] key = personKeys.get(rs.getString(2));
                    boolean plain = SealedCells.isPlain(rs.getString(3));
                    if (plain || key == null) {
                        counts[1]++;
                    }
                    flaw(said, place, rs.getString(2), rs.getString(3), rs.getString(4), key, wiped)
                            .filter(f -> wrong.size() < MOST)
                            .ifPresent(wrong::add);
                });
        if (counts[0] != said.rows()) {
            wrong.add(
                    "Batch " + said.batch() + " was taken in with " + said.rows() + " rows and has " + counts[0] + ".");
        } else if (!digest.hex().equals(said.rowsDigest())) {
            wrong.add("The commitments of batch " + said.batch() + " are not those it was taken in with.");
        }
        return new Found(counts[0], counts[1], wrong);
    }

    private static Optional<String> flaw(
            TakenIn said,
            String place,
            String person,
            String text,
            String commitment,
            byte @Nullable [] key,
            Set<String> wiped) {
        Kind kind = said.kind();
        if (SealedCells.isPlain(text)) {
            return wiped.contains(place)
                    ? Optional.empty()
                    : Optional.of(
                            "Row " + place + " lies open in the store and the log does not say that it was wiped.");
        }
        if (key == null) {
            return Optional.empty();
        }
        Opening opening = SealedCells.open(key, kind, person, said.batch(), text);
        return opening != null
                        && HexFormat.of()
                                .formatHex(opening.commitment().bytes())
                                .equals(commitment)
                ? Optional.empty()
                : Optional.of("Row " + place + " is not what was taken in.");
    }
}
