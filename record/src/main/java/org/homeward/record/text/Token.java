package org.homeward.record.text;

import java.util.Locale;

/**
 * A word, a number or a mark, by where it begins and ends (UTF-16 units, {@code end} exclusive).
 *
 * @param lower its letters in lower case, typographic apostrophes and hyphens made plain
 * @param capital whether it begins with a capital letter
 */
public record Token(int begin, int end, Kind kind, String lower, boolean capital) {
    /** What a token is made of. */
    public enum Kind {
        /** Letters, with hyphens and apostrophes inside, and the point of an abbreviation. */
        WORD,
        /** Begins with a digit: 314, 55,000, 2.5, 20:30, 2026-02-05, 157-й. */
        NUMBER,
        /** The English possessive ending. */
        POSSESSIVE,
        /** Any other mark, one character each. */
        MARK
    }

    static Token of(String text, int begin, int end, Kind kind) {
        String lower = text.substring(begin, end)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('ʼ', '\'')
                .replace('\u2010', '-')
                .replace('\u2011', '-');
        return new Token(begin, end, kind, lower, Character.isUpperCase(text.codePointAt(begin)));
    }

    /** Whether it is this word or mark, in lower case. */
    public boolean is(String word) {
        return lower.equals(word);
    }

    /** Whether it is a word, capital or not. */
    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
