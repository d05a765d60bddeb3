package org.homeward.tracing;

import java.util.List;

/**
 * How a run went.
 *
 * @param candidates pairs compared
 * @param pairCompleteness estimated share of the true pairs that are among the candidates
 * @param lambda estimated share of true pairs among all pairs of the two registers
 * @param siblings estimated number of pairs that are brothers or sisters
 * @param expectedLinks how many true links are expected: the sum of the probabilities of the candidates
 * @param expectedWrong of the links given, how many are expected to be wrong
 * @param blocksRefined blocks over the cap, divided by further fields
 * @param blocksLeftOut blocks that nothing divides, whose pairs were not compared under that key
 * @param modelHash SHA-256 of the model's parameters, hex; equal inputs give an equal hash
 */
public record TraceReport(
        long candidates,
        double candidatesPerRecord,
        double pairCompleteness,
        double lambda,
        double siblings,
        double expectedLinks,
        double expectedWrong,
        long blocksRefined,
        long blocksLeftOut,
        String modelHash,
        List<FieldModel> fields) {
    /** The chances of each {@link Level} of a field, in the order of its constants, among true pairs (m) and others (u). */
    public record FieldModel(String field, List<Double> m, List<Double> u) {}

    public TraceReport {
        fields = List.copyOf(fields);
    }
}
