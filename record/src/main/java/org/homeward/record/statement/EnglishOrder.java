package org.homeward.record.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.record.statement.Attribution.Stretch;
import org.homeward.record.text.Block;
import org.jspecify.annotations.Nullable;

/** The first reading of an English sentence: outwards from each verb of saying, by the order of words. */
final class EnglishOrder {
    private static final Lexicon WORDS = EnglishTags.WORDS;
    private static final int LONGEST_DATELINE = 12;
    private static final int FEWEST_WORDS = 4;
    private static final Set<String> SHARED = Set.of("and", "but");

    private final Tagged s;
    private final List<Attribution> found = new ArrayList<>();

    private EnglishOrder(Tagged s) {
        this.s = s;
    }

    static List<Attribution> read(Tagged s) {
        EnglishOrder order = new EnglishOrder(s);
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i) == 'C') {
                order.verb(i);
            } else if (s.word(i).equals("according") && s.word(i + 1).equals("to")) {
                order.according(i);
            } else if (s.word(i).equals("put") && s.word(i + 1).equals("it")) {
                order.asPut(i);
            } else if (s.word(i).equals("quoted") || s.word(i).equals("cited")) {
                order.quoted(i);
            }
        }
        return order.apart();
    }

    private void verb(int cue) {
        String word = s.word(cue);
        if (isUnsaid(cue)) {
            return;
        }
        if (word.startsWith("demanding") && s.is(cue - 1, "A")) {
            return; // What a side is wanting is the outlet's own word; it is read as a demand.
        }
        boolean tells = WORDS.has("tells", word);
        boolean participle = word.endsWith("ing") && !s.is(cue - 1, "A");
        int cueEnd = cue + 1;
        if (word.startsWith("point")) {
            if (!s.word(cue + 1).equals("out")) {
                return;
            }
            cueEnd++;
        }
        if (word.startsWith("called") || word.startsWith("calls") || word.startsWith("calling")) {
            if (Set.of("off", "up", "in", "it").contains(s.word(cueEnd))) {
                return;
            }
        }
        boolean beforeVerb = isCloser(cue - 1);
        Stretch speaker = null;
        boolean inverted = false;
        if (!participle) {
            int helpers = EnglishPhrases.skipHelpers(s, cue);
            if (beforeVerb && helpers == cue && !tells) {
                speaker = EnglishPhrases.right(s, cueEnd);
                inverted = speaker != null;
            }
            if (speaker == null) {
                speaker = EnglishPhrases.left(s, cue);
            }
        }
        boolean shared = false;
        if (speaker == null) {
            speaker = shared(cue, participle);
            shared = speaker != null;
        }
        if (speaker == null) {
            return;
        }
        int unitBegin = inverted || shared ? cue : Math.min(speaker.from(), cue);
        int after = inverted ? speaker.to() : cueEnd;
        EnglishTail.Tail tail = EnglishTail.read(s, after, tells);
        content(new Stretch(cue, cueEnd), speaker, unitBegin, tail, shared, inverted);
    }

    /** "did not say", "would say", "to say", "was told", "is said": nobody is reported to have said it. */
    private boolean isUnsaid(int cue) {
        String word = s.word(cue);
        int i = cue - 1;
        while (i >= 0 && s.at(i) == 'a') {
            i--;
        }
        if (s.word(i).equals("to")) {
            return !s.word(i - 1).equals("on") && !s.word(i - 1).equals("continued");
        }
        if (s.is(i, "nm")) {
            return true;
        }
        if (s.at(i) == 'A' && !word.endsWith("ing")) {
            String aux = s.word(i);
            return !Set.of("has", "have", "had").contains(aux);
        }
        return s.word(i).equals("as") || s.word(i).equals("so") && i > 0;
    }

    /** A quotation, or the comma or dash that closes what is said before the verb. */
    private boolean isCloser(int i) {
        return s.at(i) == 'Q' || i > 0 && s.is(i, ",-");
    }

    private void content(
            Stretch cue, Stretch speaker, int unitBegin, EnglishTail.Tail tail, boolean shared, boolean inverted) {
        String word = s.word(cue.from());
        int before = unitBegin - 1;
        boolean leftQuote = s.at(before) == 'Q' || s.is(before, ",-") && s.at(before - 1) == 'Q';
        int r = tail.end();
        boolean said = WORDS.has("say", word) || WORDS.has("clause", word);
        boolean firmVerb = WORDS.has("say", word) || WORDS.has("clause", word) && !WORDS.has("weak", word);
        if (!shared && leftQuote && said) {
            int end = s.at(before) == 'Q' ? before + 1 : before;
            List<Stretch> content = new ArrayList<>(List.of(new Stretch(segmentBegin(end), end)));
            int more = s.at(r) == ',' || s.at(r) == '-' ? r + 1 : r;
            if (s.at(more) == 'Q' || s.is(more, "cs") && s.at(more + 1) == 'Q') {
                content.add(new Stretch(more, contentEnd(more)));
            }
            add(cue, speaker, content, tail, inverted ? "quotation, verb, speaker" : "quotation, speaker, verb", true);
            return;
        }
        if (inverted && !leftQuote) {
            if (isClause(segmentBegin(before), before) && s.is(r, ".,;-c")) {
                add(
                        cue,
                        speaker,
                        List.of(new Stretch(segmentBegin(before), before)),
                        tail,
                        "clause, verb, speaker",
                        firmVerb);
            }
            return;
        }
        if (s.is(r, ":") || s.is(r, ",") && s.at(r + 1) == 'Q') {
            int begin = r + 1;
            if (s.at(begin) == 'Q' || s.at(r) == ':' && begin < s.size() && said) {
                add(
                        cue,
                        speaker,
                        List.of(new Stretch(begin, contentEnd(begin))),
                        tail,
                        "speaker, verb, quotation",
                        s.at(begin) == 'Q');
                return;
            }
        }
        if (s.at(r) == 'h' && said && r + 1 < s.size()) {
            add(
                    cue,
                    speaker,
                    List.of(new Stretch(r + 1, contentEnd(r + 1))),
                    tail,
                    rule(shared, "speaker, verb, that"),
                    !shared);
            return;
        }
        if (s.at(r) == 'Q' && said) {
            add(
                    cue,
                    speaker,
                    List.of(new Stretch(r, contentEnd(r))),
                    tail,
                    rule(shared, "speaker, verb, quotation"),
                    !shared);
            return;
        }
        boolean parenthesis = s.at(before) == ',' && !shared;
        boolean leftClause = parenthesis && isClause(segmentBegin(before), before);
        if (said && leftClause && s.is(r, ".;")) {
            add(
                    cue,
                    speaker,
                    List.of(new Stretch(segmentBegin(before), before)),
                    tail,
                    "clause, speaker, verb",
                    firmVerb);
            return;
        }
        if (said && parenthesis && s.at(r) == ',' && before > segmentBegin(before)) {
            int begin = segmentBegin(before);
            if (leftClause && s.is(r + 1, "gCcW")) {
                add(cue, speaker, List.of(new Stretch(begin, before)), tail, "clause, speaker, verb", firmVerb);
            } else if (isClause(begin, before) || isClause(r + 1, s.size())) {
                add(
                        cue,
                        speaker,
                        List.of(new Stretch(begin, before), new Stretch(r + 1, contentEnd(r + 1))),
                        tail,
                        "verb of saying between commas",
                        false);
            }
            return;
        }
        bare(cue, speaker, word, tail, shared, firmVerb);
    }

    /** What is said follows without "that": a clause, or for some verbs a phrase. */
    private void bare(
            Stretch cue, Stretch speaker, String word, EnglishTail.Tail tail, boolean shared, boolean firmVerb) {
        int r = tail.end();
        if (s.is(r, ".,;:)-") || r >= s.size()) {
            return;
        }
        Stretch said = new Stretch(r, contentEnd(r));
        boolean clause = s.is(r, "NRDPw#shWeagQn")
                && isClause(r, said.to())
                && !s.word(r).equals("whether");
        if (firmVerb && clause) {
            add(cue, speaker, List.of(said), tail, rule(shared, "speaker, verb, clause"), !shared && !s.is(r, "sWeg"));
            return;
        }
        boolean plain = !shared && said.length() >= FEWEST_WORDS && WORDS.has("say", word) && s.is(r, "DNRPw#");
        if (plain && WORDS.has("strongest", word)) {
            // No verb is known among these words, but after "said" so many words are what is said.
            add(cue, speaker, List.of(said), tail, "speaker, verb, words", false);
            return;
        }
        boolean asks = Set.of(
                        "promised",
                        "promises",
                        "promising",
                        "pledged",
                        "pledges",
                        "pledging",
                        "vowed",
                        "vows",
                        "vowing",
                        "threatened",
                        "threatens",
                        "threatening")
                .contains(word);
        if (asks && s.word(r).equals("to")) {
            add(cue, speaker, List.of(said), tail, rule(shared, "speaker, verb, to do"), false);
            return;
        }
        boolean act = WORDS.has("act", word);
        if (act
                || WORDS.has("object", word) && s.is(r, "DNRwPQ#g")
                || WORDS.has("tells", word) && WORDS.has("clause", word) && s.is(r, "pP")) {
            Stretch whole = act ? new Stretch(cue.to(), contentEnd(cue.to())) : said;
            if (whole.length() >= 2 || s.at(whole.from()) == 'Q') {
                add(cue, speaker, List.of(whole), tail, rule(shared, "speaker, verb, phrase"), false);
            }
        }
    }

    private static String rule(boolean shared, String rule) {
        return shared ? rule + "; the subject of the verb before" : rule;
    }

    private void add(
            Stretch cue, Stretch speaker, List<Stretch> content, EnglishTail.Tail tail, String rule, boolean firm) {
        List<Stretch> kept = content.stream().filter(c -> !c.isEmpty()).toList();
        if (!kept.isEmpty() && kept.stream().noneMatch(c -> c.overlaps(cue))) {
            found.add(new Attribution(speaker, cue, kept, tail.channel(), rule, firm));
        }
    }

    /** The subject of an earlier verb, for "X came and said" and for ", adding that". */
    private @Nullable Stretch shared(int cue, boolean participle) {
        int before = cue - 1;
        while (before >= 0 && s.at(before) == 'a') {
            before--;
        }
        boolean joins = participle ? s.is(before, ",") : SHARED.contains(s.word(before));
        if (!joins) {
            return null;
        }
        if (!found.isEmpty()) {
            return found.getLast().speaker();
        }
        // The subject of the sentence, when it opens it and a verb follows.
        for (int i = 1; i < before; i++) {
            if (s.is(i, "vAmeC")) {
                return EnglishPhrases.left(s, i);
            }
            if (s.is(i, "Q;:")) {
                return null;
            }
        }
        return null;
    }

    private void according(int at) {
        Stretch speaker = EnglishPhrases.source(s, at + 2);
        if (speaker == null) {
            return;
        }
        Stretch cue = new Stretch(at, at + 2);
        int from = speaker.to();
        List<Stretch> content = new ArrayList<>();
        if (at > 0) {
            int end = s.is(at - 1, ",-") ? at - 1 : at;
            int begin = segmentBegin(end);
            if (end > begin && (isClause(begin, end) || s.any(begin, end, "Q"))) {
                content.add(new Stretch(begin, end));
            }
        }
        if (content.isEmpty()) {
            int comma = from;
            while (comma < s.size() && s.at(comma) != ',' && comma - from < 14) {
                comma++;
            }
            if (s.at(comma) != ',' || comma + 1 >= s.size()) {
                return;
            }
            content.add(new Stretch(comma + 1, contentEnd(comma + 1)));
        }
        found.add(new Attribution(speaker, cue, content, Stretch.NONE, "according to", true));
    }

    /** "X, as one minister put it". */
    private void asPut(int at) {
        Stretch speaker = EnglishPhrases.left(s, at);
        if (speaker == null || !s.word(speaker.from() - 1).equals("as")) {
            return;
        }
        int end = speaker.from() - 1;
        while (end > 0 && s.is(end - 1, ",-")) {
            end--;
        }
        Stretch content = new Stretch(segmentBegin(end), end);
        if (!content.isEmpty()) {
            found.add(new Attribution(
                    speaker, new Stretch(at, at + 2), List.of(content), Stretch.NONE, "as the speaker put it", false));
        }
    }

    /** "was quoted as saying", "TASS quoted X as saying". */
    private void quoted(int at) {
        int as = at + 1;
        while (as < s.size()
                && as - at < 14
                && !(s.word(as).equals("as") && s.word(as + 1).equals("saying"))) {
            if (s.is(as, ",Q.;:")) {
                break;
            }
            as++;
        }
        boolean asSaying = s.word(as).equals("as") && s.word(as + 1).equals("saying");
        boolean passive = s.is(at - 1, "A");
        if (passive && s.at(as) != ',' && !asSaying && !s.word(at + 1).equals("by")) {
            return;
        }
        Stretch speaker = passive ? EnglishPhrases.left(s, at) : asSaying ? EnglishPhrases.right(s, at + 1) : null;
        if (speaker == null) {
            return;
        }
        Stretch channel = passive
                ? asSaying && as > at + 1 ? new Stretch(at + 1, as) : Stretch.NONE
                : orNone(EnglishPhrases.left(s, at));
        int from = asSaying ? as + 2 : as;
        Stretch cue = asSaying ? new Stretch(as + 1, as + 2) : new Stretch(at, at + 1);
        int unit = Math.min(speaker.from(), at);
        boolean leftQuote = s.at(unit - 1) == 'Q' || s.at(unit - 1) == ',' && s.at(unit - 2) == 'Q';
        EnglishTail.Tail tail = EnglishTail.read(s, from, false);
        List<Stretch> content;
        if (leftQuote || s.at(unit - 1) == ',' && s.is(tail.end(), ".")) {
            int end = s.at(unit - 1) == ',' ? unit - 1 : unit;
            content = List.of(new Stretch(segmentBegin(end), end));
        } else {
            int begin = s.is(tail.end(), "h:,") ? tail.end() + 1 : tail.end();
            content = List.of(new Stretch(begin, contentEnd(begin)));
        }
        content = content.stream().filter(c -> !c.isEmpty()).toList();
        if (!content.isEmpty()) {
            found.add(new Attribution(speaker, cue, content, channel, "quoted as saying", true));
        }
    }

    private static Stretch orNone(@Nullable Stretch stretch) {
        return stretch == null ? Stretch.NONE : stretch;
    }

    /** Where what is said before {@code end} begins: the sentence, or after an earlier semicolon. */
    private int segmentBegin(int end) {
        int begin = 0;
        for (int i = 0; i < end; i++) {
            if (s.at(i) == ';') {
                begin = i + 1;
            }
        }
        while (begin < end && s.is(begin, "-c") && s.sentence().kind() != Block.Kind.HEADLINE) {
            begin++;
        }
        return begin == 0 ? afterDateline(end) : begin;
    }

    /** Past "LONDON (Agency) - " or "GENEVA, Feb 5 - ". */
    private int afterDateline(int end) {
        for (int i = 1; i < Math.min(end, LONGEST_DATELINE); i++) {
            if (s.at(i) == '-') {
                return s.at(0) == 'N' && !s.any(0, i, "QvACmeP") ? i + 1 : 0;
            }
        }
        return 0;
    }

    /** Where what is said from {@code begin} ends: before the sentence's point, or before ", adding". */
    private int contentEnd(int begin) {
        int end = s.size();
        while (end > begin && s.is(end - 1, ".;:") && s.at(end - 1) != 'Q') {
            end--;
        }
        for (int i = begin + 1; i + 1 < end; i++) {
            if (s.at(i) == ';') {
                return i;
            }
            boolean participle =
                    s.at(i) == ',' && s.at(i + 1) == 'C' && s.word(i + 1).endsWith("ing");
            if (participle && i > begin || isComment(i)) {
                return i;
            }
        }
        return Math.max(begin, end);
    }

    /** ", despite", ", a threat that": after it the outlet speaks, not the speaker. */
    private boolean isComment(int comma) {
        return s.at(comma) == ','
                && (WORDS.has("comment", s.word(comma + 1)) && !s.is(comma + 1, "R")
                        || (s.word(comma + 1).equals("a") || s.word(comma + 1).equals("an"))
                                && WORDS.has("comment", s.word(comma + 2)));
    }

    private boolean isClause(int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (s.is(i, "vAmeCQ")) {
                return true;
            }
        }
        return false;
    }

    /** Cuts what an earlier verb governs where a later speaker begins a clause of its own. */
    private List<Attribution> apart() {
        List<Attribution> kept = new ArrayList<>();
        for (Attribution a : found) {
            if (!kept.isEmpty()) {
                Attribution last = kept.getLast();
                Stretch end = last.content().getLast();
                boolean inside = last.content().stream().anyMatch(c -> c.overlaps(a.cue()));
                if (inside) {
                    int begin = a.speaker().from() > last.cue().from()
                                    && a.speaker().from() < a.cue().from()
                            ? a.speaker().from()
                            : a.cue().from();
                    int cut = coordinated(begin, a);
                    if (cut < 0 || cut <= end.from()) {
                        // An inner saying: kept for the record of the outer one.
                        kept.add(kept.size() - 1, a);
                        continue;
                    }
                    List<Stretch> content = new ArrayList<>(last.content());
                    content.set(content.size() - 1, new Stretch(end.from(), cut));
                    kept.set(kept.size() - 1, last.withContent(List.copyOf(content)));
                }
            }
            kept.add(a);
        }
        return kept;
    }

    private int coordinated(int begin, Attribution a) {
        int i = begin - 1;
        while (i > 0 && s.at(i) == 'a') {
            i--;
        }
        boolean joins = s.at(i) == 'c'
                || Set.of("while", "whereas", "although", "though").contains(s.word(i));
        if (joins) {
            boolean own = s.word(i).equals("but") || a.speaker().from() != begin;
            return s.at(i - 1) == ',' ? i - 1 : s.at(i) == 'c' && own ? i : -1;
        }
        return s.at(i) == ',' && s.word(a.cue().from()).endsWith("ing") ? i : -1;
    }
}
