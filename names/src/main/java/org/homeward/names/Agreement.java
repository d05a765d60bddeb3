package org.homeward.names;

/**
 * How far two parts agree, in the few steps that the weights are learned for: the step of the level and share, the shape of what stands between the
 * sounds, how like the sounds are, and whether both sound usual. One small number, kept with what comparing the parts gave.
 */
final class Agreement {
    /** Bits of a number: five of the step, four of the shape, four of the likeness, two of the sound. */
    static final int BITS = 15;

    private static final int SHAPE = 5;
    private static final int LIKENESS = 9;
    private static final int USUAL = 13;
    /** A given name or patronymic needs no more: how usual a sound is was learned of surnames. */
    static final int BITS_OF_NAMES = USUAL;

    /** Shares at which a step begins; below the first are words with too few common consonants to be read. */
    private static final float[] SHARES = {
        -0.24f, -0.1f, 0.02f, 0.12f, 0.2f, 0.28f, 0.36f, 0.45f, 0.55f, 0.64f, 0.72f, 0.82f, 0.92f
    };

    static final int EQUIVALENT = SHARES.length + 1;
    static final int SOUND = EQUIVALENT + 1;
    static final int EXACT = SOUND + 1;
    static final int INITIAL = EXACT + 1;
    static final int MISSING = INITIAL + 1;
    static final int OTHER_INITIAL = MISSING + 1;
    static final int RELATED = OTHER_INITIAL + 1;
    /** Where in the order of shares a related name stands, and what is no word at all. */
    private static final int RANK_OF_RELATED = 3;

    private static final int RANK_OF_NO_WORD = 9;

    /** Nats that a slip adds to how unusual a word sounds; surnames that differ by less may both be surnames. */
    private static final float SLIP = 6;

    private static final int MOST_LIKE = 10;

    private Agreement() {}

    /** The step for an outcome and a share, which says all there is where the parts are the same, missing, initials or wholly apart. */
    static int step(int outcome, float share) {
        return switch (outcome) {
            case 0 -> EXACT;
            case 1 -> SOUND;
            case 2 -> EQUIVALENT;
            case 3 -> RELATED;
            case NameFeatures.MISSING -> MISSING;
            case NameFeatures.INITIAL -> INITIAL;
            case NameFeatures.OTHER_INITIAL -> OTHER_INITIAL;
            default -> {
                int step = 0;
                while (step < SHARES.length && share >= SHARES[step]) {
                    step++;
                }
                yield step;
            }
        };
    }

    /** What is to be known besides of two words that are neither the same nor apart. */
    static int details(Token a, Token b, float share) {
        if (!a.vowelled || !b.vowelled) {
            // Vowels that are not written are no slips: the share is all there is.
            int like = 1 + Math.clamp(Math.round(share * (MOST_LIKE - 1)), 0, MOST_LIKE - 1);
            int shape = share >= NameComparer.NEAR ? SlipShape.SAME_SOUNDS : SlipShape.MORE_THAN_ONE;
            return shape << SHAPE | like << LIKENESS | 2 << USUAL;
        }
        return details(a, b, Likeness.tenths(a, b));
    }

    /** The same of two words whose likeness in tenths is known. */
    static int details(Token a, Token b, int tenths) {
        float unlike = Math.abs(a.unusual - b.unusual);
        int usual = unlike < SLIP / 3 ? 1 : unlike < SLIP ? 2 : 3;
        int like = 1 + Math.min(MOST_LIKE - 1, tenths);
        return SlipShape.of(a, b) << SHAPE | like << LIKENESS | usual << USUAL;
    }

    static int step(int agreement) {
        return agreement & 31;
    }

    static int shape(int agreement) {
        return agreement >> SHAPE & 15;
    }

    static int likeness(int agreement) {
        return agreement >> LIKENESS & 15;
    }

    static int usual(int agreement) {
        return agreement >> USUAL & 3;
    }

    /** The step in the order from two names to one; what is no word stands in the middle. */
    static int rank(int agreement) {
        int step = step(agreement);
        return step <= EXACT ? step : step == RELATED ? RANK_OF_RELATED : RANK_OF_NO_WORD;
    }

    /** 0 for two words, 1 for an initial that agrees, 2 where one has none, 3 for an initial that does not agree. */
    static int kind(int agreement) {
        int step = step(agreement);
        return step < INITIAL || step == RELATED ? 0 : step - INITIAL + 1;
    }
}
