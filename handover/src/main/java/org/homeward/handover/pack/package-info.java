/**
 * What a device gets the evening before: the frozen list with names and questions, who sits where, the keys of the day and the co-signed
 * checkpoint, sealed to that device and dead after the day; and, apart from it, to those who must know, where vehicles go and when.
 * Uses handover.log. Start with {@link org.homeward.handover.pack.DayPack}.
 */
@NullMarked
package org.homeward.handover.pack;

import org.jspecify.annotations.NullMarked;
