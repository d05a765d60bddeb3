/**
 * The exchange case in one node: its keys, its journal of envelopes, drafts that wait for a second person, and the order that
 * the agency gives. Uses protocol only; knows no framework. Start with {@link org.homeward.node.exchange.ExchangeNode}.
 */
@NullMarked
package org.homeward.node.exchange;

import org.jspecify.annotations.NullMarked;
