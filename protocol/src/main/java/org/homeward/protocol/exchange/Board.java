package org.homeward.protocol.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Mixed Medical Commission decided of a person (Third Geneva Convention, Art. 112, Annexes I and II), as codes: the clinical file
 * stays where he is held.
 *
 * @param annex code of Annex I, with {@link Decision#A} {@code I-A-n}, with {@link Decision#B} {@code I-B-n}; otherwise null
 * @param day of the decision, an ISO date
 * @param next when he is examined again, an ISO date after {@code day}; exactly with {@link Decision#NEXT}
 */
public record Board(
        Decision decision,
        @Nullable String annex,
        String day,
        @Nullable String next) {
    /** The four outcomes; there is no fifth. */
    public enum Decision {
        /** Direct repatriation: he goes home outside every balance. */
        A,
        /** Accommodation in a neutral country: he is on no list of those who return. */
        B,
        /** The next commission examines him again. */
        NEXT,
        /** Not eligible. */
        REJECTED
    }

    public Board {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(day);
    }

    /** What makes this decision unusable, or empty. */
    public Optional<String> flaw() {
        boolean named = decision == Decision.A || decision == Decision.B;
        if (named != (annex != null) || annex != null && !annex.matches("I-" + decision + "-[0-9]{1,2}")) {
            return Optional.of("a decision A or B names its paragraph of Annex I, and no other does");
        }
        if ((decision == Decision.NEXT) != (next != null)) {
            return Optional.of("exactly who is examined again has a date for that");
        }
        try {
            LocalDate decided = LocalDate.parse(day);
            return next == null || LocalDate.parse(next).isAfter(decided)
                    ? Optional.empty()
                    : Optional.of("the next commission is after this one");
        } catch (DateTimeParseException e) {
            return Optional.of("a date is not one");
        }
    }
}
