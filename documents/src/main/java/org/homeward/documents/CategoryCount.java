package org.homeward.documents;

/**
 * How many persons of one category one side releases.
 *
 * @param side name of the side that releases them
 * @param category its name in the reader's language
 * @param persons at least 0
 * @param inBalance false for those who stand outside the balance: the seriously wounded and sick, civilians
 */
public record CategoryCount(String side, String category, long persons, boolean inBalance) {

    /** A negative number is a caller's bug. */
    public CategoryCount {
        if (persons < 0) {
            throw new IllegalArgumentException("a count of persons is never negative: " + persons);
        }
    }
}
