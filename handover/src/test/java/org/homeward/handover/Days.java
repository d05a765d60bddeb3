package org.homeward.handover;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.Intake;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;
import org.homeward.handover.log.SignedHead;

/** Days to test with. */
public final class Days {
    public static final SecureRandom KEYS = new SecureRandom();

    private Days() {}

    /** Two parties, {@code aa} and {@code bb}, a neutral, and so many devices. */
    public static Drill small(int people, int devices, long seed) {
        return Drill.create(
                new Drill.Size(Map.of("aa", people, "bb", people), Map.of(), 2, Map.of(), devices),
                KEYS,
                new SplittableRandom(seed));
    }

    public static EventSet joined(Roster roster, Collection<List<SignedEvent>> logs, Collection<SignedHead> heads) {
        EventSet set = new EventSet();
        List<SignedEvent> all = logs.stream().flatMap(List::stream).toList();
        Merger.Report report = new Merger(roster).merge(new LogText.Content(all, List.copyOf(heads)), set);
        if (!report.refused().isEmpty()) {
            throw new AssertionError(report.refused());
        }
        return set;
    }

    public static Intake.Verified verified(Intake intake, SignedEvent event) {
        return intake.check(event).get();
    }
}
