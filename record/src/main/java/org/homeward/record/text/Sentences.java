package org.homeward.record.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Joins tokens and quotations of each block into sentences. */
final class Sentences {
    /** How far past a closed quotation a verb of saying is looked for, in pieces. */
    private static final int ATTRIBUTION_REACH = 8;

    private static final Set<String> SAYS = Set.of(
            "said says asked added told wrote replied answered shouted declared сказал сказала заявил заявила спросил спросила ответил"
                    .split(" "));

    private Sentences() {}

    static List<Sentence> of(String text, List<Token> tokens, List<Block> blocks, List<Quotation> quotations) {
        List<Sentence> sentences = new ArrayList<>();
        int t = 0;
        int q = 0;
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            List<Piece> pieces = new ArrayList<>();
            while (t < tokens.size() && tokens.get(t).begin() < block.begin()) {
                t++;
            }
            while (t < tokens.size() && tokens.get(t).begin() < block.end()) {
                while (q < quotations.size()
                        && quotations.get(q).end() <= tokens.get(t).begin()) {
                    q++;
                }
                Quotation inside = q < quotations.size()
                                && quotations.get(q).begin() <= tokens.get(t).begin()
                        ? quotations.get(q)
                        : null;
                if (inside == null) {
                    pieces.add(Piece.of(tokens.get(t++)));
                    continue;
                }
                pieces.add(Piece.of(inside));
                while (t < tokens.size() && tokens.get(t).begin() < inside.end()) {
                    t++;
                }
            }
            split(text, b, block, pieces, sentences);
        }
        return sentences;
    }

    private static void split(String text, int number, Block block, List<Piece> pieces, List<Sentence> sentences) {
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (i + 1 == pieces.size() || ends(text, pieces, i)) {
                sentences.add(new Sentence(number, block.kind(), List.copyOf(pieces.subList(from, i + 1))));
                from = i + 1;
            }
        }
    }

    private static boolean ends(String text, List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        Piece next = pieces.get(i + 1);
        boolean gap = next.begin() > piece.end();
        boolean starts = next.quotation() != null
                || next.token() != null
                        && (next.token().capital() || next.token().kind() == Token.Kind.NUMBER)
                || next.is("(")
                || next.is("—")
                || next.is("–")
                || next.is("-");
        Quotation quotation = piece.quotation();
        if (quotation != null) {
            char last = text.charAt(quotation.innerEnd() - 1);
            if (!gap || !starts || !quotation.closed() || ".!?…".indexOf(last) < 0) {
                return false;
            }
            if (next.is("—") || next.is("–") || next.is("-")) {
                return false;
            }
            return last == '.' || !attributionFollows(pieces, i + 1);
        }
        boolean mark = piece.is(".") || piece.is("!") || piece.is("?") || piece.is("…");
        boolean dash = next.is("—") || next.is("–") || next.is("-");
        return mark && gap && starts && !dash;
    }

    private static boolean attributionFollows(List<Piece> pieces, int from) {
        for (int i = from; i < Math.min(pieces.size(), from + ATTRIBUTION_REACH); i++) {
            Piece piece = pieces.get(i);
            if (SAYS.contains(piece.lower())) {
                return true;
            }
            if (piece.is(".") || piece.quotation() != null) {
                return false;
            }
        }
        return false;
    }
}
