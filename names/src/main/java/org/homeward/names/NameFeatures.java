package org.homeward.names;

import java.util.Arrays;

/**
 * What a comparison of two names is judged by: for surname, given name and patronymic which of eleven outcomes it is, and how near
 * a spelling is where it is not the same. One row of numbers, so that weights can be learned for it.
 */
final class NameFeatures {
    /** Outcomes of a slot; the first seven are {@link NameLevel}s by ordinal. */
    static final int MISSING = 7;

    static final int INITIAL = 8;
    static final int OTHER_INITIAL = 9;
    private static final int SHARE = 10;
    private static final int SLOT = 11;
    private static final int SWAPPED = 3 * SLOT;
    private static final int LENGTH = SWAPPED + 1;
    private static final int CONFLICTS = LENGTH + 1;
    private static final int ALL_SAME = CONFLICTS + 1;
    private static final int ONLY_SURNAME = ALL_SAME + 1;
    private static final int ALL_SEEN_SAME = ONLY_SURNAME + 1;
    private static final int WORST = ALL_SEEN_SAME + 1;
    private static final int NEAR_SURNAME_REST_SAME = WORST + 1;
    private static final int BIAS = NEAR_SURNAME_REST_SAME + 1;
    static final int SIZE = BIAS + 1;

    private static final String[] SLOTS = {"surname", "given", "patronymic"};

    private NameFeatures() {}

    /** A feature's name, by which its weight is written. */
    static String name(int feature) {
        if (feature < SWAPPED) {
            int outcome = feature % SLOT;
            String what = outcome < MISSING
                    ? NameLevel.values()[outcome].name()
                    : outcome == MISSING
                            ? "MISSING"
                            : outcome == INITIAL ? "INITIAL" : outcome == OTHER_INITIAL ? "OTHER_INITIAL" : "SHARE";
            return SLOTS[feature / SLOT] + "." + what;
        }
        return new String[] {
                    "swapped",
                    "length",
                    "conflicts",
                    "all-same",
                    "only-surname",
                    "all-seen-same",
                    "worst",
                    "near-surname-rest-same",
                    "bias"
                }
                [feature - SWAPPED];
    }

    /** Fills {@code row} for three slot results, packed outcome and share, and the shorter surname's number of sounds. */
    static void fill(double[] row, long surname, long given, long patronymic, boolean swapped, int length) {
        Arrays.fill(row, 0);
        int conflicts = 0;
        int same = 0;
        int missing = 0;
        int seen = 0;
        double worst = 1;
        for (int slot = 0; slot < 3; slot++) {
            long packed = slot == 0 ? surname : slot == 1 ? given : patronymic;
            int outcome = (int) (packed >>> 32);
            row[slot * SLOT + outcome] = 1;
            if (outcome >= NameLevel.RELATED.ordinal() && outcome <= NameLevel.DIFFERENT.ordinal()) {
                row[slot * SLOT + SHARE] = Math.max(-1, NameComparer.shareOf(packed));
            }
            conflicts += outcome == NameLevel.DIFFERENT.ordinal() || outcome == OTHER_INITIAL ? 1 : 0;
            same += outcome <= NameLevel.EQUIVALENT.ordinal() ? 1 : 0;
            if (outcome <= NameLevel.DIFFERENT.ordinal()) {
                seen++;
                worst = Math.min(worst, outcome <= NameLevel.EQUIVALENT.ordinal() ? 1 : NameComparer.shareOf(packed));
            } else if (outcome == OTHER_INITIAL) {
                worst = -1;
            }
            missing += slot > 0 && outcome == MISSING ? 1 : 0;
        }
        row[SWAPPED] = swapped ? 1 : 0;
        row[LENGTH] = (int) (surname >>> 32) <= NameLevel.EQUIVALENT.ordinal() ? Math.min(12, length) / 12.0 : 0;
        row[CONFLICTS] = conflicts > 1 ? 1 : 0;
        row[ALL_SAME] = same == 3 ? 1 : 0;
        row[ONLY_SURNAME] = missing == 2 ? 1 : 0;
        row[ALL_SEEN_SAME] = seen > 1 && same == seen ? 1 : 0;
        row[WORST] = Math.max(-1, worst);
        int family = (int) (surname >>> 32);
        row[NEAR_SURNAME_REST_SAME] =
                same == seen - 1 && family >= NameLevel.NEAR.ordinal() && family <= NameLevel.DIFFERENT.ordinal()
                        ? 1
                        : 0;
        row[BIAS] = 1;
    }
}
