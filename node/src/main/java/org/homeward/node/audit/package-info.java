/** The node's own log: what was done on this node, as a transparency log, and its audit against the store. Start at {@code PrivateLog}. */
@NullMarked
package org.homeward.node.audit;

import org.jspecify.annotations.NullMarked;
