package org.homeward.tracing;

/**
 * @param linkAt a pair of this probability or more becomes a link
 * @param possibleAt a pair of this probability or more, and less than {@code linkAt}, is kept for people to look at
 * @param blockCap the most pairs that one block may give; a larger block is left out and counted in the report
 */
public record TraceOptions(double linkAt, double possibleAt, int blockCap) {
    public TraceOptions {
        if (!(0 < possibleAt && possibleAt <= linkAt && linkAt < 1) || blockCap < 1) {
            throw new IllegalArgumentException("wanted 0 < possibleAt <= linkAt < 1 and blockCap > 0");
        }
    }

    /** Links from 0.9, possible links from 0.2. */
    public static TraceOptions standard() {
        return new TraceOptions(0.9, 0.2, 4_000);
    }
}
