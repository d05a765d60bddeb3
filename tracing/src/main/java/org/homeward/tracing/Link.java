package org.homeward.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that two rows are one person: for two people to confirm, never a fact.
 *
 * @param probability estimated by the model, 0 to 1
 * @param matchKey the fields that agree, as {@code +SURNAME~GIVEN_NAME-PLACE}: equal, alike, against
 * @param runnerUp the next best sought row for this held row, or null where there is none
 * @param margin bits between this link and its runner-up; infinite without one
 */
public record Link(
        int heldRow,
        int soughtRow,
        double probability,
        String matchKey,
        List<FieldEvidence> evidence,
        @Nullable RunnerUp runnerUp,
        double margin) {}
