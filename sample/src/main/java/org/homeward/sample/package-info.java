/** Synthetic registers with the truth beside them. */
@NullMarked
package org.homeward.sample;

import org.jspecify.annotations.NullMarked;
