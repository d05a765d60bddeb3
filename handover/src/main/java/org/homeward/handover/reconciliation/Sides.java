package org.homeward.handover.reconciliation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.homeward.handover.day.DayState;
import org.homeward.handover.day.Entry;
import org.homeward.handover.day.Subject;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.jspecify.annotations.Nullable;

/** What each side says of a subject by its own devices. */
final class Sides {
    private final Roster roster;
    private final Map<String, String> partyOf = new HashMap<>();

    Sides(DayState state) {
        roster = state.roster();
        roster.devices().forEach(d -> partyOf.put(d.id(), d.party()));
    }

    /** Whether a device of that party recorded such a thing of him and did not take it back. */
    boolean recorded(Subject subject, String party, Predicate<Observation> what) {
        return subject.entries().stream()
                .anyMatch(e -> !e.withdrawn() && party.equals(party(e)) && what.test(e.observation()));
    }

    private String party(Entry entry) {
        return partyOf.getOrDefault(entry.event().device(), "");
    }

    /** How many the giving side concluded, by its own acts. */
    long handedOver(DayState state, String returnsTo, boolean bags) {
        return count(state, roster.other(returnsTo), bags, Observation.Concluded.class::isInstance);
    }

    /** How many the receiving side accepted, by its own acts. */
    long received(DayState state, String returnsTo, boolean bags) {
        return count(state, returnsTo, bags, Observation.Accepted.class::isInstance);
    }

    private long count(DayState state, String party, boolean bags, Predicate<Observation> what) {
        return state.subjects().values().stream()
                .filter(s -> s.isBag() == bags && recorded(s, party, what))
                .count();
    }

    /** Bags that go to a party, as that side's devices saw them, with what it saw. */
    Set<String> bags(DayState state, String returnsTo, String seenBy) {
        Set<String> bags = new TreeSet<>();
        for (Subject s : state.subjects().values()) {
            if (s.isBag()
                    && returnsTo.equals(returnsTo(s))
                    && recorded(s, seenBy, Observation.BagSeen.class::isInstance)) {
                bags.add(s.id().substring("bag:".length()));
            }
        }
        return bags;
    }

    /** The party that is to get a bag; null when nobody said. */
    static @Nullable String returnsTo(Subject bag) {
        return bag.entries().stream()
                .filter(e -> !e.withdrawn())
                .map(Entry::observation)
                .filter(Observation.BagSeen.class::isInstance)
                .map(o -> ((Observation.BagSeen) o).returnsTo())
                .min(String::compareTo)
                .orElse(null);
    }

    /** The fragments that a side saw in a bag, each with what it is. */
    Set<String> fragments(Subject bag, String party) {
        Set<String> seen = new TreeSet<>();
        for (Entry e : bag.entries()) {
            if (e.observation() instanceof Observation.FragmentSeen f && !e.withdrawn() && party.equals(party(e))) {
                seen.add(f.fragment() + " " + f.part());
            }
        }
        return seen;
    }
}
