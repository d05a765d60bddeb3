package org.homeward.names;

import org.jspecify.annotations.Nullable;

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
    private static final int BOTH_USUAL = NEAR_SURNAME_REST_SAME + 1;
    private static final int BOTH_USUAL_REST_SAME = BOTH_USUAL + 1;
    private static final int BIAS = BOTH_USUAL_REST_SAME + 1;
    static final int SIZE = BIAS + 1;

    /** Nats that a slip adds to how unusual a word sounds; surnames that differ by less may both be surnames. */
    private static final double PLAIN_SLIP = 6;

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
                    "both-usual",
                    "both-usual-rest-same",
                    "bias"
                }
                [feature - SWAPPED];
    }

    /**
     * The features of two names times {@code weights}; written to {@code row} as well where it is given. Where the parts stand in
     * another order, it is not known whose order is right: it is the mean of both.
     */
    static double sum(double[] weights, double @Nullable [] row, PreparedName left, PreparedName right) {
        int order = order(left, right);
        double sum = sum(weights, row, left, right, order);
        return order == Order.AS_READ ? sum : (sum + sum(weights, null, right, left, Order.reversed(order))) / 2;
    }

    static int order(PreparedName left, PreparedName right) {
        return Order.best(
                left,
                right,
                TokenPairs.compare(left.surname, right.surname),
                TokenPairs.compare(left.given, right.given));
    }

    private static double sum(
            double[] weights, double @Nullable [] row, PreparedName left, PreparedName right, int order) {
        Token other = right.slot(Order.of(order, 0));
        long surname = TokenPairs.compare(left.surname, other);
        long given = TokenPairs.compare(left.given, right.slot(Order.of(order, 1)));
        long patronymic = TokenPairs.compare(left.patronymic, right.slot(Order.of(order, 2)));
        return sum(weights, row, surname, given, patronymic, order != Order.AS_READ, left.surname, other);
    }

    /** The same of two names whose parts stand as they were read, from what comparing the parts gave. */
    static double sum(
            double[] weights, long surname, long given, long patronymic, @Nullable Token left, @Nullable Token right) {
        return sum(weights, null, surname, given, patronymic, false, left, right);
    }

    /** The same of two names of which a glance tells all, by what it says of surname, given name and patronymic, two bits each. */
    static double[] sumsAtAGlance(double[] weights) {
        double[] sums = new double[1 << 6];
        for (int glance = 0; glance < sums.length; glance++) {
            sums[glance] = sum(
                    weights,
                    null,
                    Glance.outcome(glance >> 4),
                    Glance.outcome(glance >> 2 & 3),
                    Glance.outcome(glance & 3),
                    false,
                    null,
                    null);
        }
        return sums;
    }

    private static double sum(
            double[] weights,
            double @Nullable [] row,
            long surname,
            long given,
            long patronymic,
            boolean swapped,
            @Nullable Token left,
            @Nullable Token other) {
        int conflicts = 0;
        int same = 0;
        int missing = 0;
        int seen = 0;
        double worst = 1;
        double sum = 0;
        for (int slot = 0; slot < 3; slot++) {
            long packed = slot == 0 ? surname : slot == 1 ? given : patronymic;
            int outcome = (int) (packed >>> 32);
            sum += add(weights, row, slot * SLOT + outcome, 1);
            if (outcome >= NameLevel.RELATED.ordinal() && outcome <= NameLevel.DIFFERENT.ordinal()) {
                sum += add(weights, row, slot * SLOT + SHARE, NameComparer.shareOf(packed));
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
        int family = (int) (surname >>> 32);
        if (family <= NameLevel.EQUIVALENT.ordinal() && left != null && other != null) {
            int length = Math.min(left.sound.length(), other.sound.length());
            sum += add(weights, row, LENGTH, Math.min(12, length) / 12.0);
        }
        sum += swapped ? add(weights, row, SWAPPED, 1) : 0;
        sum += conflicts > 1 ? add(weights, row, CONFLICTS, 1) : 0;
        sum += same == 3 ? add(weights, row, ALL_SAME, 1) : 0;
        sum += missing == 2 ? add(weights, row, ONLY_SURNAME, 1) : 0;
        sum += seen > 1 && same == seen ? add(weights, row, ALL_SEEN_SAME, 1) : 0;
        sum += add(weights, row, WORST, worst);
        boolean near = family >= NameLevel.NEAR.ordinal() && family <= NameLevel.DIFFERENT.ordinal();
        sum += near && same == seen - 1 ? add(weights, row, NEAR_SURNAME_REST_SAME, 1) : 0;
        if (near && surname != TokenPairs.APART && left != null && other != null && left.script == other.script) {
            double alike = Math.max(0, 1 - Math.abs(left.unusual - other.unusual) / PLAIN_SLIP);
            sum += add(weights, row, BOTH_USUAL, alike);
            sum += same == seen - 1 ? add(weights, row, BOTH_USUAL_REST_SAME, alike) : 0;
        }
        return sum + add(weights, row, BIAS, 1);
    }

    private static double add(double[] weights, double @Nullable [] row, int feature, double value) {
        if (row != null) {
            row[feature] = value;
        }
        return weights[feature] * value;
    }
}
