package org.homeward.tracing;

import java.util.List;

/**
 * What a run proposes. A link of a run is explained each time it is asked for, so whoever goes through the lists more than once keeps what he needs.
 *
 * @param links each row in at most one
 * @param repeats further links of a person whom a register repeats: one of the two rows is in {@code links} too
 * @param possible pairs left to people, the most uncertain first; also those less likely whose row has all the names of a linked row of its own register
 */
public record TraceResult(List<Link> links, List<Link> repeats, List<Link> possible, TraceReport report) {
    public TraceResult {
        links = fixed(links);
        repeats = fixed(repeats);
        possible = fixed(possible);
    }

    private static List<Link> fixed(List<Link> links) {
        return links instanceof Links ? links : List.copyOf(links);
    }
}
