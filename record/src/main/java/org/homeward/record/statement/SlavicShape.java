package org.homeward.record.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.record.statement.Attribution.Stretch;
import org.jspecify.annotations.Nullable;

/** The second reading of a Russian or Ukrainian sentence: the whole of it must have one of a few shapes. */
final class SlavicShape {
    private static final int LONGEST = 140;

    private static final String PHRASE = "(?<s>P|[Dw#N]{0,3}[RN](?:[wRN]|c(?=[wRN])|p(?=[wRN]{1,5}N)){0,14})";
    private static final String ASIDE = "(?:,[^QCh;:]{1,40},|\\([^()]{1,8}\\))?";
    private static final String BETWEEN = "(?:[at]|p[wNRt#]{1,3})*";

    private static final Pattern SUBJECT = Pattern.compile(
            "(?:[pstac][^,QC;]{0,40},)?[-cas,]{0,3}(?:p[t#]{1,3}|p[wN])?[at]{0,2}" + PHRASE + ASIDE + BETWEEN);
    private static final Pattern SAID = Pattern.compile("(?<c>[^C;]*Q[,-]*|[^CQ;]+[,-]+)");
    private static final Pattern THAT_AFTER = Pattern.compile("[^h:QC;]{0,12}?(?:,[ca]?h|:|(?=Q))(?<c>.+?)[.;]*");
    private static final Pattern SUBJECT_AFTER = Pattern.compile(
            BETWEEN + "[wN]?" + PHRASE + "(?:,[^QCh;:]{1,40}?)?" + BETWEEN + "(?:[.,]?-(?<c>.+?)|,(?<d>[^C]+?))?[.]*");
    private static final Pattern HOW = Pattern.compile("(?:[-c])?(?:s)");

    private final Tagged s;
    private final String letters;
    private final List<Attribution> found = new ArrayList<>();

    private SlavicShape(Tagged s) {
        this.s = s;
        this.letters = s.letters();
    }

    static List<Attribution> read(Tagged s) {
        if (s.size() > LONGEST) {
            return List.of();
        }
        SlavicShape shape = new SlavicShape(s);
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i) == 'C') {
                shape.verb(i);
            } else if (s.at(i) == 'p'
                    && (SlavicTags.RUSSIAN.has("according", s.word(i + 1))
                            || SlavicTags.UKRAINIAN.has("according", s.word(i + 1)))) {
                shape.according(i);
            }
        }
        return List.copyOf(shape.found);
    }

    private void verb(int cue) {
        String left = letters.substring(0, cue);
        String right = letters.substring(cue + 1);
        Matcher said = SAID.matcher(left);
        Matcher follows = SUBJECT_AFTER.matcher(right);
        if (said.matches() && follows.matches()) {
            Stretch more = part(follows, "c", cue + 1);
            add(
                    cue,
                    cue + 1,
                    part(follows, "s", cue + 1),
                    part(said, "c", 0),
                    more == null ? part(follows, "d", cue + 1) : more);
            return;
        }
        if (HOW.matcher(left).matches() && follows.matches()) {
            add(cue, cue + 1, part(follows, "s", cue + 1), null, part(follows, "d", cue + 1));
            return;
        }
        Matcher subject = SUBJECT.matcher(left);
        Matcher that = THAT_AFTER.matcher(right);
        if (subject.matches() && that.matches()) {
            add(cue, cue + 1, part(subject, "s", 0), null, part(that, "c", cue + 1));
        }
    }

    private void according(int at) {
        int from = at + 2;
        Matcher phrase = Pattern.compile("(?<s>P|D|[wRND#]{1,12})(?:,(?<c>.+?))?[.]*")
                .matcher(letters.substring(Math.min(from, letters.length())));
        if (!phrase.matches()) {
            return;
        }
        Stretch before = at > 2 ? new Stretch(0, s.at(at - 1) == ',' ? at - 1 : at) : null;
        add(at, from, part(phrase, "s", from), before, part(phrase, "c", from));
    }

    private static @Nullable Stretch part(Matcher m, String group, int offset) {
        return m.start(group) < 0 || m.end(group) == m.start(group)
                ? null
                : new Stretch(m.start(group) + offset, m.end(group) + offset);
    }

    private void add(
            int cue, int cueEnd, @Nullable Stretch speaker, @Nullable Stretch before, @Nullable Stretch after) {
        List<Stretch> content = new ArrayList<>();
        if (before != null) {
            int end = before.to();
            while (end > before.from() && s.is(end - 1, ",-")) {
                end--;
            }
            content.add(new Stretch(before.from(), end));
        }
        if (after != null) {
            content.add(after);
        }
        if (speaker != null && !content.isEmpty()) {
            found.add(new Attribution(
                    speaker, new Stretch(cue, cueEnd), content, Stretch.NONE, "shape of the whole sentence", true));
        }
    }
}
