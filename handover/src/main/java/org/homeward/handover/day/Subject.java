package org.homeward.handover.day;

import java.util.List;
import org.homeward.handover.log.Roster;
import org.jspecify.annotations.Nullable;

/**
 * A person or a bag with all that was seen of it.
 *
 * @param id token, {@code bag:TAG} or {@code new:TOKEN}
 * @param expected its line, or null when it is on no list
 * @param identityDisputed whether anybody disputes who he is, handed over or not
 * @param code the neutral's code when he stays
 * @param insteadOf token of the person in whose place he goes
 * @param replacedBy token of the reserve who goes in his place
 * @param entries in the order of devices and numbers
 */
public record Subject(
        String id,
        Roster.@Nullable Expected expected,
        Status status,
        boolean identityDisputed,
        @Nullable String code,
        @Nullable String insteadOf,
        @Nullable String replacedBy,
        List<Entry> entries) {
    public Subject {
        entries = List.copyOf(entries);
    }

    public boolean isBag() {
        return id.startsWith("bag:");
    }
}
