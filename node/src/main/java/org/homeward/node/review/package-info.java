/** The tracing desk: pairs that the engine proposes, decided one by one by two people. Start at {@code TracingDesk}. */
@NullMarked
package org.homeward.node.review;

import org.jspecify.annotations.NullMarked;
