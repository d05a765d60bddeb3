/**
 * The balance of a case on a page: by category and by clause, why each one is in or out, what another number in a clause would do,
 * and what the last version changed. A bureau sees its own side's people and only numbers of the other's; the agency sees lines
 * without names. Computed from the case alone; start reading at {@link org.homeward.node.balance.BalanceDesk}.
 */
@NullMarked
package org.homeward.node.balance;

import org.jspecify.annotations.NullMarked;
