package org.homeward.handover.day;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.handover.log.Breach;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;

/**
 * All that follows from a set of events. The same set gives the same state and {@link #hash()}, whatever order it came in. Nothing is decided by
 * a clock, and no event replaces another: what does not go together is {@link Status#DISPUTED}.
 */
public final class DayState {
    private final Roster roster;
    private final Map<String, Subject> subjects;
    private final Map<String, Map<String, Long>> tallies;
    private final Map<String, VehicleState> vehicles;
    private final Set<String> ticked;
    private final Set<String> closed;
    private final List<Unfounded> unfounded;
    private final List<Breach> breaches;
    private final int events;
    private final String hash;

    /**
     * An event that its device may not make, or that refers to nothing: kept, and it counts for nothing.
     *
     * @param reason code
     */
    public record Unfounded(SignedEvent event, String reason) {}

    DayState(
            Roster roster,
            Map<String, Subject> subjects,
            Map<String, Map<String, Long>> tallies,
            Map<String, VehicleState> vehicles,
            Set<String> ticked,
            Set<String> closed,
            List<Unfounded> unfounded,
            List<Breach> breaches,
            int events,
            String hash) {
        this.roster = roster;
        this.subjects = Collections.unmodifiableMap(subjects);
        this.tallies = Collections.unmodifiableMap(tallies);
        this.vehicles = Collections.unmodifiableMap(vehicles);
        this.ticked = Set.copyOf(ticked);
        this.closed = Set.copyOf(closed);
        this.unfounded = List.copyOf(unfounded);
        this.breaches = List.copyOf(breaches);
        this.events = events;
        this.hash = hash;
    }

    /** Reads a set. Linear in its size. */
    public static DayState of(Roster roster, EventSet set) {
        return new Fold(roster).read(set);
    }

    public Roster roster() {
        return roster;
    }

    /** Everybody expected and everything seen, by id. */
    public Map<String, Subject> subjects() {
        return subjects;
    }

    public Optional<Subject> subject(String id) {
        return Optional.ofNullable(subjects.get(id));
    }

    /** What each party counted, by what: the sum over its devices. */
    public Map<String, Map<String, Long>> tallies() {
        return tallies;
    }

    /** Every vehicle by id: what it waits for, or that it has left. */
    public Map<String, VehicleState> vehicles() {
        return vehicles;
    }

    /** Items of the checklist that are done. */
    public Set<String> ticked() {
        return ticked;
    }

    /** Devices whose log is closed. */
    public Set<String> closed() {
        return closed;
    }

    public List<Unfounded> unfounded() {
        return unfounded;
    }

    /** Logs that are not one unbroken log. */
    public List<Breach> breaches() {
        return breaches;
    }

    /** How many events it was made from. */
    public int events() {
        return events;
    }

    /** SHA-256 over the set of events and everything that follows from it; what two laptops compare aloud. */
    public String hash() {
        return hash;
    }

    /** How many of those who return to a party stand so. */
    public long count(String party, Status status) {
        return subjects.values().stream()
                .filter(s -> s.expected() != null && s.expected().returnsTo().equals(party) && s.status() == status)
                .count();
    }
}
