package org.homeward.names;

/**
 * What a comparison of two names is judged by: how surname, given name and patronymic agree ({@link Agreement}) and what that makes together. A
 * comparison is one number, the key, and every feature follows from it, so that what was learned is worked out once for each key that is met.
 */
final class NameFeatures {
    /** Outcomes of a slot; the first seven are {@link NameLevel}s by ordinal. */
    static final int MISSING = 7;

    static final int INITIAL = 8;
    static final int OTHER_INITIAL = 9;

    private static final String[] NAMES = {
        "surname",
        "given",
        "patronymic",
        "worst",
        "second-worst",
        "mean",
        "surname-kind",
        "given-kind",
        "patronymic-kind",
        "words",
        "same",
        "other-initials",
        "surname-shape",
        "given-shape",
        "patronymic-shape",
        "surname-likeness",
        "given-likeness",
        "patronymic-likeness",
        "surname-usual",
        "other-order"
    };
    static final int SIZE = NAMES.length;
    /** The first features: where such a one is higher, the names agree better. */
    private static final int RISING = 6;
    /** No feature is as high as this. */
    static final int VALUES = 64;

    private static final int GIVEN = Agreement.BITS;
    private static final int PATRONYMIC = GIVEN + Agreement.BITS_OF_NAMES;
    private static final int ORDER = PATRONYMIC + Agreement.BITS_OF_NAMES;
    static final int KEY_BITS = ORDER + 1;

    private NameFeatures() {}

    /** A feature's name, by which it is written. */
    static String name(int feature) {
        return NAMES[feature];
    }

    /** The feature of that name, or -1. */
    static int named(String name) {
        return java.util.Arrays.asList(NAMES).indexOf(name);
    }

    static boolean rises(int feature) {
        return feature < RISING;
    }

    static int order(PreparedName left, PreparedName right) {
        return Order.best(
                left,
                right,
                TokenPairs.compare(left.surname, right.surname),
                TokenPairs.compare(left.given, right.given),
                TokenPairs.compare(left.patronymic, right.patronymic));
    }

    /** The key of two names whose parts answer each other in this order. */
    static long key(PreparedName left, PreparedName right, int order) {
        return key(
                TokenPairs.compare(left.surname, right.slot(Order.of(order, 0))),
                TokenPairs.compare(left.given, right.slot(Order.of(order, 1))),
                TokenPairs.compare(left.patronymic, right.slot(Order.of(order, 2))),
                order != Order.AS_READ);
    }

    /**
     * The same from what comparing the parts gave. Where surnames have nothing in common and given names are two, how unlike these are is not asked, nor who the
     * fathers are.
     */
    static long key(long surname, long givenNames, long fathers, boolean otherOrder) {
        long names = (1 << Agreement.BITS_OF_NAMES) - 1;
        boolean two = surname == TokenPairs.APART && TokenPairs.isApart(givenNames);
        long given = two ? TokenPairs.APART : givenNames;
        long patronymic = two && TokenPairs.outcomeOf(fathers) < MISSING ? TokenPairs.APART : fathers;
        return TokenPairs.agreement(surname)
                | (TokenPairs.agreement(given) & names) << GIVEN
                | (TokenPairs.agreement(patronymic) & names) << PATRONYMIC
                | (otherOrder ? 1L << ORDER : 0);
    }

    /** The features that a key stands for, each a whole number below {@link #VALUES}. */
    static int[] row(long key) {
        int[] slots = {
            (int) key & (1 << Agreement.BITS) - 1,
            (int) (key >>> GIVEN) & (1 << Agreement.BITS_OF_NAMES) - 1,
            (int) (key >>> PATRONYMIC) & (1 << Agreement.BITS_OF_NAMES) - 1
        };
        int[] row = new int[SIZE];
        int worst = VALUES - 1;
        int second = VALUES - 1;
        int sum = 0;
        int words = 0;
        for (int slot = 0; slot < 3; slot++) {
            int agreement = slots[slot];
            int rank = Agreement.rank(agreement);
            int kind = Agreement.kind(agreement);
            row[slot] = rank;
            row[6 + slot] = kind;
            row[12 + slot] = Agreement.shape(agreement);
            row[15 + slot] = Agreement.likeness(agreement);
            if (kind == 0) {
                second = rank < worst ? worst : Math.min(second, rank);
                worst = Math.min(worst, rank);
                sum += rank;
                words++;
                row[10] += rank >= Agreement.EQUIVALENT ? 1 : 0;
            } else {
                row[11] += kind == 3 ? 1 : 0;
            }
        }
        row[3] = words == 0 ? 0 : worst;
        row[4] = words < 2 ? 0 : second;
        row[5] = words == 0 ? 0 : sum * 2 / words;
        row[9] = words;
        row[18] = Agreement.usual(slots[0]);
        row[19] = (int) (key >>> ORDER);
        return row;
    }
}
