/**
 * Measures names against public lists, held out by name from what is learned, beside peers in the same run. Start at {@link
 * org.homeward.bench.names.NamesBench}. May use names, registers, what measures tracing, and the peers; nothing uses it.
 */
@NullMarked
package org.homeward.bench.names;

import org.jspecify.annotations.NullMarked;
