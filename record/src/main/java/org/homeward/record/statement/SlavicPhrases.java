package org.homeward.record.statement;

import java.util.Set;
import org.homeward.record.statement.Attribution.Stretch;
import org.jspecify.annotations.Nullable;

/** Finds the words for a speaker beside a Russian or Ukrainian verb of saying. */
final class SlavicPhrases {
    private static final int LONGEST = 22;
    private static final Set<String> IN = Set.of("в", "во", "у", "на");

    private SlavicPhrases() {}

    private static boolean isRecipient(Tagged s, int i) {
        return SlavicTags.RUSSIAN.has("recipient", s.word(i)) || SlavicTags.UKRAINIAN.has("recipient", s.word(i));
    }

    /** The speaker before the verb at {@code cue}; null where the words there cannot speak. */
    static @Nullable Stretch left(Tagged s, int cue) {
        int end = cue;
        while (end > 0 && s.is(end - 1, "atA")) {
            end--;
        }
        if (s.at(end - 1) == ',' || s.at(end - 1) == ')') {
            char opener = s.at(end - 1) == ')' ? '(' : ',';
            for (int i = end - 2; i > 0 && end - i < 30; i--) {
                if (s.is(i, "Q.;:h")) {
                    return null;
                }
                if (s.at(i) == opener && s.is(i - 1, "NRP")) {
                    Stretch name = before(s, i);
                    return name == null ? null : new Stretch(name.from(), end - 1);
                }
            }
            return null;
        }
        return before(s, end);
    }

    private static @Nullable Stretch before(Tagged s, int end) {
        int from = end;
        while (from > 0
                && end - from < LONGEST
                && !s.is(from - 1, ",;:.Qhs-()")
                && !(s.at(from - 1) == 'c' && !joinsNames(s, from - 1))
                && s.at(from - 1) != 'C'
                && s.at(from - 1) != 'v') {
            from--;
        }
        while (from < end && s.is(from, "catAn")) {
            from++;
        }
        if (s.at(from) == 'p') {
            from = afterOpeningPhrase(s, from, end);
        }
        // Adverbial phrases between the speaker and the verb: "X в интервью Y недавно сказал".
        int to = end;
        int cut = from;
        for (int i = from + 1; i < to; i++) {
            if (s.at(i) == 'p' && s.is(i - 1, "NRPw") && s.any(from, i, "NRP")) {
                boolean office = s.at(to - 1) == 'N'
                        && s.at(to - 2) != 'p'
                        && s.is(to - 2, "NwR")
                        && (s.at(i - 1) != 'N' || SlavicTags.isRole(s.word(i - 1)));
                if (!office) {
                    cut = i;
                    break;
                }
            }
        }
        to = cut > from ? cut : to;
        while (to > from && isRecipient(s, to - 1)) {
            to--;
        }
        while (to > from && s.is(to - 1, "at")) {
            to--;
        }
        return from < to && s.any(from, to, "NRP") ? narrowed(s, from, to) : null;
    }

    /** A pronoun is the whole speaker. */
    private static Stretch narrowed(Tagged s, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (s.at(i) == 'P') {
                return new Stretch(i, i + 1);
            }
        }
        return new Stretch(from, to);
    }

    private static boolean joinsNames(Tagged s, int i) {
        return (s.word(i).equals("и")
                        || s.word(i).equals("і")
                        || s.word(i).equals("та")
                        || s.word(i).equals("й"))
                && i > 0
                && s.is(i - 1, "NRw")
                && s.is(i + 1, "NRw");
    }

    /** Past "В среду", "В Киеве", "По итогам переговоров" at the beginning. */
    private static int afterOpeningPhrase(Tagged s, int from, int end) {
        int i = from;
        while (i < end && s.at(i) == 'p') {
            i++;
            if (s.is(i, "t#")) {
                while (i < end && s.is(i, "t#a")) {
                    i++;
                }
            } else {
                i++;
            }
        }
        for (int k = i; k < end; k++) {
            if (s.is(k, "RP")) {
                int begin = k;
                while (begin > i && SlavicTags.isNominativeAdjective(s.word(begin - 1)) && s.at(begin - 1) != 'p') {
                    begin--;
                }
                return begin;
            }
        }
        int name = end;
        while (name > i && s.at(name - 1) == 'N') {
            name--;
        }
        return name;
    }

    /** The speaker after the verb, with adverbs and phrases of place or recipient between; null where there is none. */
    static @Nullable Stretch right(Tagged s, int from) {
        int end = from;
        while (end < s.size()
                && end - from < LONGEST
                && !s.is(end, ",;:.Qhs-vC")
                && !(s.at(end) == 'c' && !joinsNames(s, end))) {
            if (s.at(end) == '(') {
                break;
            }
            end++;
        }
        int begin = from;
        boolean moved = true;
        while (moved && begin < end) {
            moved = false;
            while (begin < end && s.is(begin, "atA")) {
                begin++;
                moved = true;
            }
            if (begin < end && isRecipient(s, begin)) {
                begin++;
                if (s.at(begin) == 'N' && begin + 1 < end) {
                    int names = begin;
                    while (names < end && s.at(names) == 'N' && s.piece(names).token() == null) {
                        names++;
                    }
                    begin = names == begin && s.any(begin + 1, end, "R") ? begin + 1 : names;
                }
                moved = true;
            }
            if (begin < end && s.at(begin) == 'p') {
                begin = afterPhrase(s, begin, end);
                moved = true;
            }
        }
        if (begin >= end) {
            return null;
        }
        if (s.at(begin) == 'P') {
            return new Stretch(begin, begin + 1);
        }
        int to = end;
        for (int i = begin + 1; i < end; i++) {
            boolean inside = s.at(i) == 'p' && s.is(i - 1, "Rw") && namesFollow(s, i, end);
            if (s.is(i, "at")
                    || s.at(i) == 'p' && !inside
                    || s.at(i) == 'P'
                    || isRecipient(s, i) && s.any(begin, i, "N")) {
                to = i;
                break;
            }
        }
        if (!s.any(begin, to, "NR")) {
            return null;
        }
        return new Stretch(begin, withApposition(s, to));
    }

    private static boolean namesFollow(Tagged s, int preposition, int end) {
        return end - preposition > 2 && s.at(end - 1) == 'N' && s.is(end - 2, "NwR");
    }

    /** After "в интервью РБК", "в среду", "на брифинге": where the words for the speaker begin. */
    private static int afterPhrase(Tagged s, int from, int end) {
        int i = from + 1;
        if (s.is(i, "t#")) {
            while (i < end && s.is(i, "t#")) {
                i++;
            }
            return i;
        }
        for (int k = i + 1; k < end; k++) {
            boolean role = s.at(k) == 'R' && !isRecipient(s, k);
            if (role && s.at(k - 1) != 'p') {
                int begin = k;
                while (begin > i + 1 && SlavicTags.isNominativeAdjective(s.word(begin - 1)) && s.is(begin - 1, "wNa")) {
                    begin--;
                }
                return begin;
            }
            if (s.at(k) == 'N' && s.at(k - 1) != 'p' && k + 1 < end && s.at(k + 1) == 'N'
                    || s.at(k) == 'N' && k + 1 == end && s.at(k - 1) != 'p') {
                return k;
            }
            if (s.at(k) == 'P' || s.is(k, "p")) {
                return k;
            }
        }
        return end;
    }

    private static int withApposition(Tagged s, int end) {
        if (s.at(end) != ',' || s.at(end - 1) != 'N') {
            return end;
        }
        for (int i = end + 1; i < s.size() && i - end < 16; i++) {
            if (s.is(i, ",.;-Q:")) {
                boolean office =
                        i > end + 1 && s.any(end + 1, i, "R") && !s.any(end + 1, i, "hvCs") && s.is(end + 1, "Rw");
                return office ? i : end;
            }
        }
        return end;
    }

    /** The body in "в министерстве сообщили" or "сообщили в министерстве"; null where none stands there. */
    static @Nullable Stretch inBody(Tagged s, int cue, int before) {
        if (IN.contains(s.word(cue + 1))) {
            Stretch after = source(s, cue + 2);
            return after != null && s.is(after.to(), ",.:;") ? after : null;
        }
        int end = before + 1;
        while (end > 0 && s.is(end - 1, "Dat")) {
            end--;
        }
        int from = end;
        while (from > 0 && end - from < 8 && s.is(from - 1, "NRw")) {
            from--;
        }
        boolean body = from < end && from > 0 && IN.contains(s.word(from - 1)) && s.any(from, end, "NR");
        return body ? new Stretch(from, end) : null;
    }

    /** Any noun phrase up to a comma or the end: a document or a body. */
    static @Nullable Stretch source(Tagged s, int from) {
        int end = from;
        while (end < s.size() && end - from < LONGEST && s.is(end, "NRwDc#pt")) {
            end++;
        }
        return end > from && s.any(from, end, "NRw") ? new Stretch(from, end) : null;
    }

    /** The speaker after "по словам": in the genitive, up to the comma or the end. */
    static @Nullable Stretch genitive(Tagged s, int from) {
        int end = from;
        while (end < s.size() && end - from < LONGEST && !s.is(end, ",;:.Q-hsvC(")) {
            end++;
        }
        if (s.at(from) == 'P' || s.at(from) == 'D' && end == from + 1) {
            return new Stretch(from, from + 1);
        }
        return s.any(from, end, "NR") ? new Stretch(from, end) : null;
    }
}
