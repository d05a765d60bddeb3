/**
 * Synthetic registers of two sides, with the truth beside them and the errors that real registers have. Uses nothing of the project, so
 * that what reads names is tested against other code's spellings. Start with {@link org.homeward.sample.SampleGenerator}.
 */
@NullMarked
package org.homeward.sample;

import org.jspecify.annotations.NullMarked;
