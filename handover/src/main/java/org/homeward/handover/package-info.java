/**
 * The logs of a handover day without a network, and what follows when they are joined.
 *
 * <p>{@code log} is what a device writes and how logs join; {@code day} is what follows from the joined logs; {@code verifier} checks a
 * proof against a device by the document alone. {@code drill} makes days to train and measure with. Uses ledger and protocol. Start with {@link org.homeward.handover.day.DayState}.
 */
@NullMarked
package org.homeward.handover;

import org.jspecify.annotations.NullMarked;
