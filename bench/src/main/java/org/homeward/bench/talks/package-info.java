/** How fast and how right the fronts and the one-text are: {@code bench/run talks SEED}. */
@NullMarked
package org.homeward.bench.talks;

import org.jspecify.annotations.NullMarked;
