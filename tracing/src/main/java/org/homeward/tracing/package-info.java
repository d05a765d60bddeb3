/** Link two registers: block, compare, weigh, assign one to one, explain. */
@NullMarked
package org.homeward.tracing;

import org.jspecify.annotations.NullMarked;
