/** Measures whole processes from outside: how long a node takes until it answers, and the memory of the nodes of a demonstration. */
@NullMarked
package org.homeward.bench.start;

import org.jspecify.annotations.NullMarked;
