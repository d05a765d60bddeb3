/** The evening before a handover: the roster and the list of the day, made of what all three signed. Start at {@code DayFiles}. */
@NullMarked
package org.homeward.node.day;

import org.jspecify.annotations.NullMarked;
