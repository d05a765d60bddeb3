package org.homeward.sample;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One row held and one row sought that are the same person.
 *
 * @param person the same number for every pair of one person, who may stand twice in a register
 * @param errors what stands between the two rows, in the order of {@link ErrorKind}; empty for an easy pair
 */
public record TruePair(String heldId, String soughtId, int person, Set<ErrorKind> errors) {
    public TruePair {
        errors = Collections.unmodifiableSet(new TreeSet<>(errors));
    }
}
