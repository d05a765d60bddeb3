package org.homeward.names;

/**
 * The letters of a sound in two numbers, five bits each: a word that is compared lies with what else is asked of it, and its letters are not
 * fetched from another place in memory.
 */
final class Letters {
    static final int BITS = 5;
    /** Letters of the first number. */
    static final int FIRST = 12;

    private static final int MOST = 2 * FIRST;

    private Letters() {}

    /** Whether a sound has letters alone and not too many. */
    static boolean fit(String sound) {
        for (int i = 0; i < sound.length(); i++) {
            if (number(sound.charAt(i)) == 0) {
                return false;
            }
        }
        return sound.length() <= MOST;
    }

    /** The letters from a place, the first in the lowest bits; nothing where they do not fit. */
    static long from(String sound, int from) {
        long letters = 0;
        for (int i = Math.min(sound.length(), from + FIRST) - 1; i >= from && fit(sound); i--) {
            letters = letters << BITS | number(sound.charAt(i));
        }
        return letters;
    }

    /** The number of a letter of two numbers. */
    static int at(long first, long second, int place) {
        return (int) (place < FIRST ? first >>> BITS * place : second >>> BITS * (place - FIRST)) & (1 << BITS) - 1;
    }

    /** a to z from 1; any other letter is 0. */
    static int number(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }
}
