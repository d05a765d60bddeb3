package org.homeward.handover.day;

import java.util.List;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;

/**
 * Where a vehicle stands by all that was recorded.
 *
 * @param missing acknowledgements that it waits for
 * @param acknowledgements hashes of those that are in, for the departure to name
 */
public record VehicleState(
        Roster.Vehicle vehicle, Standing standing, List<Roster.Clearance> missing, List<String> acknowledgements) {
    /** Whether it may leave, or has left. */
    public enum Standing {
        /** An acknowledgement is missing: it may not leave. */
        WAITING,
        CLEARED,
        DEPARTED,
        /** It left without every acknowledgement: a case. */
        DEPARTED_UNACKNOWLEDGED,
        /** It left on an acknowledgement that was taken back. */
        DISPUTED
    }

    public VehicleState {
        missing = List.copyOf(missing);
        acknowledgements = List.copyOf(acknowledgements);
    }

    /** What the device records when it leaves; whether it may, {@link DeviceRules} says. */
    public Observation.Departed departure() {
        return new Observation.Departed(vehicle.id(), acknowledgements);
    }
}
