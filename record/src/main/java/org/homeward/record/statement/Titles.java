package org.homeward.record.statement;

import java.util.List;
import org.homeward.record.statement.Attribution.Stretch;
import org.jspecify.annotations.Nullable;

/** Headlines that say who speaks by a colon: "Talks may resume: envoy", "Envoy: talks may resume". */
final class Titles {
    private static final int LONGEST_SPEAKER = 5;

    private Titles() {}

    static @Nullable Attribution read(Tagged s, Speakers speakers) {
        int colon = -1;
        for (int i = 1; i + 1 < s.size(); i++) {
            if (s.at(i) == ':') {
                if (colon >= 0) {
                    return null;
                }
                colon = i;
            }
        }
        if (colon < 0) {
            return null;
        }
        int end = s.size();
        while (end > colon && s.is(end - 1, ".")) {
            end--;
        }
        Stretch cue = new Stretch(colon, colon + 1);
        if (isSpeaker(s, colon + 1, end, speakers)) {
            return new Attribution(
                    new Stretch(colon + 1, end),
                    cue,
                    List.of(new Stretch(0, colon)),
                    Stretch.NONE,
                    "headline, speaker after the colon",
                    false);
        }
        if (isSpeaker(s, 0, colon, speakers) && end - colon > 3) {
            return new Attribution(
                    new Stretch(0, colon),
                    cue,
                    List.of(new Stretch(colon + 1, end)),
                    Stretch.NONE,
                    "headline, speaker before the colon",
                    false);
        }
        return null;
    }

    private static boolean isSpeaker(Tagged s, int from, int to, Speakers speakers) {
        if (to - from > LONGEST_SPEAKER || to <= from) {
            return false;
        }
        boolean speaks = false;
        for (int i = from; i < to; i++) {
            if (!s.is(i, "NRDSw")) {
                return false;
            }
            speaks |= s.at(i) == 'N' && speakers.speaksSomewhere(s.word(i))
                    || s.at(i) == 'R' && speakers.speaksSomewhere(s.word(i));
        }
        boolean role =
                s.at(to - 1) == 'R' || EnglishTags.isPersonWord(s.word(to - 1)) || SlavicTags.isRole(s.word(to - 1));
        return s.is(to - 1, "NR") && (speaks || role && s.is(from, "NR"));
    }
}
