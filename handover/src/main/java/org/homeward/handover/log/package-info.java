/**
 * What a device writes: a signed log with one writer, in which every event names the one before; and how such logs join as sets.
 * Uses protocol's JSON and keys. Start with {@link org.homeward.handover.log.DeviceLog} and {@link org.homeward.handover.log.EventSet};
 * the bytes are in {@code docs/handover.md}.
 */
@NullMarked
package org.homeward.handover.log;

import org.jspecify.annotations.NullMarked;
