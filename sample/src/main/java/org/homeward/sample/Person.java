package org.homeward.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A synthetic person as they are, before any clerk writes. */
record Person(
        Language own,
        boolean woman,
        Surname surname,
        GivenName given,
        GivenName father,
        LocalDate born,
        Place place,
        @Nullable Rank rank,
        int unit,
        int branch,
        String number,
        LocalDate captured,
        Medical medical,
        @Nullable String annex,
        boolean hasSibling) {
    /** No rank: a civilian. */
    boolean civilian() {
        return rank == null;
    }
}
