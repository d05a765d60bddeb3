/**
 * What follows from the joined logs: where every person stands, what is disputed, which device cheated. Pure: no clock, no chance, no disk.
 * Uses handover.log. Start with {@link org.homeward.handover.day.DayState}.
 */
@NullMarked
package org.homeward.handover.day;

import org.jspecify.annotations.NullMarked;
