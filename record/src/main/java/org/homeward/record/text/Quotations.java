package org.homeward.record.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pairs quotation marks, block by block; a quotation over several paragraphs opens each of them and closes the last. */
final class Quotations {
    private static final String OPENERS = "“\"«„‘'‹‟";
    /** A line of dialogue: {@code — Words, — said Name. — More words.} */
    private static final Pattern DASH_TURN = Pattern.compile("[,!?…]\\s+[—–-]\\s+(?=\\p{Ll})");

    private static final Pattern DASH_BACK = Pattern.compile("[.,:]\\s+[—–-]\\s+");

    private final String text;
    private final List<Quotation> found = new ArrayList<>();
    private int chain;
    /** The mark a paragraph left open, or 0. */
    private char open;

    private Quotations(String text) {
        this.text = text;
    }

    static List<Quotation> find(String text, List<Block> blocks, Language language) {
        Quotations q = new Quotations(text);
        for (int i = 0; i < blocks.size(); i++) {
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            if (language == Language.ENGLISH || !q.dialogue(blocks.get(i))) {
                q.block(blocks.get(i), next);
            }
        }
        return q.found;
    }

    private void block(Block block, @org.jspecify.annotations.Nullable Block next) {
        int i = block.begin();
        boolean goesOn = open != 0 && text.charAt(i) == open;
        if (!goesOn) {
            open = 0;
        }
        while (i < block.end()) {
            char c = text.charAt(i);
            if (OPENERS.indexOf(c) < 0 || !opens(c, i, block)) {
                i++;
                continue;
            }
            if (!goesOn) {
                chain++;
            }
            goesOn = false;
            int close = close(c, i + 1, block);
            if (close < 0 && (c == '\'' || c == '‘' || c == '‹')) {
                i++;
                continue;
            }
            boolean runsOn = close < 0 && next != null && next.begin() < next.end() && text.charAt(next.begin()) == c;
            int end = close < 0 ? block.end() : close + 1;
            int innerEnd = close < 0 ? block.end() : close;
            if (innerEnd > i + 1) {
                found.add(new Quotation(i, end, i + 1, innerEnd, chain, close >= 0 || runsOn));
            }
            open = runsOn ? c : 0;
            i = end;
        }
    }

    private boolean opens(char mark, int at, Block block) {
        boolean before = at == block.begin() || !Character.isLetterOrDigit(text.charAt(at - 1));
        boolean after = at + 1 < block.end() && !Character.isWhitespace(text.charAt(at + 1));
        boolean spaced = at == block.begin()
                || Character.isWhitespace(text.charAt(at - 1))
                || "(-—–[“«„\"‘'".indexOf(text.charAt(at - 1)) >= 0;
        return switch (mark) {
            case '\'', '‘' -> spaced && after && Character.isLetter(text.charAt(at + 1));
            case '"' -> before && after && spaced;
            default -> after;
        };
    }

    /** Where the mark that answers the opener at {@code from - 1} stands, or -1. */
    private int close(char opener, int from, Block block) {
        int depth = 1;
        int lastClose = -1;
        for (int i = from; i < block.end(); i++) {
            char c = text.charAt(i);
            switch (opener) {
                case '"' -> {
                    if (c == '"' && !opensInside(i, block)) {
                        return i;
                    }
                    if (c == '”' && i > from) {
                        return i;
                    }
                }
                case '“', '‟' -> {
                    if (c == '”' || c == '"' && !opensInside(i, block)) {
                        return i;
                    }
                }
                case '„' -> {
                    if (c == '“' || c == '”' || c == '"') {
                        return i;
                    }
                }
                case '«' -> {
                    if (c == '«') {
                        depth++;
                    } else if (c == '»') {
                        lastClose = i;
                        if (--depth == 0) {
                            return i;
                        }
                    }
                }
                case '‹' -> {
                    if (c == '›') {
                        return i;
                    }
                }
                default -> {
                    boolean mark = opener == '‘' ? c == '’' : c == '\'';
                    if (mark && closesSingle(from, i, block)) {
                        return i;
                    }
                }
            }
        }
        // «A «B» with one closing mark for both is common usage.
        return lastClose;
    }

    private boolean opensInside(int at, Block block) {
        return Character.isWhitespace(text.charAt(at - 1))
                && at + 1 < block.end()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** An apostrophe has letters on both sides, or ends a plural; a closing mark follows punctuation or several words. */
    private boolean closesSingle(int from, int at, Block block) {
        boolean free = at + 1 >= block.end() || !Character.isLetterOrDigit(text.charAt(at + 1));
        if (!free || at == from || Character.isWhitespace(text.charAt(at - 1))) {
            return false;
        }
        if (",.!?".indexOf(text.charAt(at - 1)) >= 0) {
            return true;
        }
        return text.charAt(at - 1) != 's' || text.indexOf('\'', at + 1) < 0 && text.indexOf('’', at + 1) < 0;
    }

    private boolean dialogue(Block block) {
        char first = text.charAt(block.begin());
        if ("—–-".indexOf(first) < 0
                || block.end() - block.begin() < 4
                || !Character.isWhitespace(text.charAt(block.begin() + 1))) {
            return false;
        }
        Matcher turn = DASH_TURN.matcher(text).region(block.begin() + 2, block.end());
        if (!turn.find()) {
            return false;
        }
        chain++;
        open = 0;
        int inner = block.begin() + 2;
        found.add(new Quotation(block.begin(), turn.start() + 1, inner, turn.start() + 1, chain, true));
        Matcher back = DASH_BACK.matcher(text).region(turn.end(), block.end());
        if (back.find() && back.end() < block.end()) {
            found.add(new Quotation(back.end() - 2, block.end(), back.end(), block.end(), chain, true));
        }
        return true;
    }
}
