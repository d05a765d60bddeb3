package org.homeward.tracing;

import org.homeward.names.PersonName;
import org.homeward.names.PersonName.Role;
import org.jspecify.annotations.Nullable;

/** A whole name in one cell, in its parts, as {@link PersonName} reads them; ranks and forms of address are left out. */
record NameSplit(
        @Nullable String surname,
        @Nullable String given,
        @Nullable String patronymic) {
    static NameSplit of(String whole) {
        PersonName name = PersonName.parse(whole);
        return new NameSplit(part(name, Role.SURNAME), part(name, Role.GIVEN), part(name, Role.PATRONYMIC));
    }

    private static @Nullable String part(PersonName name, Role role) {
        String part = name.joined(role);
        return part.isEmpty() ? null : part;
    }
}
