package org.homeward.node.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.homeward.node.store.Claims;
import org.homeward.node.store.Claims.Said;
import org.homeward.node.store.Registers.Kind;

/**
 * Whose death two people have confirmed. What follows from it follows everywhere at once, and ends at once when one of the two takes his word
 * back: the desk answers for him that he died, the lists are made without him, and other duties are owed.
 */
public final class Deaths {
    private Deaths() {}

    /** The rows of a register whose people are dead by two people's word, with the day (UTC) on which the second one gave it. */
    public static Map<String, LocalDate> confirmed(Claims claims, Kind kind) {
        Map<String, Map<String, Agreed.Gathered<Said>>> byRow = new HashMap<>();
        for (Claims.Entry entry : claims.of(kind)) {
            byRow.computeIfAbsent(entry.row(), row -> new HashMap<>())
                    .computeIfAbsent(entry.claim(), claim -> new Agreed.Gathered<>())
                    .add(entry.by(), entry.said() == Said.TAKE_BACK ? null : entry.said(), "", entry.at());
        }
        Map<String, LocalDate> dead = new HashMap<>();
        byRow.forEach((row, said) -> said.values().stream()
                .map(Agreed.Gathered::agreed)
                .filter(agreed -> agreed.decision().filter(Said.CONFIRM::equals).isPresent())
                .map(agreed -> agreed.since().orElse(Instant.EPOCH))
                .min(Instant::compareTo)
                .ifPresent(at -> dead.put(row, LocalDate.ofInstant(at, ZoneOffset.UTC))));
        return dead;
    }
}
