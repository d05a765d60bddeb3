/**
 * A day that nobody lives through: invented people, keys made for it, devices in memory. For training, for measuring and for tests.
 * Uses handover.log, handover.pack, names. Start with {@link org.homeward.handover.drill.Drill}.
 */
@NullMarked
package org.homeward.handover.drill;

import org.jspecify.annotations.NullMarked;
