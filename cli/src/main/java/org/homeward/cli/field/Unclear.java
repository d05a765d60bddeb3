package org.homeward.cli.field;

/** A line typed at a post that cannot be understood; its message says what is expected. */
final class Unclear extends Exception {
    private static final long serialVersionUID = 1;

    Unclear(String sentence) {
        super(sentence);
    }

    /** What stands behind the first word, which must not be nothing. */
    static String need(String rest, String form) throws Unclear {
        if (rest.isEmpty()) {
            throw new Unclear("Type: " + form);
        }
        return rest;
    }

    static String word(String[] words, int at) throws Unclear {
        if (at >= words.length) {
            throw new Unclear("Something is missing in that line; type help.");
        }
        return words[at];
    }
}
