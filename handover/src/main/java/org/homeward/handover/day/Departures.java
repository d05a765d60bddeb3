package org.homeward.handover.day;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which vehicles may leave, and which have left. A departure names the acknowledgements that it relies on, so that whether they came first is no
 * question of clocks.
 */
final class Departures {
    static final String NOT_ACKNOWLEDGED = "departure.not-acknowledged";

    private final Roster roster;

    /** Founded acknowledgements by hash. */
    private final Map<String, Observation.Acknowledged> given = new HashMap<>();

    private final Map<String, String> devices = new HashMap<>();
    private final Map<String, List<Observation.Departed>> left = new HashMap<>();

    Departures(Roster roster) {
        this.roster = roster;
    }

    void index(SignedEvent event, Observation.Acknowledged acknowledged, String party) {
        if (wrong(acknowledged, party, event.observation() instanceof Observation.OnPaper) == null) {
            given.put(event.hash(), acknowledged);
            devices.put(event.hash(), event.device());
        }
    }

    /** Why the acknowledgement counts for nothing, or null. A side answers for its own guns and sky; the neutral may enter what he was handed. */
    @Nullable
    String wrong(Observation.Acknowledged a, String party, boolean paper) {
        Roster.Vehicle vehicle = roster.vehicle(a.vehicle()).orElse(null);
        if (vehicle == null) {
            return "vehicle.unknown";
        }
        boolean may = a.from().equals(party) || (paper && party.equals(roster.neutral()));
        return may && vehicle.clearances().contains(new Roster.Clearance(a.what(), a.from()))
                ? null
                : "acknowledgement.not-its-own";
    }

    /** Why the departure counts for nothing, or null. */
    @Nullable
    String wrong(Observation.Departed d, String party) {
        Roster.Vehicle vehicle = roster.vehicle(d.vehicle()).orElse(null);
        if (vehicle == null) {
            return "vehicle.unknown";
        }
        if (!vehicle.party().equals(party) && !party.equals(roster.neutral())) {
            return "departure.not-its-own";
        }
        return missing(vehicle, d.acknowledgements()).isEmpty() ? null : NOT_ACKNOWLEDGED;
    }

    /** A departure was recorded and not taken back, whether it might be or not. */
    void count(Observation.Departed departed) {
        left.computeIfAbsent(departed.vehicle(), v -> new ArrayList<>()).add(departed);
    }

    private boolean answers(String hash, Roster.Vehicle vehicle, Roster.Clearance clearance) {
        Observation.Acknowledged a = given.get(hash);
        return a != null
                && a.vehicle().equals(vehicle.id())
                && a.what().equals(clearance.what())
                && a.from().equals(clearance.from());
    }

    private List<Roster.Clearance> missing(Roster.Vehicle vehicle, Collection<String> hashes) {
        return vehicle.clearances().stream()
                .filter(c -> hashes.stream().noneMatch(hash -> answers(hash, vehicle, c)))
                .toList();
    }

    /**
     * Every vehicle.
     *
     * @param withdrawn events that their own devices took back: device, a blank, hash
     */
    Map<String, VehicleState> states(Set<String> withdrawn) {
        List<String> standing = given.keySet().stream()
                .filter(hash -> !withdrawn.contains(devices.get(hash) + ' ' + hash))
                .sorted()
                .toList();
        Map<String, VehicleState> states = new TreeMap<>();
        for (Roster.Vehicle vehicle : roster.vehicles()) {
            List<String> relied = vehicle.clearances().stream()
                    .flatMap(c -> standing.stream()
                            .filter(hash -> answers(hash, vehicle, c))
                            .limit(1))
                    .toList();
            List<Roster.Clearance> missing = missing(vehicle, standing);
            states.put(
                    vehicle.id(),
                    new VehicleState(vehicle, standing(vehicle, missing, Set.copyOf(standing)), missing, relied));
        }
        return states;
    }

    private VehicleState.Standing standing(
            Roster.Vehicle vehicle, List<Roster.Clearance> missing, Set<String> acknowledged) {
        List<Observation.Departed> departed = left.getOrDefault(vehicle.id(), List.of());
        if (departed.isEmpty()) {
            return missing.isEmpty() ? VehicleState.Standing.CLEARED : VehicleState.Standing.WAITING;
        }
        if (departed.stream()
                .anyMatch(d -> !missing(vehicle, d.acknowledgements()).isEmpty())) {
            return VehicleState.Standing.DEPARTED_UNACKNOWLEDGED;
        }
        // It left on an answer that was taken back: nobody can say by the logs alone which came first.
        return departed.stream().allMatch(d -> acknowledged.containsAll(d.acknowledgements()))
                ? VehicleState.Standing.DEPARTED
                : VehicleState.Standing.DISPUTED;
    }
}
