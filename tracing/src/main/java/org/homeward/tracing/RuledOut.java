package org.homeward.tracing;

/** A pair that people found to be two persons: it stays ruled out in every later run. The ids are the registers' own. */
public record RuledOut(String heldId, String soughtId) {}
