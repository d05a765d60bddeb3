/**
 * Measures tracing against the truth of synthetic registers, beside its peers in the same run. Start at {@link
 * org.homeward.bench.tracing.TraceBench}. May use tracing, register and sample; nothing uses it.
 */
@NullMarked
package org.homeward.bench.tracing;

import org.jspecify.annotations.NullMarked;
