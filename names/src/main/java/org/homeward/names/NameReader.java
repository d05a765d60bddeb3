package org.homeward.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.homeward.names.PersonName.Part;
import org.homeward.names.PersonName.Role;

/** Tells what each word of a written name is. Words that the writing does not tell apart are read by their place. */
final class NameReader {
    private static final Set<String> PARTICLES = Titles.words("""
            al el ad as ash ar an bin ibn ben bint abu umm van von der de den di da la le del du ter
            аль ель эль ас аш ібн ибн бін бин абу ван фон дер де ле ла тер мак
            бен бар בן בת בר אל بن ابن ابو أبو بنت آل
            """);
    private static final Set<String> CHILD_OF =
            Titles.words("oglu ogly oğlu kyzy kizi qizi uulu оглы огли кызы кизи гызы улы уулу");

    private NameReader() {}

    static PersonName read(String text) {
        List<Part> parts = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        String clean = clean(text);
        int comma = clean.indexOf(',');
        if (comma > 0 && comma < clean.length() - 1) {
            field(clean.substring(0, comma), Role.SURNAME, parts, titles);
            List<Part> rest = tell(split(clean.substring(comma + 1)), titles, false);
            // The surname stands before the comma; what follows is a given name and then a patronymic, whatever it
            // looks like.
            boolean given = rest.stream().anyMatch(part -> part.role() == Role.GIVEN);
            for (Part part : rest) {
                if (part.role() == Role.SURNAME) {
                    parts.add(new Part(part.text(), given ? Role.PATRONYMIC : Role.GIVEN));
                    given = true;
                } else {
                    parts.add(part);
                }
            }
        } else {
            parts.addAll(tell(split(clean.replace(',', ' ')), titles, true));
        }
        return new PersonName(text, parts, titles);
    }

    /** The words of a field whose meaning is known. */
    static void field(String text, Role role, List<Part> parts, List<String> titles) {
        for (String word : Titles.without(split(clean(text)), titles, 1)) {
            parts.add(new Part(
                    word,
                    PARTICLES.contains(Titles.lower(word)) || CHILD_OF.contains(Titles.lower(word))
                            ? Role.PARTICLE
                            : role));
        }
    }

    /** One apostrophe, one hyphen, no brackets: a name in brackets, often one from before a marriage, is left to the original. */
    private static String clean(String text) {
        return isPlain(text) ? text : cleanAll(text);
    }

    /** Letters, spaces, full stops and commas alone, in which there is nothing to clean but an Arabic servant's name (Abd al-...). */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= 'А' && c <= 'я'
                    || "іїєґёІЇЄҐЁ".indexOf(c) >= 0;
            boolean servant = (c == 'b' || c == 'B' || c == 'б' || c == 'Б')
                    && i > 0
                    && i + 1 < text.length()
                    && "aAаА".indexOf(text.charAt(i - 1)) >= 0
                    && "dDдД".indexOf(text.charAt(i + 1)) >= 0;
            if (!letter && c != ' ' && c != '.' && c != ',' || servant) {
                return false;
            }
        }
        return true;
    }

    private static String cleanAll(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\([^)]*\\)", " ")
                .replaceAll("[’ʼʹʺ`´‘′″＇]|(?<=\\p{L})[\"*”“](?=\\p{L})", "'")
                .replaceAll("\\s*[‐‑–—]\\s*", "-")
                .replaceAll("\\s+-\\s*|\\s*-\\s+", "-")
                .replaceAll("[\"«»“”„;:/_\\[\\]]", " ")
                .replaceAll("(?iU)(?<![\\p{L}'-])(a[lrsdnz]|el|аль|эль|ель)-(?=\\p{L}{3})", "$1 ")
                .replaceAll(
                        "(?iU)(?<![\\p{L}'-])(abd|abdu|abdul|абд|абдул|عبد)[ -]+((?:a[lrsdnz]|el|ul|аль)[ -]+)?(?=\\p{L}{3})",
                        "$1$2")
                .replaceAll("(?iU)(?<![\\p{L}'-])(abd|abdu|абд)(a[lrsdnz]|el|ul|аль)[ -]+", "$1$2")
                .replace("،", ",");
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>(4);
        boolean cyrillic = false;
        for (int i = 0; i < text.length() && !cyrillic; i++) {
            cyrillic = LookAlikes.isCyrillic(text.charAt(i));
        }
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            // A full stop ends a word even where no space follows: В.В. is two.
            if (i == text.length() || text.charAt(i) == '.' || separates(text.charAt(i))) {
                word(text, start, i, cyrillic, words);
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean separates(char c) {
        if (c == ' ') {
            return true;
        }
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.CONTROL
                || type == Character.FORMAT;
    }

    private static void word(String text, int from, int to, boolean cyrillic, List<String> words) {
        int start = from;
        int end = to;
        while (start < end && "'-".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "'-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean written = false;
        for (int i = start; i < end && !written; i++) {
            written = Character.isLetterOrDigit(text.charAt(i));
        }
        if (written) {
            String bare = LookAlikes.repair(text.substring(start, end));
            words.add(cyrillic && LookAlikes.mayBeCyrillic(bare) ? LookAlikes.as(bare, true) : bare);
        }
    }

    private static List<Part> tell(List<String> all, List<String> titles, boolean surnameToo) {
        List<String> words = Titles.without(all, titles, surnameToo ? 2 : 1);
        int n = words.size();
        Role[] roles = new Role[n];
        Token[] tokens = new Token[n];
        int open = 0;
        for (int i = 0; i < n; i++) {
            tokens[i] = Tokens.of(words.get(i));
            if (n > 1 && PARTICLES.contains(Titles.lower(words.get(i)))) {
                roles[i] = Role.PARTICLE;
            } else if (i > 0 && CHILD_OF.contains(Titles.lower(words.get(i)))) {
                roles[i] = Role.PARTICLE;
                roles[i - 1] = roles[i - 1] == null ? Role.PATRONYMIC : roles[i - 1];
            } else {
                open++;
            }
        }
        if (open > 1) {
            initials(words, roles);
            patronymic(tokens, roles, surnameToo);
            given(words, tokens, roles);
        }
        byPlace(words, roles, surnameToo);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            parts.add(new Part(words.get(i), roles[i]));
        }
        return parts;
    }

    /**
     * The first initial is the given name's, the second the patronymic's. A known given name that stands before one initial takes its place; the only word
     * beside two is a surname, whatever else it may be.
     */
    private static void initials(List<String> words, Role[] roles) {
        int seen = 0;
        int open = 0;
        int initials = 0;
        for (int i = 0; i < roles.length; i++) {
            open += roles[i] == null ? 1 : 0;
            initials += roles[i] == null && isInitial(words.get(i)) ? 1 : 0;
        }
        boolean surnameOnly = initials > 1 && open - initials == 1;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == null && isInitial(words.get(i)) && seen < 2) {
                roles[i] = seen == 0 && !has(roles, Role.GIVEN) && (surnameOnly || !fullGivenBefore(words, roles, i))
                        ? Role.GIVEN
                        : Role.PATRONYMIC;
                seen++;
            }
        }
    }

    /** One letter, or the letters that stand for one: Ye., Sh., Дж. */
    private static boolean isInitial(String word) {
        return word.codePointCount(0, word.length()) == 1 || INITIALS.contains(Titles.lower(word));
    }

    private static final Set<String> INITIALS =
            Titles.words("ye yu ya yo je ju ja jo zh kh ts ch sh sch shch tch cz sz ie iu ia дж");

    private static boolean fullGivenBefore(List<String> words, Role[] roles, int at) {
        return at > 0 && roles[at - 1] == null && Tokens.of(words.get(at - 1)).isGiven();
    }

    private static void patronymic(Token[] tokens, Role[] roles, boolean surnameToo) {
        if (has(roles, Role.PATRONYMIC)) {
            return;
        }
        int best = -1;
        int bestWorth = 0;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == null && tokens[i].patronymic) {
                // A surname may end as a patronymic does: the patronymic follows a given name, and seldom stands first.
                boolean after = i > 0 && tokens[i - 1].isGiven();
                boolean father = tokens[i].hasClass;
                int worth = 1 + (after ? 4 : 0) + (father ? 1 : 0) + (i == 0 ? 0 : i == 1 ? 3 : 2);
                if (worth > bestWorth) {
                    bestWorth = worth;
                    best = i;
                }
            }
        }
        int open = 0;
        for (Role role : roles) {
            open += role == null ? 1 : 0;
        }
        // Two words, a given name and one in -ych: in Ukrainian and Polish the latter is likelier a surname if nothing
        // else is.
        if (best >= 0
                && (open > 2
                        || !surnameToo
                        || has(roles, Role.GIVEN)
                        || best > 0 && tokens[best].sound.endsWith("viq"))) {
            roles[best] = Role.PATRONYMIC;
        }
    }

    private static void given(List<String> words, Token[] tokens, Role[] roles) {
        if (has(roles, Role.GIVEN)) {
            return;
        }
        int best = -1;
        int bestWorth = 0;
        boolean someCapitals = words.stream().anyMatch(word -> !capitals(word));
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != null || !tokens[i].isGiven()) {
                continue;
            }
            boolean beforePatronymic = i + 1 < roles.length && roles[i + 1] == Role.PATRONYMIC;
            int worth = 1 + (beforePatronymic ? 4 : 0) + (someCapitals && capitals(words.get(i)) ? -1 : 1);
            if (worth > bestWorth) {
                bestWorth = worth;
                best = i;
            }
        }
        if (best >= 0) {
            roles[best] = Role.GIVEN;
        } else if (someCapitals) {
            for (int i = 0; i < roles.length; i++) {
                if (roles[i] == null && capitals(words.get(i))) {
                    roles[i] = Role.SURNAME;
                    return;
                }
            }
        }
    }

    private static boolean capitals(String word) {
        return word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(Titles.lower(word));
    }

    /** What is left: a surname first as registers write it, then the given name, then the patronymic, then more surname. */
    private static void byPlace(List<String> words, Role[] roles, boolean surnameToo) {
        boolean single = words.size() == 1;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != null) {
                continue;
            }
            if (surnameToo && !has(roles, Role.SURNAME) || single && surnameToo) {
                roles[i] = Role.SURNAME;
            } else if (!has(roles, Role.GIVEN)) {
                roles[i] = Role.GIVEN;
            } else if (!has(roles, Role.PATRONYMIC) && !joins(words, roles, i)) {
                roles[i] = Role.PATRONYMIC;
            } else {
                roles[i] = Role.SURNAME;
            }
        }
    }

    /** A second surname stands beside the first. */
    private static boolean joins(List<String> words, Role[] roles, int at) {
        return at > 0 && roles[at - 1] == Role.SURNAME && !Tokens.of(words.get(at)).hasClass;
    }

    private static boolean has(Role[] roles, Role role) {
        for (Role one : roles) {
            if (one == role) {
                return true;
            }
        }
        return false;
    }
}
