package org.homeward.protocol.exchange;

import java.util.Objects;
import java.util.Optional;
import org.homeward.protocol.exchange.Disclosure.Rung;
import org.homeward.protocol.exchange.Refusal.Code;
import org.jspecify.annotations.Nullable;

/**
 * How far the parties agreed to show people at each step. A sealed list tells a number; whatever names lines or tokens alone stays a
 * pseudonym; an opened list, and an answer that shows somebody, go as far as these two rungs and no further.
 *
 * @param sought of a person on an opened list: {@link Rung#FIELDS} for the names, birth and kind of person, {@link Rung#FULL} for rank, number
 *     and unit too
 * @param held of a person whom his holder shows, and of one on a proposed list: {@link Rung#FIELDS} without his rank, {@link Rung#FULL} with it
 */
public record Ladder(Rung sought, Rung held) {
    /** What holds where the terms say nothing: a search does not give away anybody's rank, number or unit. */
    public static final Ladder STANDARD = new Ladder(Rung.FIELDS, Rung.FULL);

    /** Everything that an act can carry. */
    public static final Ladder OPEN = new Ladder(Rung.FULL, Rung.FULL);

    public Ladder {
        Objects.requireNonNull(sought);
        Objects.requireNonNull(held);
    }

    /** What makes this ladder unusable, or empty. */
    Optional<String> flaw() {
        return sought.compareTo(Rung.FIELDS) < 0 || held.compareTo(Rung.FIELDS) < 0
                ? Optional.of("nobody could be traced, and no answer confirmed, below the rung FIELDS")
                : Optional.empty();
    }

    /** The highest rung of an act of that kind. */
    public Rung bound(String kind) {
        return switch (kind) {
            case "ListRevealed" -> sought;
            case "LinesAnswered", "SelectionProposed", "AmendmentProposed" -> held;
            case "BoardDecided", "DeathStated" -> Rung.FIELDS;
            case "ListSealed" -> Rung.NUMBER;
            default -> Rung.PSEUDONYM;
        };
    }

    /** Why an act shows more than the terms allow, or empty. */
    static Optional<Refusal> refusal(@Nullable Terms terms, Act act) {
        Rung bound = (terms == null ? STANDARD : terms.ladder()).bound(act.kind());
        return Disclosure.highest(act)
                .filter(rung -> rung.compareTo(bound) > 0)
                .flatMap(rung -> CaseRules.refuse(
                        Code.ABOVE_RUNG,
                        "This act shows people on the rung " + rung + "; the terms let it go as far as " + bound
                                + "."));
    }

    /** A line of a list as far as this ladder lets it be shown. */
    public Act.SoughtLine cut(Act.SoughtLine line) {
        return sought == Rung.FULL
                ? line
                : new Act.SoughtLine(
                        line.line(),
                        line.name(),
                        line.surname(),
                        line.givenName(),
                        line.patronymic(),
                        line.birthDate(),
                        line.birthPlace(),
                        null,
                        null,
                        null,
                        line.kind());
    }

    /** A person who is held as far as this ladder lets him be shown. */
    public Act.HeldPerson cut(Act.HeldPerson person) {
        return held == Rung.FULL
                ? person
                : new Act.HeldPerson(
                        person.token(),
                        person.name(),
                        person.birthDate(),
                        null,
                        person.kind(),
                        person.medical(),
                        person.board(),
                        person.heldSince());
    }
}
