package org.homeward.record.statement;

import org.homeward.record.text.Piece;
import org.homeward.record.text.Sentence;

/**
 * A sentence with one letter for each piece, saying what it can do there.
 *
 * <p>{@code Q} quotation, {@code N} name, {@code R} role, body or document that can speak, {@code P} pronoun, {@code D}
 * determiner, {@code S} possessive ending, {@code C} verb of saying, {@code A} auxiliary, {@code m} modal, {@code n} negation,
 * {@code v} other finite verb, {@code e} word in -ed, {@code g} word in -ing, {@code a} adverb, {@code p} preposition, {@code c}
 * coordinator, {@code s} subordinator, {@code h} "that", {@code W} "who", {@code t} time word, {@code #} number, {@code w} any
 * other word, and the marks {@code , ; : . ( ) -} as themselves.
 */
final class Tagged {
    private final Sentence sentence;
    private final char[] tags;

    Tagged(Sentence sentence, char[] tags) {
        this.sentence = sentence;
        this.tags = tags;
    }

    Sentence sentence() {
        return sentence;
    }

    int size() {
        return tags.length;
    }

    /** The letter at a place, or {@code .} outside the sentence. */
    char at(int i) {
        return i < 0 || i >= tags.length ? '.' : tags[i];
    }

    boolean is(int i, String letters) {
        return letters.indexOf(at(i)) >= 0;
    }

    Piece piece(int i) {
        return sentence.pieces().get(i);
    }

    /** The word at a place in lower case; empty outside the sentence and for a quotation. */
    String word(int i) {
        return i < 0 || i >= tags.length ? "" : piece(i).lower();
    }

    boolean any(int from, int to, String letters) {
        for (int i = from; i < to; i++) {
            if (is(i, letters)) {
                return true;
            }
        }
        return false;
    }

    /** The letters in a row, for rules that see the whole sentence. */
    String letters() {
        return new String(tags);
    }
}
