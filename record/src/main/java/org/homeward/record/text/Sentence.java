package org.homeward.record.text;

import java.util.List;

/**
 * A sentence, in which a quotation is one piece however many sentences it holds.
 *
 * @param block the number of its block
 */
public record Sentence(int block, Block.Kind kind, List<Piece> pieces) {
    /** Where its first piece begins. */
    public int begin() {
        return pieces.getFirst().begin();
    }

    /** Where its last piece ends. */
    public int end() {
        return pieces.getLast().end();
    }
}
