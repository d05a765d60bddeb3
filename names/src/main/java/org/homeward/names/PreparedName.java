package org.homeward.names;

import org.homeward.names.PersonName.Role;
import org.jspecify.annotations.Nullable;

/**
 * A name read and made ready for many comparisons: {@code NameComparer.compare(PreparedName.of(a), PreparedName.of(b))}. Immutable, for
 * any thread. Parts that many names have are held once.
 */
public final class PreparedName {
    final @Nullable Token surname;
    final @Nullable Token given;
    final @Nullable Token patronymic;

    /** What {@link Glance} looks at, beside each other in memory: for each slot the neighbourhoods of its consonants. */
    private final long around0;

    private final long around1;
    private final long around2;
    /** For each slot its consonants, its class and what else there is to know. */
    private final long facts0;

    private final long facts1;
    private final long facts2;
    /** The first two of the patronymic without its ending. */
    private final long aroundFather;

    private final int consonantsOfFather;
    /** For each slot the sounds that its initial may be. */
    private final int firsts0;

    private final int firsts1;
    private final int firsts2;
    /** The numbers of the parts, by which what was worked out of two is found without reading them; 0 where there is none. */
    private final int id0;

    private final int id1;
    private final int id2;

    private PreparedName(PersonName name) {
        surname = token(name.joined(Role.SURNAME));
        given = token(name.joined(Role.GIVEN));
        patronymic = token(name.joined(Role.PATRONYMIC));
        around0 = Glance.around(surname);
        around1 = Glance.around(given);
        around2 = Glance.around(patronymic);
        facts0 = Glance.facts(surname);
        facts1 = Glance.facts(given);
        facts2 = Glance.facts(patronymic);
        aroundFather = patronymic == null ? 0 : patronymic.neighboursOfFather;
        consonantsOfFather = patronymic == null ? 0 : patronymic.consonantsOfFather;
        firsts0 = Glance.firsts(surname);
        firsts1 = Glance.firsts(given);
        firsts2 = Glance.firsts(patronymic);
        id0 = surname == null ? 0 : surname.id;
        id1 = given == null ? 0 : given.id;
        id2 = patronymic == null ? 0 : patronymic.id;
    }

    private static @Nullable Token token(String text) {
        return text.isEmpty() ? null : Tokens.of(text);
    }

    /** Makes a name ready that was read. */
    public static PreparedName of(PersonName name) {
        return new PreparedName(name);
    }

    /** Reads a name in one field, as it came, and makes it ready. */
    public static PreparedName of(String name) {
        return of(PersonName.parse(name));
    }

    /** The part in a slot: 0 surname, 1 given name, 2 patronymic. */
    @Nullable
    Token slot(int slot) {
        return slot == 0 ? surname : slot == 1 ? given : patronymic;
    }

    long around(int slot) {
        return slot == 0 ? around0 : slot == 1 ? around1 : around2;
    }

    long facts(int slot) {
        return slot == 0 ? facts0 : slot == 1 ? facts1 : facts2;
    }

    int firsts(int slot) {
        return slot == 0 ? firsts0 : slot == 1 ? firsts1 : firsts2;
    }

    int id(int slot) {
        return slot == 0 ? id0 : slot == 1 ? id1 : id2;
    }

    long aroundFather() {
        return aroundFather;
    }

    int consonantsOfFather() {
        return consonantsOfFather;
    }
}
