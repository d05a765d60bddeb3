package org.homeward.tracing;

import java.util.List;

/**
 * How a run went.
 *
 * @param lambda estimated share of true pairs among all pairs of the two registers
 * @param expectedLinks the sum of the probabilities of the candidates
 * @param blocksLeftOut blocks over the cap, whose pairs were not compared under that key
 * @param modelHash SHA-256 of the model's parameters, hex; equal inputs give an equal hash
 */
public record TraceReport(
        long candidates,
        double candidatesPerRecord,
        double lambda,
        double expectedLinks,
        long blocksLeftOut,
        String modelHash,
        List<FieldModel> fields) {
    /** The chances of each {@link Level} of a field, in the order of its constants, among true pairs (m) and others (u). */
    public record FieldModel(String field, List<Double> m, List<Double> u) {}
}
