package org.homeward.node.families;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.node.store.Families;
import org.homeward.node.store.Families.Event;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Source;
import org.homeward.node.store.Registers;

/**
 * What a handover day says of people, written down by program as the first of two people would: whoever handed in the signed statement is
 * that person, and a second one verifies it before there is any draft. What a later log changes is taken back at once, with all that has not
 * left. Deaths do not come by this way.
 */
public final class DayNews {
    private final Families families;
    private final Registers registers;
    private final NoticeWriter writer;
    private final Clock clock;

    DayNews(Families families, Registers registers, NoticeWriter writer, Clock clock) {
        this.families = families;
        this.registers = registers;
        this.writer = writer;
        this.clock = clock;
    }

    /** How many facts were written down, and how many taken back. */
    public record Taken(int recorded, int takenBack) {}

    /**
     * Takes what a day says now; the same again changes nothing.
     *
     * @param by id of the person who handed it in
     * @param facts by dossier: {@link Kind#RELEASED} or {@link Kind#NOT_RETURNED}
     * @param signed whether both sides have signed it; else facts are only taken back
     */
    public synchronized Taken take(
            String by, String occasion, String evidence, Map<String, Kind> facts, boolean signed) {
        Map<String, Event> standing = new HashMap<>();
        List<String> gone = new ArrayList<>();
        for (Event event : families.standing(occasion, Source.RECONCILIATION)) {
            if (event.kind() == Kind.DIED || event.kind() == Kind.ADDED) {
                continue;
            }
            if (event.kind() == facts.get(event.dossier())) {
                standing.put(event.dossier(), event);
            } else {
                gone.add(event.id());
            }
        }
        int takenBack = gone.isEmpty() ? 0 : families.withdraw(gone, by, clock.instant());
        List<Event> fresh = new ArrayList<>();
        if (signed) {
            facts.forEach((dossier, kind) -> {
                if (!standing.containsKey(dossier)
                        && registers.row(Registers.Kind.SOUGHT, dossier).isPresent()) {
                    fresh.add(new Event(
                            writer.hex(8),
                            dossier,
                            kind,
                            occasion,
                            Source.RECONCILIATION,
                            evidence,
                            by,
                            clock.instant(),
                            "",
                            false));
                }
            });
        }
        if (!fresh.isEmpty()) {
            families.add(fresh);
        }
        return new Taken(fresh.size(), takenBack);
    }
}
