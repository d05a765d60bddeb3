/**
 * The mathematics of a selection: rows over yes-or-no variables and strictly ordered levels in, the one best choice out. Knows
 * nothing of persons or clauses' words; depends on no other room. Start reading at {@link org.homeward.selection.solve.Program},
 * then {@link org.homeward.selection.solve.Recogniser}, which says which of the exact methods fits.
 */
@NullMarked
package org.homeward.selection.solve;

import org.jspecify.annotations.NullMarked;
