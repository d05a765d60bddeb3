package org.homeward.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that two rows are one person: for two people to confirm, never a fact.
 *
 * @param probability estimated by the model, 0 to 1, in competition with every other candidate of both rows
 * @param matchKey the fields that agree, as {@code +SURNAME~GIVEN_NAME-PLACE}: equal, alike, against
 * @param evidence one entry a field; with {@code priorBits} and {@code familyBits} their bits sum to the pair's own
 * @param priorBits what is believed of a pair before it is seen
 * @param familyBits what the chance that the two are brothers, sisters or other kin takes away (0 or less)
 * @param runnerUp the next best sought row for this held row, or null where there is none
 * @param margin bits between this link and its runner-up; infinite without one
 */
public record Link(
        int heldRow,
        int soughtRow,
        double probability,
        String matchKey,
        List<FieldEvidence> evidence,
        double priorBits,
        double familyBits,
        @Nullable RunnerUp runnerUp,
        double margin) {
    public Link {
        evidence = List.copyOf(evidence);
    }

    /** The pair's bits: the sum of all that is said for and against it. */
    public double bits() {
        return priorBits
                + familyBits
                + evidence.stream().mapToDouble(FieldEvidence::bits).sum();
    }
}
