package org.homeward.tracing;

/**
 * The sought row that came second for a held row.
 *
 * @param probability its own
 * @param whyNot what speaks less for it than for the first, in words a clerk reads
 */
public record RunnerUp(int soughtRow, double probability, String whyNot) {}
