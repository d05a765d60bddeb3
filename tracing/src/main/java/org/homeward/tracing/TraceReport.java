package org.homeward.tracing;

import java.util.List;

/**
 * How a run went.
 *
 * @param candidates pairs compared
 * @param pairCompleteness estimated share of the true pairs that are among the candidates
 * @param lambda estimated share of true pairs among all pairs of the two registers
 * @param siblings estimated number of pairs that are brothers or sisters
 * @param expectedLinks how many true pairs are expected: the sum of the probabilities of the candidates, and those that no candidate is by
 *     {@code pairCompleteness}
 * @param expectedWrong of the links given, how many are expected to be wrong
 * @param learnedFrom about how many true pairs the model learned from; see {@link #isLearned}
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
        double learnedFrom,
        long blocksRefined,
        long blocksLeftOut,
        String modelHash,
        List<FieldModel> fields) {
    /**
     * The chances of each {@link Level} of a field, in the order of its constants, among true pairs (m) and others (u).
     *
     * @param twoScripts for pairs whose surnames are in two scripts
     */
    public record FieldModel(String field, boolean twoScripts, List<Double> m, List<Double> u) {}

    /** Whether the registers taught more than was believed before; else probabilities rest on what is generally believed of registers. */
    public boolean isLearned() {
        return learnedFrom >= Kind.BELIEF;
    }

    public TraceReport {
        fields = List.copyOf(fields);
    }
}
