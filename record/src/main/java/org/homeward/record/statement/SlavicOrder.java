package org.homeward.record.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.record.statement.Attribution.Stretch;
import org.homeward.record.text.Language;
import org.jspecify.annotations.Nullable;

/** The first reading of a Russian or Ukrainian sentence: outwards from each verb of saying, by the order of words. */
final class SlavicOrder {
    private static final Set<String> ABOUT = Set.of("о", "об", "обо", "про");
    private static final Set<String> PROMISES = Set.of(
            "обеща",
            "пообеща",
            "пригроз",
            "угрож",
            "предлож",
            "предлаг",
            "обіця",
            "пообіця",
            "погрож",
            "запропон",
            "пропону",
            "рекоменд",
            "порекоменд",
            "совету",
            "посовет",
            "радит",
            "радят",
            "порадил",
            "порадив",
            "требу",
            "потребов",
            "вимаг");
    private static final Set<String> BY = Set.of("по", "за", "согласно", "на", "зі", "із", "со", "з");

    private final Tagged s;
    private final List<Attribution> found = new ArrayList<>();

    private SlavicOrder(Tagged s) {
        this.s = s;
    }

    static List<Attribution> read(Tagged s) {
        SlavicOrder order = new SlavicOrder(s);
        for (int i = 0; i < s.size(); i++) {
            boolean excludes = s.word(i).startsWith("исключ") || s.word(i).startsWith("виключ");
            if (isWithin(s.word(i)) && s.at(i + 1) == 'p') {
                order.within(i);
            } else if (s.at(i) == 'C' && s.is(i - 1, "n") == excludes) {
                order.verb(i); // "did not rule out" is said; "did not say" is not, and "ruled out" has no such clause.
            } else if (BY.contains(s.word(i)) && s.is(i + 1, "DP") && isAccording(s.word(i + 2))) {
                order.according(i, new Stretch(i + 1, i + 2), i + 3);
            } else if (s.word(i).equals("согласно") || s.word(i).equals("згідно")) {
                int from = s.at(i + 1) == 'p' ? i + 2 : i + 1;
                order.according(i, SlavicPhrases.source(s, from), -1);
            } else if (BY.contains(s.word(i))
                    && isAccording(s.word(i + 1))
                    && !s.word(i - 1).equals("згідно")) {
                order.according(i, SlavicPhrases.genitive(s, i + 2), -1);
            }
        }
        return order.apart();
    }

    private static boolean isAccording(String word) {
        return SlavicTags.RUSSIAN.has("according", word) || SlavicTags.UKRAINIAN.has("according", word);
    }

    private static boolean isGerund(String word) {
        return SlavicTags.RUSSIAN.has("gerund", word)
                        && (word.endsWith("ив")
                                || word.endsWith("ав")
                                || word.endsWith("ув")
                                || word.endsWith("яя")
                                || word.endsWith("ая")
                                || word.endsWith("сь"))
                || SlavicTags.UKRAINIAN.has("gerund", word);
    }

    private void verb(int cue) {
        boolean ukrainianPast = SlavicTags.isCue(s.word(cue), Language.UKRAINIAN);
        boolean gerund = isGerund(s.word(cue))
                && !(ukrainianPast && !SlavicTags.UKRAINIAN.has("gerund", s.word(cue)) && !s.is(cue - 1, ",c"));
        int before = cue - 1;
        while (before >= 0 && s.is(before, "atn")) {
            before--;
        }
        boolean closer = s.at(before) == 'Q' || s.is(before, "-,") || before < 0;
        boolean how = s.word(before).equals("как") || s.word(before).equals("як");
        Stretch speaker = null;
        boolean inverted = false;
        boolean shared = false;
        if (gerund) {
            speaker = found.isEmpty()
                    ? SlavicPhrases.left(s, firstVerb(cue))
                    : found.getLast().speaker();
            shared = true;
        } else {
            speaker = closer ? null : SlavicPhrases.left(s, cue);
            if (speaker == null || how) {
                Stretch after = SlavicPhrases.right(s, cue + 1);
                if (after != null) {
                    speaker = after;
                    inverted = true;
                }
            }
            if (speaker == null && s.at(before) == 'c') {
                speaker = found.isEmpty()
                        ? SlavicPhrases.left(s, firstVerb(cue))
                        : found.getLast().speaker();
                shared = speaker != null;
            }
            if (speaker == null && s.at(before) == ',') {
                speaker = SlavicPhrases.left(s, cue);
            }
        }
        if (speaker == null && !gerund && isPlural(s.word(cue))) {
            speaker = SlavicPhrases.inBody(s, cue, before);
            inverted = speaker != null && speaker.from() > cue;
        }
        if (speaker == null) {
            return;
        }
        content(cue, speaker, inverted, shared, how);
    }

    /** "В министерстве сообщили", "сообщают в штабе": they who say it are the body named with the preposition. */
    private static boolean isPlural(String word) {
        return word.endsWith("ли")
                || word.endsWith("ют")
                || word.endsWith("ят")
                || word.endsWith("ють")
                || word.endsWith("ять");
    }

    private int firstVerb(int cue) {
        for (int i = 1; i < cue; i++) {
            if (s.is(i, "vC")) {
                return i;
            }
        }
        return 0;
    }

    private void content(int cue, Stretch speaker, boolean inverted, boolean shared, boolean how) {
        int begin = inverted || shared ? cue : Math.min(cue, speaker.from());
        while (begin > 0 && s.is(begin - 1, "atn") && inverted) {
            begin--;
        }
        if (how) {
            begin--;
        }
        int after = inverted ? Math.max(cue + 1, speaker.to()) : cue + 1;
        int close = after;
        while (close < s.size() && !s.is(close, ",:;.Qh-")) {
            close++;
        }
        Stretch unit = new Stretch(cue, cue + 1);
        String order = inverted ? "verb, speaker" : "speaker, verb";
        int before = begin - 1;
        boolean leftQuote = s.at(before) == 'Q'
                || s.is(before, ",-")
                        && (s.at(before - 1) == 'Q' || s.at(before - 1) == ',' && s.at(before - 2) == 'Q');
        if (leftQuote && !shared) {
            int end = before;
            while (end > 0 && s.is(end, ",-")) {
                end--;
            }
            List<Stretch> content = new ArrayList<>(List.of(new Stretch(segment(end), end + 1)));
            int more = close;
            while (more < s.size() && s.is(more, ".,-:")) {
                more++;
            }
            if (more < s.size() && (s.at(more) == 'Q' || s.is(close, ".,") && s.at(close + 1) == '-')) {
                content.add(new Stretch(more, end(more)));
            }
            add(speaker, unit, content, after, close, "quotation, " + order, true);
            return;
        }
        int that = close;
        if (s.at(that) == ',') {
            that++;
        }
        if (s.at(that) == 'c') {
            that++;
        }
        if (s.at(that) == 'h' && that + 1 < s.size()) {
            add(speaker, unit, List.of(new Stretch(that + 1, end(that + 1))), after, close, order + ", that", !shared);
            return;
        }
        if (s.at(close) == ':' && close + 1 < s.size()) {
            add(
                    speaker,
                    unit,
                    List.of(new Stretch(close + 1, end(close + 1))),
                    after,
                    close,
                    order + ", colon",
                    !shared);
            return;
        }
        if (s.at(close) == 'Q' && !shared) {
            int whole = isAct(s.word(cue)) && !inverted ? after : close;
            add(speaker, unit, List.of(new Stretch(whole, end(close))), after, close, order + ", quotation", true);
            return;
        }
        boolean parenthesis = s.is(before, ",-") && before > 0;
        boolean ends = close >= s.size() || s.is(close, ".;");
        if (how) {
            if (before <= 0 && s.at(close) == ',') {
                add(speaker, unit, List.of(new Stretch(close + 1, end(close + 1))), after, close, "as " + order, true);
            } else if (parenthesis) {
                List<Stretch> content = new ArrayList<>(List.of(new Stretch(segment(before), before)));
                if (s.at(close) == ',' && close + 1 < s.size()) {
                    content.add(new Stretch(close + 1, end(close + 1)));
                }
                add(speaker, unit, content, after, close, "as " + order, true);
            }
            return;
        }
        if (parenthesis && !shared && inverted) {
            int end = before > 0 && s.is(before - 1, ",") ? before - 1 : before;
            List<Stretch> content = new ArrayList<>(List.of(new Stretch(segment(end), end)));
            if (!ends && s.at(close) == ',' && close + 1 < s.size() && !s.is(close + 1, "vs")) {
                content.add(new Stretch(s.at(close + 1) == '-' ? close + 2 : close + 1, end(close + 1)));
            }
            add(speaker, unit, content, after, close, "clause, " + order, ends || content.size() > 1);
            return;
        }
        int about = after;
        while (about - after < 5 && about < s.size() && !ABOUT.contains(s.word(about)) && s.is(about, "patRwN#")) {
            about++;
        }
        if (ABOUT.contains(s.word(about)) && !inverted) {
            add(speaker, unit, List.of(new Stretch(about + 1, end(about + 1))), after, about, order + ", about", false);
            return;
        }
        boolean toDo = s.word(after).matches(".*(?:ть|ться|ти|тися)") && s.at(after) != 'C';
        if (toDo && !inverted && PROMISES.stream().anyMatch(s.word(cue)::startsWith)) {
            add(speaker, unit, List.of(new Stretch(after, end(after))), after, after, order + ", to do", false);
            return;
        }
        boolean act = isAct(s.word(cue));
        if (act && !inverted && after < s.size() && !s.is(after, ".,;")) {
            add(speaker, unit, List.of(new Stretch(after, end(after))), after, after, order + ", phrase", false);
        }
    }

    private static boolean isAct(String word) {
        return SlavicTags.RUSSIAN.section("act").stream().anyMatch(word::startsWith)
                || SlavicTags.UKRAINIAN.section("act").stream().anyMatch(word::startsWith);
    }

    private static boolean isWithin(String word) {
        return SlavicTags.RUSSIAN.has("within", word) || SlavicTags.UKRAINIAN.has("within", word);
    }

    /** ", говорится в сообщении ведомства": the document that says it stands after the preposition. */
    private void within(int at) {
        Stretch source = SlavicPhrases.source(s, at + 2);
        if (source == null) {
            return;
        }
        int before = at - 1;
        while (before > 0 && s.is(before, "at")) {
            before--;
        }
        boolean how = s.word(before).equals("как") || s.word(before).equals("як");
        if (how) {
            before--;
        }
        List<Stretch> content = new ArrayList<>();
        if (s.is(before, ",-") && before > 0) {
            int end = s.is(before - 1, ",") ? before - 1 : before;
            content.add(new Stretch(segment(end), end));
        } else if (before < 1 && s.at(source.to()) == ',') {
            int from = s.at(source.to() + 1) == 'h' ? source.to() + 2 : source.to() + 1;
            content.add(new Stretch(from, end(from)));
        }
        content.removeIf(Stretch::isEmpty);
        if (!content.isEmpty()) {
            found.add(new Attribution(
                    source, new Stretch(at, at + 1), content, Stretch.NONE, "it is said in, document", false));
        }
    }

    /** The words after {@code after} go on with what is said when no comma parts them: "по её словам, X" and "по её словам X". */
    private void according(int at, @Nullable Stretch speaker, int after) {
        if (speaker == null) {
            return;
        }
        int close = after < 0 ? speaker.to() : after;
        List<Stretch> content = new ArrayList<>();
        if (at > 1 && s.at(at - 1) == ',') {
            content.add(new Stretch(segment(at - 1), at - 1));
        } else if (at > 3 && !s.is(0, "cs")) {
            content.add(new Stretch(segment(at), at));
        }
        if (s.at(close) == ',' && close + 1 < s.size()) {
            content.add(new Stretch(close + 1, end(close + 1)));
        }
        content.removeIf(Stretch::isEmpty);
        if (!content.isEmpty()) {
            int cueEnd = after < 0 ? Math.max(at + 1, Math.min(at + 2, speaker.from())) : at + 1;
            found.add(new Attribution(speaker, new Stretch(at, cueEnd), content, Stretch.NONE, "according to", true));
        }
    }

    private void add(
            Stretch speaker, Stretch cue, List<Stretch> content, int after, int close, String rule, boolean firm) {
        List<Stretch> kept = content.stream().filter(c -> !c.isEmpty()).toList();
        if (kept.isEmpty() || kept.stream().anyMatch(c -> c.overlaps(cue))) {
            return;
        }
        Stretch channel = channel(
                speaker.from() > cue.from() ? cue.to() : after, speaker.from() > cue.from() ? speaker.from() : close);
        found.add(new Attribution(speaker, cue, kept, channel, rule, firm));
    }

    private Stretch channel(int from, int to) {
        int begin = from;
        while (begin < to && s.is(begin, "at")) {
            begin++;
        }
        boolean given = begin < to && !s.is(begin + 1, "t#") && s.is(begin, "pwRN");
        return given && to - begin < 9 ? new Stretch(begin, to) : Stretch.NONE;
    }

    private int segment(int end) {
        int begin = 0;
        for (int i = 0; i < end; i++) {
            if (s.at(i) == ';') {
                begin = i + 1;
            }
        }
        while (begin < end && s.is(begin, "-")) {
            begin++;
        }
        return begin;
    }

    private int end(int begin) {
        int end = s.size();
        while (end > begin && s.is(end - 1, ".;:")) {
            end--;
        }
        for (int i = begin + 1; i + 1 < end; i++) {
            if (s.at(i) == ';' || s.at(i) == ',' && s.at(i + 1) == 'C' && isGerund(s.word(i + 1))) {
                return i;
            }
        }
        return Math.max(begin, end);
    }

    /** As in English: a later verb with a subject of its own after a conjunction cuts; an inner one is kept for the record. */
    private List<Attribution> apart() {
        List<Attribution> kept = new ArrayList<>();
        for (Attribution a : found) {
            if (!kept.isEmpty()) {
                Attribution last = kept.getLast();
                Stretch end = last.content().getLast();
                int begin = Math.min(
                        a.cue().from(),
                        a.speaker().from() > last.cue().from()
                                ? a.speaker().from()
                                : a.cue().from());
                boolean joins = s.at(begin - 1) == 'c'
                                && (s.at(begin - 2) == ',' || a.speaker().equals(last.speaker()))
                        || s.at(begin - 1) == ',' && isGerund(s.word(a.cue().from()));
                int cut = s.at(begin - 1) == 'c' && s.at(begin - 2) == ',' ? begin - 2 : begin - 1;
                if (end.overlaps(a.cue()) && joins && cut > end.from()) {
                    List<Stretch> content = new ArrayList<>(last.content());
                    content.set(content.size() - 1, new Stretch(end.from(), cut));
                    kept.set(kept.size() - 1, last.withContent(List.copyOf(content)));
                }
            }
            kept.add(a);
        }
        return kept;
    }
}
