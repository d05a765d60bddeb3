/**
 * The only door out of a node towards other nodes: what each kind of act may carry, and which bytes may leave.
 *
 * <p>Uses protocol only. Start reading at {@link org.homeward.node.release.ReleaseGate}; what may leave is the table in {@link
 * org.homeward.node.release.Carried}.
 */
@NullMarked
package org.homeward.node.release;

import org.jspecify.annotations.NullMarked;
