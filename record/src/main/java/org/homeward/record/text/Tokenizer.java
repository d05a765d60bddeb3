package org.homeward.record.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts text into tokens; linear in its length. */
final class Tokenizer {
    /** Written with a point that does not end a sentence. */
    private static final Set<String> POINTED = Set.of(
            ("mr mrs ms dr prof sen rep gov gen col lt capt sgt maj cmdr adm st jr sr vs etc no inc corp ltd co rev hon jan feb mar"
                            + " apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri approx est pres amb brig"
                            + " г гг р рр м ст тыс тис млн млрд руб коп грн ул вул им ім пр просп т д п др ін см напр стр ген"
                            + " полк лейт проф доц акад чел чол")
                    .split(" "));

    private static final Pattern LETTERS_AND_POINTS =
            Pattern.compile("(?:\\p{Lu}\\.){2,}|\\p{Lu}\\.(?=\\s+\\p{Lu}\\p{Ll})");
    /** {@code т.е.}, {@code т.д.}, {@code e.g.}, {@code a.m.}: single small letters with points. */
    private static final Pattern SMALL_POINTS = Pattern.compile("(?:\\p{Ll}\\.){2,}");

    private Tokenizer() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 5 + 8);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c)) {
                i++;
            } else if (isWordPart(text, i)) {
                i = word(text, i, tokens);
            } else if (Character.isDigit(c)) {
                int end = numberEnd(text, i);
                tokens.add(Token.of(text, i, end, Token.Kind.NUMBER));
                i = end;
            } else {
                int end = i + (Character.isHighSurrogate(c) && i + 1 < text.length() ? 2 : 1);
                tokens.add(Token.of(text, i, end, Token.Kind.MARK));
                i = end;
            }
        }
        return tokens;
    }

    private static int word(String text, int begin, List<Token> tokens) {
        int pointed = pointedEnd(text, begin);
        if (pointed > 0) {
            tokens.add(Token.of(text, begin, pointed, Token.Kind.WORD));
            return pointed;
        }
        int end = begin;
        while (end < text.length()
                && (isWordPart(text, end) || Character.isDigit(text.charAt(end)) || joins(text, end))) {
            end++;
        }
        int possessive = possessive(text, begin, end);
        if (possessive > begin) {
            tokens.add(Token.of(text, begin, possessive, Token.Kind.WORD));
            tokens.add(Token.of(text, possessive, end, Token.Kind.POSSESSIVE));
            return end;
        }
        if (end < text.length()
                && text.charAt(end) == '.'
                && POINTED.contains(text.substring(begin, end).toLowerCase(Locale.ROOT))
                && goesOn(text, end + 1)) {
            end++;
        } else if (end + 1 < text.length()
                && end - begin < 8
                && text.charAt(end) == '.'
                && text.charAt(end + 1) == ','
                && "RDI".indexOf(text.charAt(begin)) >= 0
                && text.charAt(begin + 1) == '-') {
            end++; // "Sen. Orla Venn, R-Neb., said"
        }
        tokens.add(Token.of(text, begin, end, Token.Kind.WORD));
        return end;
    }

    /** An abbreviation's point at the end of a paragraph is the sentence's too. */
    private static boolean goesOn(String text, int at) {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',' || text.charAt(at) == '\u00a0');
    }

    private static int pointedEnd(String text, int begin) {
        if (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
            return -1;
        }
        if (begin + 1 >= text.length() || text.charAt(begin + 1) != '.') {
            return -1;
        }
        var region = text.subSequence(begin, Math.min(text.length(), begin + 24));
        var letters = LETTERS_AND_POINTS.matcher(region);
        if (letters.lookingAt()) {
            return begin + letters.end();
        }
        var small = SMALL_POINTS.matcher(region);
        return small.lookingAt() ? begin + small.end() : -1;
    }

    private static int possessive(String text, int begin, int end) {
        if (end - begin > 2
                && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
                && isApostrophe(text.charAt(end - 2))) {
            return end - 2;
        }
        return -1;
    }

    private static boolean isWordPart(String text, int i) {
        char c = text.charAt(i);
        return Character.isLetter(c)
                || Character.isSurrogate(c)
                        && Character.isLetter(text.codePointAt(Character.isLowSurrogate(c) && i > 0 ? i - 1 : i))
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean joins(String text, int i) {
        char c = text.charAt(i);
        boolean inner = isApostrophe(c) || c == '-' || c == '\u2010' || c == '\u2011';
        return inner
                && i + 1 < text.length()
                && (Character.isLetter(text.charAt(i + 1)) || c == '-' && Character.isDigit(text.charAt(i + 1)))
                && i > 0
                && Character.isLetterOrDigit(text.charAt(i - 1));
    }

    private static int numberEnd(String text, int begin) {
        int end = begin;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean glue = (c == '.' || c == ',' || c == ':' || c == '-' || c == '/' || c == '\u2011')
                    && end + 1 < text.length()
                    && (Character.isDigit(text.charAt(end + 1))
                            || c == '-' && Character.isLetter(text.charAt(end + 1)));
            if (!Character.isDigit(c) && !Character.isLetter(c) && !glue) {
                break;
            }
            end++;
        }
        return end;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ';
    }

    /** Marks that steer direction or joining and show nothing. */
    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }
}
