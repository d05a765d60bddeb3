package org.homeward.record.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.record.Article;
import org.homeward.record.Span;
import org.homeward.record.statement.Attribution.Stretch;
import org.homeward.record.text.Language;
import org.homeward.record.text.Page;
import org.homeward.record.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Whom the words for a speaker stand for: remembers names, offices and sides in the order of the text.
 *
 * <p>A pronoun is given only to the last person quoted, in the same paragraph or the one before, and only when no other
 * person has opened a sentence since; everything else is left open for a person to fill.
 */
final class Speakers {
    private static final Set<String> SINGULAR = Set.of("he", "she", "он", "она", "він", "вона");
    private static final Set<String> BODY = Set.of("it", "they", "она", "оно", "вона", "воно", "они", "вони");

    /** "по её словам" is hers. */
    private static final Map<String, String> POSSESSIVE =
            Map.of("его", "он", "её", "она", "ее", "она", "их", "они", "його", "він", "її", "вона", "їх", "вони");

    /** What is read from the words for a speaker. */
    record Reading(
            @Nullable Span name,
            @Nullable Span capacity,
            @Nullable Derived referent,
            @Nullable Derived side) {}

    private record Known(
            Span name, @Nullable Span capacity, @Nullable Derived side, int words) {}

    private final Article article;
    private final boolean english;
    private final Map<String, Known> byLastWord = new HashMap<>();
    private final Map<String, Known> byOffice = new HashMap<>();
    private final Map<String, String> pronouns = new HashMap<>();
    private final Set<String> speaking = new HashSet<>();
    private @Nullable Known lastPerson;
    private int lastPersonBlock = -9;
    private @Nullable Known lastBody;
    private int lastBodyBlock = -9;
    private String lastOpener = "";

    Speakers(Page page) {
        this.article = page.article();
        this.english = page.language() == Language.ENGLISH;
        List<Token> tokens = page.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            String lower = tokens.get(i).lower();
            if (!(english ? EnglishTags.isCue(lower) : SlavicTags.isCue(lower, page.language()))) {
                continue;
            }
            for (int k = Math.max(0, i - 3); k < Math.min(tokens.size(), i + 6); k++) {
                if (tokens.get(k).capital()) {
                    speaking.add(key(tokens.get(k).lower()));
                }
            }
        }
    }

    /** Whether the word stands beside a verb of saying anywhere in the article. */
    boolean speaksSomewhere(String lower) {
        return speaking.contains(key(lower));
    }

    Reading read(Tagged s, Stretch stretch) {
        int block = s.sentence().block();
        int from = stretch.from();
        int to = Math.min(stretch.to(), s.size());
        String possessor = to - from == 1 ? POSSESSIVE.get(s.word(from)) : null;
        if (possessor != null && !english) {
            return pronoun(possessor, block);
        }
        if (to - from == 1 && s.is(from, "PW")) {
            return s.at(from) == 'W' ? relative(s, from) : pronoun(s.word(from), block);
        }
        int mainEnd = from;
        while (mainEnd < to && !s.is(mainEnd, ",(")) {
            mainEnd++;
        }
        int nameFrom = nameFrom(s, from, mainEnd);
        int nameTo = nameFrom;
        while (nameTo < mainEnd && isNamePart(s, nameTo)) {
            nameTo++;
        }
        Span capacity = capacity(s, from, to, mainEnd, nameFrom, nameTo);
        Derived side = side(s, from, to, mainEnd, nameFrom, nameTo);
        if (nameTo > nameFrom) {
            return named(s, nameFrom, nameTo, capacity, side, block);
        }
        int last = to > mainEnd && s.at(to - 1) == ',' ? to - 1 : to;
        if (isWholeName(s, mainEnd + 1, last)) {
            return named(s, mainEnd + 1, last, span(s, from, mainEnd), side, block);
        }
        return office(s, from, mainEnd, capacity, side, block);
    }

    private Reading relative(Tagged s, int at) {
        int end = s.at(at - 1) == ',' ? at - 1 : at;
        int from = end;
        while (from > 0 && isNamePart(s, from - 1)) {
            from--;
        }
        if (from == end) {
            return new Reading(null, null, null, null);
        }
        Known known = known(s, from, end, null, null);
        return new Reading(
                null,
                known.capacity,
                new Derived(words(known.name), "relative pronoun, the name before it", List.of(known.name)),
                known.side);
    }

    private Reading pronoun(String word, int block) {
        boolean person = SINGULAR.contains(word) && lastPerson != null && block - lastPersonBlock <= 1;
        if (person && lastPerson != null) {
            String key = key(lastWord(lastPerson.name));
            String earlier = pronouns.putIfAbsent(key, word);
            boolean opener = lastOpener.isEmpty() || lastOpener.equals(key);
            if ((earlier == null || earlier.equals(word)) && opener) {
                lastPersonBlock = block;
                return new Reading(
                        null,
                        lastPerson.capacity,
                        new Derived(
                                words(lastPerson.name), "pronoun, the last person quoted", List.of(lastPerson.name)),
                        lastPerson.side);
            }
        }
        if (BODY.contains(word) && lastBody != null && block - lastBodyBlock <= 1 && !person) {
            lastBodyBlock = block;
            return new Reading(
                    null,
                    null,
                    new Derived(words(lastBody.name), "pronoun, the last body quoted", List.of(lastBody.name)),
                    lastBody.side);
        }
        return new Reading(null, null, null, null);
    }

    private Reading named(Tagged s, int from, int to, @Nullable Span capacity, @Nullable Derived side, int block) {
        Span name = span(s, from, to);
        Known earlier = byLastWord.get(key(s.word(to - 1)));
        Known known = known(s, from, to, capacity, side);
        lastPerson = known;
        lastPersonBlock = block;
        lastOpener = "";
        Derived referent = earlier != null && earlier.words > to - from
                ? new Derived(words(earlier.name), "surname, the full name stands earlier", List.of(earlier.name))
                : null;
        return new Reading(
                name,
                capacity == null ? known.capacity : capacity,
                referent,
                side == null ? inherited(known.side) : side);
    }

    private static @Nullable Derived inherited(@Nullable Derived side) {
        return side == null ? null : new Derived(side.value(), "given with an earlier mention", side.from());
    }

    private Known known(Tagged s, int from, int to, @Nullable Span capacity, @Nullable Derived side) {
        String key = key(s.word(to - 1));
        Known earlier = byLastWord.get(key);
        Known now = new Known(
                earlier != null && earlier.words > to - from ? earlier.name : span(s, from, to),
                capacity == null && earlier != null ? earlier.capacity : capacity,
                side == null && earlier != null ? earlier.side : side,
                Math.max(to - from, earlier == null ? 0 : earlier.words));
        byLastWord.put(key, now);
        if (now.capacity != null) {
            byOffice.put(officeKey(words(now.capacity)), now);
        }
        return now;
    }

    private Reading office(
            Tagged s, int from, int mainEnd, @Nullable Span capacity, @Nullable Derived side, int block) {
        Span whole = span(s, from, mainEnd);
        Known body = new Known(whole, null, side, mainEnd - from);
        lastBody = body;
        lastBodyBlock = block;
        lastOpener = "";
        Known holder = byOffice.get(officeKey(words(whole)));
        boolean definite = !english || s.word(from).equals("the");
        if (holder != null && definite) {
            lastPerson = holder;
            lastPersonBlock = block;
            Derived referent =
                    new Derived(words(holder.name), "office, its holder is named earlier", List.of(holder.name));
            return new Reading(null, capacity, referent, side == null ? inherited(holder.side) : side);
        }
        if (isUnnamedPerson(s, from, mainEnd)) {
            // Somebody unnamed has spoken: a pronoun after this is theirs, no longer the last name's.
            lastPerson = new Known(whole, capacity, side, 0);
            lastPersonBlock = block;
        }
        return new Reading(null, capacity, null, side);
    }

    /** "the head of the mission, Orla Venn,": the apposition is the name. */
    private boolean isWholeName(Tagged s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isNamePart(s, i)) {
                return false;
            }
        }
        return to - from >= 2;
    }

    private boolean isUnnamedPerson(Tagged s, int from, int to) {
        if (!english) {
            return s.at(from) == 'R' && SlavicTags.isPerson(s.word(from));
        }
        int head = from;
        while (head < to && !s.is(head, "pWeg(")) {
            head++;
        }
        return head > from && s.at(head - 1) == 'R' && !EnglishTags.WORDS.has("body", s.word(head - 1));
    }

    /** Names of this sentence's first words, for later pronouns; every full name, for later surnames. */
    void pass(Tagged s) {
        int i = 0;
        while (i < s.size()) {
            if (!isNamePart(s, i)) {
                i++;
                continue;
            }
            int end = i;
            while (end < s.size() && isNamePart(s, end)) {
                end++;
            }
            if (end - i >= 2) {
                byLastWord.putIfAbsent(key(s.word(end - 1)), new Known(span(s, i, end), null, null, end - i));
            }
            if (i <= 2 && s.is(end, "vAem,") && byLastWord.containsKey(key(s.word(end - 1)))) {
                lastOpener = key(s.word(end - 1));
            }
            i = end;
        }
    }

    private int nameFrom(Tagged s, int from, int end) {
        int last = end;
        while (last > from && !isNamePart(s, last - 1)) {
            last--;
        }
        int begin = last;
        while (begin > from && isNamePart(s, begin - 1)) {
            begin--;
        }
        // "the head of the Red Cross in Geneva": a name after a preposition is part of the office.
        for (int i = from; i < begin; i++) {
            if (s.at(i) == 'p' && s.is(begin - 1, "pDw") && english) {
                return end;
            }
        }
        boolean trails = last < end && s.at(last) != 'p';
        return trails ? end : begin;
    }

    private boolean isNamePart(Tagged s, int i) {
        if (s.at(i) != 'N' || s.piece(i).token() == null) {
            return false;
        }
        String lower = s.word(i);
        return Places.of(lower) == null && !isTitle(lower);
    }

    private boolean isTitle(String lower) {
        return english
                ? EnglishTags.isPersonWord(lower)
                        || Set.of(
                                        "prime",
                                        "foreign",
                                        "defense",
                                        "defence",
                                        "interior",
                                        "vice",
                                        "deputy",
                                        "white",
                                        "house",
                                        "supreme")
                                .contains(lower)
                : SlavicTags.isRole(lower);
    }

    private @Nullable Span capacity(Tagged s, int from, int to, int mainEnd, int nameFrom, int nameTo) {
        if (nameTo > nameFrom && nameFrom > from) {
            return span(s, from, nameFrom);
        }
        if (nameTo > nameFrom
                && mainEnd + 1 < to
                && s.at(mainEnd) == ','
                && (s.any(mainEnd, to, "R") || s.any(mainEnd, to, "N"))) {
            int begin = mainEnd + 1;
            int end = to;
            while (end > begin && s.is(end - 1, ",")) {
                end--;
            }
            boolean office = s.at(begin) != 'W' && s.at(begin) != '#' && end > begin && s.any(begin, end, "RN");
            return office ? span(s, begin, end) : null;
        }
        return nameTo == nameFrom && s.any(from, mainEnd, "R") ? span(s, from, mainEnd) : null;
    }

    private @Nullable Derived side(Tagged s, int from, int to, int mainEnd, int nameFrom, int nameTo) {
        List<Token> words = tokens(s, from, nameTo > nameFrom ? nameFrom : mainEnd);
        int head = 0;
        while (head < words.size()
                && !(english
                        ? EnglishTags.isPersonWord(words.get(head).lower())
                        : SlavicTags.isRole(words.get(head).lower()))) {
            head++;
        }
        Derived before = english && head < words.size() ? Places.among(article, words.subList(0, head), "") : null;
        Derived main = before != null ? before : Places.among(article, words, "");
        return main != null || mainEnd + 1 >= to
                ? main
                : Places.among(article, tokens(s, mainEnd + 1, to), ", in the apposition");
    }

    private static List<Token> tokens(Tagged s, int from, int to) {
        return s.sentence().pieces().subList(from, Math.max(from, to)).stream()
                .flatMap(p ->
                        p.token() == null ? java.util.stream.Stream.empty() : java.util.stream.Stream.of(p.token()))
                .toList();
    }

    private Span span(Tagged s, int from, int to) {
        return article.span(s.piece(from).begin(), s.piece(to - 1).end());
    }

    private String words(Span span) {
        return article.words(span);
    }

    private String lastWord(Span name) {
        String[] words = words(name).split("\\s+");
        return words[words.length - 1].toLowerCase(java.util.Locale.ROOT);
    }

    /** A surname's key: in Russian and Ukrainian its case endings are cut. */
    private String key(String lower) {
        return english ? lower : SlavicTags.stem(lower);
    }

    private String officeKey(String words) {
        String[] all = words.toLowerCase(java.util.Locale.ROOT).split("[\\s,]+");
        String last = all.length == 0 ? "" : all[all.length - 1];
        return english ? last : SlavicTags.stem(all[0]);
    }
}
