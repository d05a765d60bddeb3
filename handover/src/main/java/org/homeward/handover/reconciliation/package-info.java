/**
 * After the day: planned, handed over and received side by side; every difference a case until both sides close it; who is still owed.
 * Pure. Uses handover.day. Start with {@link org.homeward.handover.reconciliation.Reconciliation}.
 */
@NullMarked
package org.homeward.handover.reconciliation;

import org.jspecify.annotations.NullMarked;
