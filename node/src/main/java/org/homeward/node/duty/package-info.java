/** The duty clocks: what this side owes for each person whom it holds, until when, and by which article. Start at {@code DutyDesk}. */
@NullMarked
package org.homeward.node.duty;

import org.jspecify.annotations.NullMarked;
