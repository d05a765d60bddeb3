package org.homeward.handover.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;

/** Takes files of events into a set. What does not verify is left out and said; the rest joins. */
public final class Merger {
    private final Intake intake;

    public Merger(Roster roster) {
        this.intake = new Intake(roster);
    }

    /**
     * What came of it.
     *
     * @param fresh events that were not there before
     * @param known events that were
     * @param refused why others were left out, one for each
     */
    public record Report(int fresh, int known, List<Refusal> refused) {
        public Report {
            refused = List.copyOf(refused);
        }
    }

    /** Verifies on all processors, then adds. */
    public Report merge(LogText.Content content, EventSet set) {
        List<Result<Intake.Verified>> checked =
                content.events().parallelStream().map(intake::check).toList();
        List<Refusal> refused = new ArrayList<>();
        int fresh = 0;
        int known = 0;
        for (Result<Intake.Verified> result : checked) {
            switch (result) {
                case Result.Ok<Intake.Verified>(Intake.Verified event) -> {
                    if (set.add(event)) {
                        fresh++;
                    } else {
                        known++;
                    }
                }
                case Result.Refused<Intake.Verified>(Refusal refusal) -> refused.add(refusal);
            }
        }
        Stream<SignedHead> met = content.events().stream()
                .map(SignedEvent::observation)
                .filter(Observation.Met.class::isInstance)
                .map(o -> ((Observation.Met) o).head());
        Stream.concat(content.heads().stream(), met).forEach(head -> {
            switch (intake.check(head)) {
                case Result.Ok<Intake.VerifiedHead>(Intake.VerifiedHead good) -> set.add(good);
                case Result.Refused<Intake.VerifiedHead>(Refusal refusal) -> refused.add(refusal);
            }
        });
        return new Report(fresh, known, refused);
    }
}
