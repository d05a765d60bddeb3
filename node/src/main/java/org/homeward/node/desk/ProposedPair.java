package org.homeward.node.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair that the engine proposes and people decide: a line of a list beside a person.
 *
 * @param line of the list
 * @param sought the name as the seeker writes it
 * @param held the name as the holder writes it
 * @param row key of the row of this side's own register
 * @param clear whether the engine itself would answer "held" (or confirm); the others it leaves to people
 * @param probability in thousandths
 * @param matchKey which fields agree, or empty where this node did not trace
 * @param fields both writings, with level and weight where this node holds the evidence
 * @param runnerUp what speaks less for the next best line, in words, or null without one
 * @param margin thousandths of a bit before the runner-up, or null without one
 */
public record ProposedPair(
        String line,
        String sought,
        String held,
        String row,
        boolean clear,
        int probability,
        String matchKey,
        List<LineMatch.Field> fields,
        @Nullable String runnerUp,
        @Nullable Long margin) {
    public ProposedPair {
        fields = List.copyOf(fields);
    }
}
