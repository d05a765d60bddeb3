/**
 * The exchange case in one node: its keys, its journal of envelopes, drafts that wait for a second person, and the order that
 * the agency gives. Uses protocol, and {@code node.release} as its door out; knows no framework. Start with {@link
 * org.homeward.node.exchange.ExchangeNode}: {@code OwnActs} is the way of this side's acts, {@code AgencyCounter} where the agency takes
 * them in, {@code OrderTaker} how a bureau takes what was ordered.
 */
@NullMarked
package org.homeward.node.exchange;

import org.jspecify.annotations.NullMarked;
