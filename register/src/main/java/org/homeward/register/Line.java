package org.homeward.register;

import java.util.List;

/**
 * One line of a file, cut into cells.
 *
 * @param number from 1, as an editor shows it
 * @param cells as they stand, not trimmed
 */
record Line(long number, List<String> cells) {}
