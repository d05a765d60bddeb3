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

    /** See {@link Glance}. */
    final long[] glance;

    private PreparedName(PersonName name) {
        surname = token(name.joined(Role.SURNAME));
        given = token(name.joined(Role.GIVEN));
        patronymic = token(name.joined(Role.PATRONYMIC));
        glance = Glance.of(surname, given, patronymic);
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
}
