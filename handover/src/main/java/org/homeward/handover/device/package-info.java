/**
 * A device of the day at work: its pack open, its log on its own disk, the lines found by name, number or slip, and nothing recorded that the
 * rules refuse. Uses handover.day, handover.pack, handover.slip, names. Start with {@link org.homeward.handover.device.Post}.
 */
@NullMarked
package org.homeward.handover.device;

import org.jspecify.annotations.NullMarked;
