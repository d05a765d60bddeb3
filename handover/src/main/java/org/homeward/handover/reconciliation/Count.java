package org.homeward.handover.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * One thing counted: what was agreed, and what each side says by its own count.
 *
 * @param what {@code persons}, {@code bags} or another thing of the roster
 * @param returnsTo party that gets it
 * @param planned by the frozen lists
 * @param handedOver by the giving side's own count, or null when it counted none
 * @param received by the receiving side's own count, or null when it counted none
 */
public record Count(
        String what,
        String returnsTo,
        long planned,
        @Nullable Long handedOver,
        @Nullable Long received) {
    /** Whether all three are one number. */
    public boolean equal() {
        return handedOver != null && received != null && handedOver == planned && received == planned;
    }
}
