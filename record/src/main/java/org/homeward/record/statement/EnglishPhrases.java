package org.homeward.record.statement;

import java.util.Set;
import org.homeward.record.statement.Attribution.Stretch;
import org.jspecify.annotations.Nullable;

/** Finds the words for a speaker beside a verb of saying. */
final class EnglishPhrases {
    private static final int LONGEST = 14;
    private static final int LONGEST_APPOSITION = 32;
    private static final Set<String> INSIDE =
            Set.of("of", "for", "at", "in", "from", "with", "on", "to", "about", "familiar");
    private static final int LONGEST_RELATIVE = 22;
    /** After these any noun phrase before them is who says it. */
    private static final Set<String> SAID =
            Set.of("said", "says", "say", "told", "added", "wrote", "insisted", "insists");

    static final Set<String> ALONE = Set.of("others", "another", "one", "some", "many", "both", "several");
    private static final Set<String> INSIDE_AFTER_VERB = Set.of("of", "for", "at", "from", "with");

    private EnglishPhrases() {}

    /** The speaker whose verb stands at {@code cue}, to its left; null where the words there cannot speak. */
    static @Nullable Stretch left(Tagged s, int cue) {
        int end = skipHelpers(s, cue);
        if (s.is(end - 1, ",)")) {
            int open = s.at(end - 1) == ')' ? openBracket(s, end - 1) : apposition(s, end - 1);
            if (open > 0) {
                Stretch name = phrase(s, open);
                if (name == null && s.at(end - 1) == ',' && isName(s, open + 1, end - 1)) {
                    return new Stretch(open + 1, end - 1); // "One of them, Orla Venn, said"
                }
                return name == null ? null : new Stretch(name.from(), end - 1 + (s.at(end - 1) == ')' ? 1 : 0));
            }
            int names = end - 1;
            while (names > 0 && s.at(names - 1) == 'N') {
                names--;
            }
            boolean named = s.at(end - 1) == ',' && s.at(names - 1) == ',' && isName(s, names, end - 1);
            return named ? new Stretch(names, end - 1) : null;
        }
        if (s.at(end - 1) == '-') {
            return null;
        }
        return phrase(s, end);
    }

    /** Where the phrase ends when adverbs, auxiliaries and "on Tuesday" before the verb are passed over. */
    static int skipHelpers(Tagged s, int cue) {
        int end = cue;
        while (end > 0 && cue - end < 6) {
            if (s.is(end - 1, "aA")) {
                end--;
            } else if (s.at(end - 1) == 't' && end > 2 && s.is(end - 2, "NRP)")) {
                end--;
            } else if (s.at(end - 1) == 't' && end > 3 && s.at(end - 2) == 'p' && s.is(end - 3, "NRP),")) {
                end -= 2;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isName(Tagged s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.at(i) != 'N') {
                return false;
            }
        }
        return to - from >= 2;
    }

    private static int openBracket(Tagged s, int close) {
        for (int i = close - 1; i > 0 && close - i < 10; i--) {
            if (s.at(i) == '(') {
                return i;
            }
        }
        return -1;
    }

    /** The comma that opens an apposition or a relative clause closed by the comma at {@code close}, or -1. */
    private static int apposition(Tagged s, int close) {
        for (int i = close - 1; i > 0 && close - i < LONGEST_APPOSITION; i--) {
            if (s.is(i, "Q.;:")) {
                return -1;
            }
            if (s.at(i) == ',' && i + 1 < close && opensApposition(s, i + 1, close) && s.is(i - 1, "NRP)#")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean opensApposition(Tagged s, int from, int close) {
        if (s.word(from).equals("asked") || s.at(from) == 'g' && !s.is(close - 1, "vA")) {
            return true; // "asked about the talks", "speaking on condition of anonymity"
        }
        if (s.at(from) == 'W' || s.word(from).equals("which") || s.word(from).equals("whose")) {
            return true;
        }
        if (s.at(from) == '#') {
            return close - from <= 2 || s.any(from, close, "RW");
        }
        boolean role = s.any(from, close, "R") || s.any(from, close, "N") && s.is(from, "DN");
        boolean place = close - from <= 2 && s.at(from) == 'N';
        return place || role && s.is(from, "DRwNat") && !s.is(close - 1, "vA");
    }

    /** The phrase that ends before {@code end}. */
    private static @Nullable Stretch phrase(Tagged s, int end) {
        if (end <= 0) {
            return null;
        }
        if (s.at(end - 1) == 'P') {
            String word = s.word(end - 1);
            return word.equals("it") && s.at(end) == 'A' ? null : new Stretch(end - 1, end);
        }
        if (s.at(end - 1) == 'W') {
            if (end < 2 || !s.is(end - 2, "NR,")) {
                return null;
            }
            Stretch antecedent = phrase(s, s.at(end - 2) == ',' ? end - 2 : end - 1);
            return antecedent == null ? new Stretch(end - 1, end) : antecedent;
        }
        int from = end;
        while (from > 0 && end - from < LONGEST && continuesLeft(s, from - 1, end)) {
            from--;
        }
        from = trimFront(s, from, end);
        if (from < end && canSpeak(s, from, end)) {
            return new Stretch(from, end);
        }
        Stretch related = beforeRelative(s, end);
        if (related != null) {
            return related;
        }
        boolean plain = from < end && s.at(from) == 'D' && s.at(end - 1) == 'w' && SAID.contains(s.word(end));
        return plain && !s.any(from, end, "pc") ? new Stretch(from, end) : null;
    }

    /** "An official who asked not to be named": the phrase before "who", or before a "that" that opens its first clause. */
    private static @Nullable Stretch beforeRelative(Tagged s, int end) {
        for (int i = end - 1; i > 0 && end - i < LONGEST_RELATIVE; i--) {
            if (s.is(i, "Q.;:")) {
                return null;
            }
            boolean who = s.at(i) == 'W' && s.is(i - 1, "NR");
            boolean that = s.at(i) == 'h' && s.at(i - 1) == 'R' && !s.any(0, i, "CvAm");
            if (who || that) {
                Stretch head = phrase(s, i);
                return head == null ? null : new Stretch(head.from(), end);
            }
            if (s.at(i) == ',') {
                return null;
            }
        }
        return null;
    }

    private static boolean continuesLeft(Tagged s, int i, int end) {
        char tag = s.at(i);
        if ("NRDSw#()".indexOf(tag) >= 0) {
            // A new determiner to the right of a name begins another phrase, unless a preposition leads to it.
            return !(i + 1 < end && s.at(i + 1) == 'D' && tag != 'D');
        }
        if (tag == 'p') {
            boolean led = s.is(i - 1, "NRw)") || s.is(i - 1, "eg") && s.at(i - 2) == 'R';
            return INSIDE.contains(s.word(i)) && i > 0 && led && !isTimeAfter(s, i);
        }
        if (tag == 'a') {
            return i > 0 && s.is(i - 1, "DS") && i + 1 < end && s.is(i + 1, "wRNge");
        }
        if (tag == 'e' || tag == 'g') {
            return i > 0 && s.is(i - 1, "RNwDS") || i + 1 < end && s.is(i + 1, "NRw");
        }
        if (tag == 'c') {
            return s.word(i).equals("and") && i > 0 && s.is(i - 1, "NR") && s.is(i + 1, "NRDw") && noVerbBefore(s, i);
        }
        return false;
    }

    private static boolean isTimeAfter(Tagged s, int preposition) {
        return s.is(preposition + 1, "t#");
    }

    private static boolean noVerbBefore(Tagged s, int i) {
        for (int k = i - 1; k >= 0; k--) {
            if (s.is(k, "vACme")) {
                return false;
            }
            if (s.is(k, ",;:.-Qhs")) {
                return true;
            }
        }
        return true;
    }

    private static int trimFront(Tagged s, int from, int end) {
        int i = from;
        while (i < end
                && s.is(i, "pcat)#w,(")
                && !(s.at(i) == 'w' && startsPhrase(s, i, end))
                && !(s.at(i) == '#' && s.is(i + 1, "RwN"))) {
            i++;
        }
        return i;
    }

    private static boolean startsPhrase(Tagged s, int i, int end) {
        return s.any(i, end, "NR");
    }

    /** Whether the head of the phrase is a name, a role, a body or a document. */
    private static boolean canSpeak(Tagged s, int from, int end) {
        int head = end;
        for (int i = from; i < end; i++) {
            if (i > from
                    && (s.at(i) == 'p'
                            || s.at(i) == 'e' && s.at(i - 1) == 'R'
                            || s.at(i) == 'g' && s.at(i - 1) == 'R'
                            || s.at(i) == '('
                            || s.word(i).equals("familiar"))) {
                head = i;
                break;
            }
        }
        char last = s.at(head - 1);
        if (last == 'N' || last == 'R') {
            return !(head - from == 1 && last == 'N' && EnglishTags.WORDS.has("notname", s.word(from)));
        }
        return last == 'D' && head - from == 1 && ALONE.contains(s.word(head - 1));
    }

    /** The speaker that begins at {@code from}, after its verb, with its apposition; null where no speaker begins there. */
    static @Nullable Stretch right(Tagged s, int from) {
        if (s.at(from) == 'P') {
            return new Stretch(from, from + 1);
        }
        int i = from;
        int lastHead = -1;
        while (i < s.size() && i - from < LONGEST) {
            char tag = s.at(i);
            if (tag == 'N' || tag == 'R') {
                lastHead = i;
            } else if (tag == 'p') {
                boolean inside = INSIDE_AFTER_VERB.contains(s.word(i))
                        || s.word(i).equals("in") && s.at(i + 1) == 'N' && s.at(i - 1) == 'R';
                if (lastHead < 0
                        || !inside
                        || isTimeAfter(s, i)
                        || EnglishTags.WORDS.has("venue", s.word(i + 2)) && s.at(i + 1) == 'D') {
                    break;
                }
            } else if (tag == 'c') {
                if (!s.word(i).equals("and") || lastHead != i - 1 || !s.is(i + 1, "NRD") || !phraseHasHead(s, i + 1)) {
                    break;
                }
            } else if (tag == 'D' && i > from && !s.is(i - 1, "pc")) {
                break;
            } else if (tag == '#' && i > from) {
                break;
            } else if ("DSwge#(".indexOf(tag) < 0) {
                break;
            } else if (tag == '(') {
                int close = i;
                while (close < s.size() && s.at(close) != ')' && close - i < 8) {
                    close++;
                }
                if (s.at(close) != ')' || lastHead != i - 1) {
                    break;
                }
                lastHead = close;
                i = close;
            }
            i++;
        }
        if (lastHead < 0) {
            return null;
        }
        int end = lastHead + 1;
        if (s.word(end).equals("familiar") && s.word(end + 1).equals("with")) {
            end += 2;
            while (end < s.size() && s.is(end, "DwNR")) {
                end++;
            }
        }
        if (s.is(end, "mAv") || s.at(end) == 'e' && s.at(end - 1) != 'R') {
            return null; // It is the subject of what is said: "X, the minister, said her party would agree".
        }
        if (!canSpeak(s, from, s.at(end - 1) == ')' ? openBracket(s, end - 1) : end)) {
            return null;
        }
        return new Stretch(from, afterApposition(s, end));
    }

    /** After "according to" any noun phrase is the source: "figures published by both ministries". */
    static @Nullable Stretch source(Tagged s, int from) {
        Stretch person = right(s, from);
        if (person != null) {
            return person;
        }
        int end = from;
        while (end < s.size() && end - from < LONGEST && s.is(end, "DwNRgeSpc#a")) {
            end++;
        }
        boolean noun = s.any(from, end, "wNRg") && s.is(end, ",.;-:");
        return noun && !EnglishTags.WORDS.has("notplan", s.word(end - 1)) ? new Stretch(from, end) : null;
    }

    private static boolean phraseHasHead(Tagged s, int from) {
        for (int i = from; i < s.size() && i - from < 6; i++) {
            if (s.is(i, "NR")) {
                return true;
            }
            if (s.is(i, "vACm,.;")) {
                return false;
            }
        }
        return false;
    }

    /** An apposition after a name, up to the comma or the end; without one, {@code end}. */
    private static int afterApposition(Tagged s, int end) {
        if (s.at(end) != ',') {
            return end;
        }
        for (int i = end + 1; i < s.size() && i - end < LONGEST_APPOSITION; i++) {
            if (s.is(i, ",.-;Q:")) {
                boolean fits = i > end + 1 && opensApposition(s, end + 1, i) && !(s.at(end + 1) == 't');
                return fits ? i : end;
            }
        }
        return end;
    }
}
