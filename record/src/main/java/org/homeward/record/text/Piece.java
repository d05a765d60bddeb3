package org.homeward.record.text;

import org.jspecify.annotations.Nullable;

/** What a sentence is made of: a token, or a whole quotation seen as one. Exactly one of the two is there. */
public record Piece(
        int begin, int end, @Nullable Token token, @Nullable Quotation quotation) {
    static Piece of(Token token) {
        return new Piece(token.begin(), token.end(), token, null);
    }

    static Piece of(Quotation quotation) {
        return new Piece(quotation.begin(), quotation.end(), null, quotation);
    }

    /** Whether it is this word or mark, in lower case. */
    public boolean is(String word) {
        return token != null && token.is(word);
    }

    /** The word in lower case; empty for a quotation. */
    public String lower() {
        return token == null ? "" : token.lower();
    }
}
