/**
 * A handover day without a network: packs, slips, the devices' logs, and what follows when they are joined.
 *
 * <p>{@code pack} is what a device gets the evening before, {@code slip} what a person carries, {@code device} a device at its post and {@code
 * phone} the page that makes a telephone one; {@code log} is
 * what it writes and how logs join; {@code day} is what follows from the joined logs and {@code reconciliation} what is open after them; {@code
 * paper} prints; {@code verifier} checks a proof against a device by the document alone. {@code drill} makes days to train and measure with.
 * Uses ledger, protocol, names and documents. Start with {@link org.homeward.handover.day.DayState}.
 */
@NullMarked
package org.homeward.handover;

import org.jspecify.annotations.NullMarked;
