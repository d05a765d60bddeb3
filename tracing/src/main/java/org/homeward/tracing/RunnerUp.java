package org.homeward.tracing;

/** The sought row that came second for a held row, with its own probability. */
public record RunnerUp(int soughtRow, double probability) {}
