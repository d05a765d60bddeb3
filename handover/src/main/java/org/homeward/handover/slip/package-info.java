/**
 * The slip that a person carries on the day: a number under a signature, as a QR code, which says nothing to a stranger. Uses handover.log.
 * Start with {@link org.homeward.handover.slip.Slip}.
 */
@NullMarked
package org.homeward.handover.slip;

import org.jspecify.annotations.NullMarked;
