package org.homeward.record.statement;

import java.util.Set;
import org.homeward.record.statement.Attribution.Stretch;

/** What may stand between a verb of saying and what is said: to whom, when, where. */
final class EnglishTail {
    private static final Lexicon WORDS = EnglishTags.WORDS;
    private static final int LONGEST = 24;
    private static final Set<String> WHEN = Set.of("earlier", "later", "ago", "before");

    /**
     * @param end the place after it
     * @param channel to whom or by what means, or empty
     * @param closed whether it is followed by "that", a quotation, a colon, a comma or the end
     */
    record Tail(int end, Stretch channel, boolean closed) {}

    private EnglishTail() {}

    static Tail read(Tagged s, int from, boolean tells) {
        int i = from;
        Stretch channel = Stretch.NONE;
        if (tells) {
            int end = recipient(s, i);
            channel = new Stretch(i, end);
            i = end;
        }
        while (i < s.size() && i - from < LONGEST) {
            char tag = s.at(i);
            if (tag == 'a' || tag == 't' || tag == '#' && s.at(i - 1) == 't') {
                i++;
            } else if (tag == 'p'
                    || tag == 's' && (s.word(i).equals("after") || s.word(i).equals("before"))) {
                int end = phrase(s, i);
                if (end < 0) {
                    break;
                }
                if (channel.isEmpty() && isVenue(s, i, end)) {
                    channel = new Stretch(i, end);
                }
                i = end;
            } else if (s.is(i, "D#") && s.at(i + 1) == 't' && WHEN.contains(s.word(i + 2))) {
                i += 3;
            } else if (tag == ',' && (s.at(i + 1) == 'a' || s.word(i + 1).equals("though")) && s.at(i + 2) == ',') {
                i += 3;
            } else if (tag == ',' && s.is(i + 1, "pt") && closesAfter(s, i + 1)) {
                i++;
            } else {
                break;
            }
        }
        return new Tail(i, channel, s.is(i, "hQ:,.-;"));
    }

    private static boolean closesAfter(Tagged s, int from) {
        int i = from;
        while (i < s.size() && s.is(i, "tp#DNw") && i - from < 8) {
            i++;
        }
        return s.is(i, "h") || s.at(i) == ',' && s.is(i + 1, "hQ");
    }

    private static int recipient(Tagged s, int from) {
        int i = from;
        if (s.at(i) == 'P') {
            return i + 1;
        }
        boolean head = false;
        while (i < s.size() && i - from < 12) {
            char tag = s.at(i);
            if (WORDS.has("recipient", s.word(i))) {
                return i + 1;
            }
            if (tag == 'D' && i > from && !s.is(i - 1, "pc")) {
                break;
            }
            if (tag == 'N' || tag == 'R') {
                if (head && s.at(i - 1) != 'N' && s.at(i - 1) != 'R' && s.at(i - 1) != 'S' && !s.is(i - 1, "pcD")) {
                    break;
                }
                head = true;
            } else if ("DSwg".indexOf(tag) >= 0) {
                if (head && tag == 'w' && bareVerbFollows(s, i)) {
                    break;
                }
            } else if (tag == 'c' && head && s.is(i + 1, "NRD") && s.word(i).equals("and")) {
                i++;
                continue;
            } else {
                break;
            }
            i++;
        }
        return i;
    }

    private static boolean bareVerbFollows(Tagged s, int from) {
        for (int i = from + 1; i < s.size() && i - from < 4; i++) {
            if (s.is(i, "vAm")) {
                return true;
            }
            if (s.is(i, "h,Q.:t")) {
                return false;
            }
        }
        return false;
    }

    /** A prepositional phrase from {@code from}, or -1 where its end cannot be seen. */
    private static int phrase(Tagged s, int from) {
        int i = from + 1;
        if (s.word(from).equals("to") && s.is(i, "vCA")) {
            return -1;
        }
        if (s.is(i, "t#")) {
            while (s.is(i, "t#")
                    || s.at(i) == ',' && s.at(i + 1) == '#' && s.word(i + 1).length() == 4) {
                i++;
            }
            return i;
        }
        if (s.at(i) == 'P') {
            return s.is(i + 1, "vAmCe") ? -1 : i + 1;
        }
        int venue = -1;
        boolean noun = false;
        int begin = i;
        while (i < s.size() && i - from < 12 && s.is(i, "DSwNRge#")) {
            if (s.at(i) == 'D' && i > begin) {
                break;
            }
            if (s.is(i, "wNR")) {
                noun = true;
            }
            if (WORDS.has("venue", s.word(i))) {
                venue = i + 1;
            }
            i++;
        }
        if (!noun) {
            return -1;
        }
        if (s.is(i, "vAmC") || s.is(i, "n")) {
            // The phrase has swallowed the subject of what is said: give it back.
            if (venue > 0 && venue < i) {
                return venue;
            }
            int names = begin;
            while (names < i && s.at(names) == 'N') {
                names++;
            }
            return names > begin && names < i ? names : -1;
        }
        return i;
    }

    private static boolean isVenue(Tagged s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (WORDS.has("venue", s.word(i))) {
                return true;
            }
        }
        return s.word(from).equals("to") && s.any(from, to, "RN");
    }
}
