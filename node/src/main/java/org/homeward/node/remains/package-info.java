/**
 * Remains across bags and handovers: which parts are of one person, and who he is, provisionally; every step by two people, with its reason,
 * and back by two. No step makes an event or a notice: a death is told in person, and that begins at the families' desk. Start at {@link
 * org.homeward.node.remains.RemainsDesk}. Uses {@code node.store} and {@code node.people}.
 */
@NullMarked
package org.homeward.node.remains;

import org.jspecify.annotations.NullMarked;
