package org.homeward.register;

/**
 * One column: its header as the file writes it, and what it means.
 *
 * @param header the header's own words, never normalised
 * @param field the meaning, recognised or mapped by a person
 */
public record Column(String header, Field field) {}
