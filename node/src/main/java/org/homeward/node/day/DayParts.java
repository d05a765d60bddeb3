package org.homeward.node.day;

import java.io.IOException;
import java.util.Optional;
import org.homeward.handover.day.Subject;
import org.homeward.handover.log.Observation;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.ledger.Result;

/** Whether a bag, or a fragment in it, was seen on a day, by the joined logs. */
public final class DayParts {
    private final DaySource cases;

    public DayParts(DaySource cases) {
        this.cases = cases;
    }

    /** @param fragment empty for the bag as a whole */
    public boolean seen(String caseId, String day, String bag, String fragment) throws IOException {
        Optional<DaySource.Case> found = cases.find(caseId);
        if (found.isEmpty()
                || !(found.get().folder().read(day).orElse(null) instanceof Result.Ok<DayLogs>(DayLogs logs))) {
            return false;
        }
        Optional<Subject> subject = logs.day().subject("bag:" + bag);
        return subject.isPresent()
                && subject.get().entries().stream()
                        .filter(e -> !e.withdrawn())
                        .map(e -> e.observation())
                        .anyMatch(o -> fragment.isEmpty()
                                ? o instanceof Observation.BagSeen
                                : o instanceof Observation.FragmentSeen f
                                        && f.fragment().equals(fragment));
    }
}
