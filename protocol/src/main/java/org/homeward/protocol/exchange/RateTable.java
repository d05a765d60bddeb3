package org.homeward.protocol.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a soldier of each rank counts for, in privates. The whole table is part of the terms, so that a later version of it changes no
 * agreement.
 *
 * <p>Only soldiers have a rate: the wounded and civilians are outside every balance.
 *
 * @param id short code of the table
 * @param version of the table, from 1
 * @param unlisted what a rank counts for that the table does not name, and a person whose rank is not known
 */
public record RateTable(String id, int version, List<Rate> rates, int unlisted) {
    /** The most that anybody counts for. */
    public static final int HIGHEST = 1_000;

    /**
     * One row.
     *
     * @param ranks as registers write them; case and surrounding space do not matter
     */
    public record Rate(List<String> ranks, int points) {
        public Rate {
            ranks = List.copyOf(ranks);
        }
    }

    public RateTable {
        rates = List.copyOf(rates);
    }

    /** Points of that rank. */
    public int points(@Nullable String rank) {
        String wanted = rank == null ? "" : plain(rank);
        for (Rate rate : rates) {
            for (String name : rate.ranks()) {
                if (plain(name).equals(wanted)) {
                    return rate.points();
                }
            }
        }
        return unlisted;
    }

    private static String plain(String rank) {
        return rank.strip().toLowerCase(Locale.ROOT);
    }

    /** What makes this table unusable, or empty. */
    Optional<String> flaw() {
        if (!id.matches("[a-z][a-z0-9-]{0,39}") || version < 1 || !sound(unlisted)) {
            return Optional.of(
                    "the table of rates has no code, no version, or no rate for ranks that it does not name");
        }
        Set<String> seen = new HashSet<>();
        for (Rate rate : rates) {
            if (!sound(rate.points()) || rate.ranks().isEmpty()) {
                return Optional.of("a rate is from 1 to " + HIGHEST + " and names at least one rank");
            }
            for (String rank : rate.ranks()) {
                if (rank.isBlank() || !seen.add(plain(rank))) {
                    return Optional.of("a rank has no name, or two rates");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean sound(int points) {
        return points >= 1 && points <= HIGHEST;
    }
}
