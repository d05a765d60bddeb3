/**
 * What the people of one node do in a case: each step of the walk made ready from the node's own registers and what was
 * released to it, for two people to sign.
 *
 * <p>Uses the engines (tracing, selection) and {@code node.exchange}; knows nothing of HTTP or pages. Start reading at
 * {@link org.homeward.node.desk.ExchangeDesk}.
 */
@NullMarked
package org.homeward.node.desk;

import org.jspecify.annotations.NullMarked;
