package org.homeward.record.statement;

import java.util.List;
import java.util.Set;
import org.homeward.record.text.Block;
import org.homeward.record.text.Piece;
import org.homeward.record.text.Sentence;
import org.homeward.record.text.Token;

/** Gives each piece of an English sentence its letter, by word lists, endings and capitals. */
final class EnglishTags {
    static final Lexicon WORDS = Lexicon.load("english.txt");

    /** Verbs that are nouns just as often. */
    private static final Set<String> NOUN_TOO = Set.of(
            ("reports claims calls notes estimates answers asks demands hints forecast tweets posts promises praises defends states"
                            + " demand call claim deny blame tell repeats denies advised reported alleged announced continued estimated proposed repeated called posted"
                            + " welcomed expressed")
                    .split(" "));

    private static final Set<String> PERSON_ENDINGS = Set.of(
            "ists", "ist", "ians", "ian", "ers", "ors", "crats", "crat", "women", "woman", "men", "man", "person",
            "people");

    private EnglishTags() {}

    static Tagged tag(Sentence sentence) {
        List<Piece> pieces = sentence.pieces();
        char[] tags = new char[pieces.size()];
        boolean title = sentence.kind() == Block.Kind.HEADLINE && isTitleCase(pieces);
        for (int i = 0; i < tags.length; i++) {
            Token token = pieces.get(i).token();
            if (token == null) {
                tags[i] = 'Q';
            } else {
                tags[i] = switch (token.kind()) {
                    case NUMBER -> '#';
                    case MARK -> mark(token.lower());
                    case POSSESSIVE -> i > 0 && "PhW".indexOf(tags[i - 1]) >= 0 ? 'A' : 'S';
                    case WORD -> word(token, opens(pieces, tags, i), title);
                };
            }
        }
        homographs(pieces, tags);
        return new Tagged(sentence, tags);
    }

    private static boolean isTitleCase(List<Piece> pieces) {
        long words = pieces.stream()
                .filter(p ->
                        p.token() != null && p.token().isWord() && p.lower().length() > 4)
                .count();
        long capital = pieces.stream()
                .filter(p -> p.token() != null
                        && p.token().isWord()
                        && p.lower().length() > 4
                        && p.token().capital())
                .count();
        return words > 2 && capital * 10 >= words * 8;
    }

    /** A capital says nothing at the beginning of a sentence, nor after a colon or an opening bracket. */
    private static boolean opens(List<Piece> pieces, char[] tags, int i) {
        return i == 0 || i == 1 && "-(".indexOf(tags[0]) >= 0 || tags[i - 1] == ':';
    }

    private static char mark(String lower) {
        return switch (lower) {
            case ",", ";", ":", "(", ")" -> lower.charAt(0);
            case "[" -> '(';
            case "]" -> ')';
            case "-", "–", "—", "―" -> '-';
            case ".", "!", "?", "…" -> '.';
            default -> 'w';
        };
    }

    private static char word(Token token, boolean opening, boolean title) {
        String lower = token.lower();
        if (token.capital() && !opening) {
            if (lower.equals("i")) {
                return 'P';
            }
            if (title && isCue(lower)) {
                return 'C';
            }
            return WORDS.has("time", lower) ? 't' : 'N';
        }
        if (token.capital()
                && !WORDS.has("notname", lower)
                && !WORDS.has("role", lower)
                && !WORDS.has("time", lower)
                && !WORDS.has("adverb", lower)) {
            return lower.length() > 4 && lower.endsWith("ly") ? 'a' : isPersonWord(lower) ? 'R' : 'N';
        }
        return small(lower);
    }

    private static char small(String lower) {
        if (lower.equals("that")) {
            return 'h';
        }
        if (lower.equals("who")) {
            return 'W';
        }
        if (WORDS.has("negated", lower)) {
            return 'n';
        }
        if (WORDS.has("pronoun", lower)) {
            return 'P';
        }
        if (lower.equals("to")) {
            return 'p';
        }
        if (WORDS.has("modal", lower)) {
            return 'm';
        }
        if (WORDS.has("aux", lower)) {
            return 'A';
        }
        if (isCue(lower)) {
            return 'C';
        }
        if (WORDS.has("coordinator", lower)) {
            return 'c';
        }
        if (WORDS.has("determiner", lower)) {
            return 'D';
        }
        if (WORDS.has("preposition", lower)) {
            return 'p';
        }
        if (WORDS.has("subordinator", lower)) {
            return 's';
        }
        if (WORDS.has("time", lower)) {
            return 't';
        }
        if (WORDS.has("adverb", lower)) {
            return 'a';
        }
        if (WORDS.has("verb", lower)) {
            return 'v';
        }
        if (isPersonWord(lower)) {
            return 'R';
        }
        if (lower.length() > 4 && lower.endsWith("ly")) {
            return 'a';
        }
        if (lower.length() > 4 && lower.endsWith("ed")) {
            return 'e';
        }
        return lower.length() > 5 && lower.endsWith("ing") ? 'g' : 'w';
    }

    static boolean isCue(String lower) {
        return WORDS.has("say", lower) || WORDS.has("clause", lower) || WORDS.has("act", lower);
    }

    static boolean isPersonWord(String lower) {
        if (WORDS.has("role", lower)) {
            return true;
        }
        int hyphen = lower.lastIndexOf('-');
        if (hyphen > 0) {
            return WORDS.has("role", lower.substring(hyphen + 1));
        }
        if (lower.length() < 6 || WORDS.has("notrole", lower)) {
            return false;
        }
        for (int n = 3; n <= 6 && n < lower.length() - 1; n++) {
            if (PERSON_ENDINGS.contains(lower.substring(lower.length() - n))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPerfect(List<Piece> pieces, int i) {
        return Set.of("has", "have", "had").contains(pieces.get(i - 1).lower())
                && pieces.get(i).lower().endsWith("ed");
    }

    /** A verb of saying after an article or before "of" is a noun or an adjective. */
    private static void homographs(List<Piece> pieces, char[] tags) {
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] != 'C') {
                continue;
            }
            char before = i == 0 ? '.' : tags[i - 1];
            char after = i + 1 < tags.length ? tags[i + 1] : '.';
            String word = pieces.get(i).lower();
            boolean alone = before == 'D'
                    && EnglishPhrases.ALONE.contains(pieces.get(i - 1).lower())
                    && (i < 2 || "Q,.c".indexOf(tags[i - 2]) >= 0);
            boolean noun = !alone && "DS#".indexOf(before) >= 0 || before == 'p' && !word.endsWith("ing");
            if (NOUN_TOO.contains(word)) {
                noun |= "wemgA.:".indexOf(before) >= 0
                                && i > 0
                                && !(before == 'A' && (after == 'h' || isPerfect(pieces, i)))
                        || i == 0;
                noun |= i + 1 < pieces.size() && pieces.get(i + 1).is("of");
            }
            if (noun) {
                tags[i] = 'w';
            }
        }
    }
}
