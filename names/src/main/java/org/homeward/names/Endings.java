package org.homeward.names;

import java.util.Arrays;

/** A set of endings of words in the letters a to z, read from a word's last letter backwards. Immutable once made. */
final class Endings {
    private static final int LETTERS = 26;

    private int[] next = new int[LETTERS * 16];
    private boolean[] ends = new boolean[16];
    private int nodes = 1;

    private Endings() {}

    /** Every one of {@code stems} with every one of {@code suffixes}, both separated by spaces; a dot is no suffix. */
    static Endings of(String stems, String suffixes) {
        Endings endings = new Endings();
        for (String stem : stems.split(" ")) {
            for (String suffix : suffixes.split(" ")) {
                endings.add(suffix.equals(".") ? stem : stem + suffix);
            }
        }
        return endings;
    }

    private void add(String ending) {
        int node = 0;
        for (int i = ending.length() - 1; i >= 0; i--) {
            int at = node * LETTERS + ending.charAt(i) - 'a';
            if (next[at] == 0) {
                if (nodes == ends.length) {
                    ends = Arrays.copyOf(ends, nodes * 2);
                    next = Arrays.copyOf(next, nodes * 2 * LETTERS);
                }
                next[at] = nodes++;
            }
            node = next[at];
        }
        ends[node] = true;
    }

    /** How many letters the longest of the endings has that {@code word} ends with; 0 where it ends with none. */
    int longest(String word) {
        int best = 0;
        int node = 0;
        for (int i = word.length() - 1; i >= 0; i--) {
            int letter = word.charAt(i) - 'a';
            node = letter < 0 || letter >= LETTERS ? 0 : next[node * LETTERS + letter];
            if (node == 0) {
                break;
            }
            best = ends[node] ? word.length() - i : best;
        }
        return best;
    }

    /** Whether the last {@code length} letters of {@code word} are one of the endings. */
    boolean has(String word, int length) {
        int node = 0;
        for (int i = word.length() - 1; i >= word.length() - length; i--) {
            int letter = word.charAt(i) - 'a';
            node = letter < 0 || letter >= LETTERS ? 0 : next[node * LETTERS + letter];
            if (node == 0) {
                return false;
            }
        }
        return ends[node];
    }
}
