package org.homeward.ledger;

import java.util.Optional;

/**
 * What entries must look like beyond being in the log: given by whoever knows the format, since a log knows only bytes.
 * Called for each entry in order; may keep state.
 */
@FunctionalInterface
public interface EntryCheck {
    /** Nothing is asked of an entry. */
    EntryCheck NONE = (index, entry) -> Optional.empty();

    /** What is wrong with this entry, if anything. */
    Optional<Refusal> check(long index, byte[] entry);
}
