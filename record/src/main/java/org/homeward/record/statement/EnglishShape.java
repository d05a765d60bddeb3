package org.homeward.record.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.record.statement.Attribution.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * The second reading of an English sentence: the whole of it must have one of a few shapes. It shares the letters of {@link
 * Tagged} with the first reading and nothing else; a sentence with parts that no shape foresees is left alone.
 */
final class EnglishShape {
    /** Beyond this a sentence is a list or a broken file, and matching would cost more than it brings. */
    private static final int LONGEST = 140;

    private static final String PHRASE = "(?<s>P|W|[D#]{0,2}[wNRSgeD#]{0,7}[NR](?:\\([^()]{1,6}\\))?"
            + "(?:cD?[wNRS]{0,4}[NR])?(?:p[D#]{0,2}[wNRSge]{0,4}[NRw](?:S[wNR]{1,3})?){0,3})";
    private static final String ASIDE = "(?:,[^QC;:]{1,40},|\\([^()]{1,8}\\)|W[^,Q;:]{2,22})?";
    private static final String HELPERS = "(?:p?t#?)?[aA]{0,3}";
    private static final String SAID_BEFORE = "(?<c>[^C;]*Q[,-]?|[^CQ;]*[vAme][^CQ;]*[,-])";

    private static final Pattern SUBJECT =
            Pattern.compile("(?:[pstgaW#D][^,QC;]{0,40},)?[-cta,]{0,3}" + PHRASE + ASIDE + HELPERS);
    private static final Pattern SAID_SUBJECT = Pattern.compile(SAID_BEFORE + PHRASE + ASIDE + HELPERS);
    private static final Pattern SAID = Pattern.compile(SAID_BEFORE);

    private static final Pattern CONTENT_AFTER =
            Pattern.compile("(?<t>[^hQC;:]{0,16}?)(?:h|,(?=Q)|:|(?=Q))(?<c>.+?)[.:]*");
    private static final Pattern CLAUSE_AFTER = Pattern.compile("(?<t>[ta]*)(?<c>[NRDPwS#sn][^;]*[vAme][^;]*?)[.:]*");
    private static final Pattern NOTHING_AFTER = Pattern.compile("[^CQ;]{0,40}?(?:[,-](?<c>[^C;]*Q.*?))?[.:]*");
    private static final Pattern SUBJECT_AFTER =
            Pattern.compile(PHRASE + "(?:,[^QC;:]{1,60})?[^CQ;]{0,40}?(?:[,-](?<c>[^C;]*Q.*?))?[.:]*");
    private static final Pattern SOURCE_AFTER = Pattern.compile(PHRASE + "(?:,[^QC;:]{1,60})?[^CQ;,]{0,30}[.:]*");
    private static final Pattern SOURCE_THEN_SAID =
            Pattern.compile(PHRASE + "(?:,[^QC;:,]{1,60})?[^CQ;,]{0,10},(?<c>.+?)[.:]*");

    private final Tagged s;
    private final String letters;
    private final List<Attribution> found = new ArrayList<>();

    private EnglishShape(Tagged s) {
        this.s = s;
        this.letters = s.letters();
    }

    static List<Attribution> read(Tagged s) {
        if (s.size() > LONGEST) {
            return List.of();
        }
        EnglishShape shape = new EnglishShape(s);
        for (int i = 0; i < s.size(); i++) {
            if (s.at(i) == 'C' && !EnglishTags.WORDS.has("act", s.word(i)) && shape.isActive(i)) {
                shape.verb(i, i + (s.word(i).startsWith("point") ? 2 : 1));
            } else if (s.word(i).equals("according") && s.word(i + 1).equals("to")) {
                shape.according(i);
            }
        }
        return List.copyOf(shape.found);
    }

    private boolean isActive(int cue) {
        int i = cue - 1;
        while (s.at(i) == 'a') {
            i--;
        }
        return s.at(i) != 'A'
                || Set.of("has", "have", "had").contains(s.word(i))
                || s.word(cue).endsWith("ing");
    }

    private void verb(int cue, int cueEnd) {
        String left = letters.substring(0, cue);
        String right = letters.substring(Math.min(cueEnd, letters.length()));
        Matcher said = SAID.matcher(left);
        Matcher follows = SUBJECT_AFTER.matcher(right);
        if (said.matches() && follows.matches()) {
            add(cue, cueEnd, part(follows, "s", cueEnd), part(said, "c", 0), part(follows, "c", cueEnd));
            return;
        }
        Matcher before = SAID_SUBJECT.matcher(left);
        Matcher nothing = NOTHING_AFTER.matcher(right);
        if (before.matches() && nothing.matches()) {
            add(cue, cueEnd, part(before, "s", 0), part(before, "c", 0), part(nothing, "c", cueEnd));
            return;
        }
        Matcher subject = SUBJECT.matcher(left);
        if (!subject.matches()) {
            return;
        }
        Matcher content = CONTENT_AFTER.matcher(right);
        Matcher clause = CLAUSE_AFTER.matcher(right);
        if (content.matches()) {
            add(cue, cueEnd, part(subject, "s", 0), null, part(content, "c", cueEnd));
        } else if (clause.matches() && !EnglishTags.WORDS.has("weak", s.word(cue))) {
            add(cue, cueEnd, part(subject, "s", 0), null, part(clause, "c", cueEnd));
        }
    }

    private void according(int at) {
        Matcher source = SOURCE_AFTER.matcher(letters.substring(at + 2));
        Matcher then = SOURCE_THEN_SAID.matcher(letters.substring(at + 2));
        if (at > 1 && letters.substring(0, at).indexOf('C') < 0 && source.matches()) {
            int end = s.is(at - 1, ",-") ? at - 1 : at;
            add(at, at + 2, part(source, "s", at + 2), new Stretch(0, end), null);
        } else if (at == 0 && then.matches()) {
            add(at, at + 2, part(then, "s", at + 2), null, part(then, "c", at + 2));
        }
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
