package org.homeward.names;

import java.util.concurrent.ConcurrentHashMap;

/** The tokens in use, each written part once while there is room. For any thread. */
final class Tokens {
    /** Some hundred MiB when full of long words; then all are let go, and those still held elsewhere stay as they are. */
    private static final int MOST = 1 << 18;

    private static final ConcurrentHashMap<String, Token> BY_TEXT = new ConcurrentHashMap<>();

    private Tokens() {}

    /** The token of a part as written, which has at least one letter or digit. */
    static Token of(String text) {
        Token known = BY_TEXT.get(text);
        if (known == null) {
            if (BY_TEXT.size() >= MOST) {
                BY_TEXT.clear();
            }
            known = new Token(text);
            Token other = BY_TEXT.putIfAbsent(text, known);
            known = other == null ? known : other;
        }
        return known;
    }
}
