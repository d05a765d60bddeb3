package org.homeward.handover.pack;

import java.util.List;

/**
 * Where a vehicle goes and when: for those who must know, in files of their own.
 *
 * @param leaves date and time as agreed, as people write it
 * @param knows ids of the devices that get it
 */
public record Movement(String vehicle, String route, String leaves, String arrives, List<String> knows) {
    /** The movements of a day as a file. */
    public record Plan(int v, String caseId, String handover, List<Movement> movements) {
        public Plan {
            movements = List.copyOf(movements);
        }

        /** What that device may know; who else knows is left out. */
        public Plan knownTo(String device) {
            return new Plan(
                    v,
                    caseId,
                    handover,
                    movements.stream()
                            .filter(m -> m.knows().contains(device))
                            .map(m -> new Movement(m.vehicle(), m.route(), m.leaves(), m.arrives(), List.of(device)))
                            .toList());
        }
    }

    public Movement {
        knows = List.copyOf(knows);
    }
}
