/**
 * Synthetic registers: people who do not exist, written down the way registers are, with the truth beside them.
 *
 * <p>Uses nothing of the project, so that the engines are tested against other code than their own: its tables of names and
 * of romanisations are its own. Start reading at {@link org.homeward.sample.SampleGenerator}.
 */
@NullMarked
package org.homeward.sample;

import org.jspecify.annotations.NullMarked;
