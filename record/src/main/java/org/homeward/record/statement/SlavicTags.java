package org.homeward.record.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.record.text.Language;
import org.homeward.record.text.Piece;
import org.homeward.record.text.Quotation;
import org.homeward.record.text.Sentence;
import org.homeward.record.text.Token;

/** Gives each piece of a Russian or Ukrainian sentence its letter, by word lists, endings and capitals. */
final class SlavicTags {
    static final Lexicon RUSSIAN = Lexicon.load("russian.txt");
    static final Lexicon UKRAINIAN = Lexicon.load("ukrainian.txt");

    private static final Map<Language, Set<String>> CUES =
            Map.of(Language.RUSSIAN, cues(RUSSIAN, "л"), Language.UKRAINIAN, cues(UKRAINIAN, "в"));
    private static final Map<String, Boolean> ROLE_WORDS = roles();
    private static final int LONGEST_ENDING = 4;
    private static final List<String> ENDINGS = List.of(
            "ского", "ському", "скому", "ського", "ским", "ським", "ская", "ська", "ской", "ської", "ский", "ський",
            "ову", "ову", "ова", "ову", "ову", "евой", "овой", "евой", "ової", "ою", "ой", "ою", "ом", "ом", "ым", "им",
            "ем", "єм", "ям", "ам", "ах", "ого", "ому", "его", "ему", "ого", "у", "ю", "а", "я", "е", "є", "і", "и",
            "ы", "ї", "й", "ь", "о");

    private SlavicTags() {}

    private static Set<String> cues(Lexicon words, String masculine) {
        Set<String> cues = new HashSet<>();
        for (String stem : words.section("past")) {
            if (stem.endsWith("лся") || stem.endsWith("вся") || stem.endsWith("ів")) {
                cues.add(stem);
            }
            for (String ending : List.of(masculine, "ла", "ло", "ли")) {
                cues.add(stem + ending);
            }
        }
        cues.addAll(words.section("present"));
        cues.addAll(words.section("gerund"));
        return Set.copyOf(cues);
    }

    private static Map<String, Boolean> roles() {
        Map<String, Boolean> roles = new HashMap<>();
        RUSSIAN.section("role").forEach(r -> roles.put(r, true));
        UKRAINIAN.section("role").forEach(r -> roles.put(r, true));
        return Map.copyOf(roles);
    }

    static Lexicon words(Language language) {
        return language == Language.UKRAINIAN ? UKRAINIAN : RUSSIAN;
    }

    static boolean isCue(String lower, Language language) {
        Set<String> cues = CUES.get(language);
        return cues != null && cues.contains(lower);
    }

    /** Whether the word is an office, a body or a kind of person, in any case. */
    static boolean isRole(String lower) {
        for (int cut = 0; cut <= LONGEST_ENDING && lower.length() - cut >= 3; cut++) {
            if (ROLE_WORDS.containsKey(lower.substring(0, lower.length() - cut))) {
                return true;
            }
        }
        int hyphen = lower.indexOf('-');
        return hyphen > 2 && lower.length() - hyphen > 3 && isRole(lower.substring(hyphen + 1));
    }

    /** Whether the word is an office or a kind of person, in any case: it can be "he" or "she". */
    static boolean isPerson(String lower) {
        if (!isRole(lower)) {
            return false;
        }
        for (int cut = 0; cut <= LONGEST_ENDING && lower.length() - cut >= 3; cut++) {
            String stem = lower.substring(0, lower.length() - cut);
            if (RUSSIAN.has("body", stem) || UKRAINIAN.has("body", stem)) {
                return false;
            }
        }
        return true;
    }

    /** A word without its case ending; good enough to know a surname again, not to print. */
    static String stem(String lower) {
        for (String ending : ENDINGS) {
            if (lower.length() - ending.length() >= 3 && lower.endsWith(ending)) {
                return lower.substring(0, lower.length() - ending.length());
            }
        }
        return lower;
    }

    static Tagged tag(Sentence sentence, Language language) {
        Lexicon words = words(language);
        List<Piece> pieces = sentence.pieces();
        char[] tags = new char[pieces.size()];
        for (int i = 0; i < tags.length; i++) {
            Token token = pieces.get(i).token();
            if (token == null) {
                tags[i] = 'Q';
                continue;
            }
            tags[i] = switch (token.kind()) {
                case NUMBER -> '#';
                case POSSESSIVE -> 'w';
                case MARK -> mark(token.lower());
                case WORD ->
                    word(
                            token,
                            i == 0 || tags[i - 1] == ':' || i == 1 && tags[0] == '-' || tags[i - 1] == 'Q',
                            words,
                            language);
            };
        }
        for (int i = 0; i < tags.length; i++) {
            Quotation q = pieces.get(i).quotation();
            if (q != null && isTitle(pieces, tags, i, q)) {
                tags[i] = 'N';
            }
        }
        return new Tagged(sentence, tags);
    }

    /** «Интерфакс», "МК": the name of an agency or a paper stands in quotation marks too. */
    private static boolean isTitle(List<Piece> pieces, char[] tags, int i, Quotation q) {
        boolean brief = q.innerEnd() - q.inner() <= 24;
        char before = i == 0 ? '.' : tags[i - 1];
        if (!brief || i == 0) {
            return false;
        }
        char after = i + 1 < tags.length ? tags[i + 1] : '.';
        return "RwNp".indexOf(before) >= 0 && after != '-' && !pieces.get(i - 1).is(":")
                || "Cat".indexOf(before) >= 0 && after == ',' && i + 2 < tags.length && tags[i + 2] == 'h';
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

    private static char word(Token token, boolean opening, Lexicon words, Language language) {
        String lower = token.lower();
        boolean listed = words.has("that", lower)
                || words.has("negated", lower)
                || words.has("preposition", lower)
                || words.has("coordinator", lower)
                || words.has("subordinator", lower)
                || words.has("pronoun", lower)
                || words.has("determiner", lower)
                || words.has("time", lower)
                || words.has("adverb", lower)
                || words.has("aux", lower)
                || isCue(lower, language);
        if (token.capital() && !(opening && listed)) {
            return isRole(lower) && opening ? 'R' : 'N';
        }
        if (words.has("that", lower)) {
            return 'h';
        }
        if (words.has("negated", lower)) {
            return 'n';
        }
        if (isCue(lower, language)) {
            return 'C';
        }
        if (words.has("pronoun", lower)) {
            return 'P';
        }
        if (words.has("coordinator", lower)) {
            return 'c';
        }
        if (words.has("subordinator", lower)) {
            return 's';
        }
        if (words.has("preposition", lower)) {
            return 'p';
        }
        if (words.has("determiner", lower)) {
            return 'D';
        }
        if (words.has("aux", lower)) {
            return 'A';
        }
        if (words.has("time", lower)) {
            return 't';
        }
        if (words.has("adverb", lower)) {
            return 'a';
        }
        if (isRole(lower)) {
            return 'R';
        }
        return isVerb(lower, language) ? 'v' : 'w';
    }

    private static boolean isVerb(String lower, Language language) {
        if (lower.length() < 5) {
            return false;
        }
        List<String> endings = language == Language.UKRAINIAN
                ? List.of(
                        "ться", "ють", "уть", "ять", "ать", "їть", "ить", "ався", "ілася", "алися", "али", "или", "іли",
                        "ило", "ала", "ила", "ував", "увала")
                : List.of(
                        "ется", "ются", "ится", "ятся", "ался", "ился", "алась", "ались", "илась", "ились", "ает",
                        "яет", "ует", "еет", "ают", "яют", "уют", "ал", "ил", "ел", "ала", "ила", "ела", "али", "или",
                        "ели", "ало", "ило");
        return endings.stream().anyMatch(lower::endsWith);
    }

    /** Whether the word looks like an adjective in the nominative: it may open the words for a speaker. */
    static boolean isNominativeAdjective(String lower) {
        return lower.length() > 3
                && List.of("ый", "ий", "ой", "ая", "яя", "ые", "ие", "ій", "ька", "на", "ні", "і").stream()
                        .anyMatch(lower::endsWith);
    }
}
