package org.homeward.tracing;

import java.util.Set;

/**
 * @param linkAt a pair of this probability or more becomes a link
 * @param possibleAt a pair of this probability or more, and less than {@code linkAt}, is kept for people to look at
 * @param blockCap the most pairs that one block may give; a larger block is divided by further fields
 * @param ruledOut pairs that are not compared
 */
public record TraceOptions(double linkAt, double possibleAt, int blockCap, Set<RuledOut> ruledOut) {
    public TraceOptions {
        if (!(0 < possibleAt && possibleAt <= linkAt && linkAt < 1) || blockCap < 1) {
            throw new IllegalArgumentException("wanted 0 < possibleAt <= linkAt < 1 and blockCap > 0");
        }
        ruledOut = Set.copyOf(ruledOut);
    }

    /** Links from 0.9, possible links from 0.2, nothing ruled out. */
    public static TraceOptions standard() {
        return new TraceOptions(0.9, 0.2, 4_000, Set.of());
    }

    /** The same with these pairs ruled out. */
    public TraceOptions withRuledOut(Set<RuledOut> pairs) {
        return new TraceOptions(linkAt, possibleAt, blockCap, pairs);
    }
}
