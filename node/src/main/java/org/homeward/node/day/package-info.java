/**
 * The evening before a handover: the roster and the list of the day, made of what all three signed ({@code DayFiles}). The evening after: what
 * the devices wrote, joined ({@code DayFolder}), and carried into the account and to the families' desk ({@code DayFollowUp}).
 */
@NullMarked
package org.homeward.node.day;

import org.jspecify.annotations.NullMarked;
