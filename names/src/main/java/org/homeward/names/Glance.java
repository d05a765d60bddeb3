package org.homeward.names;

import org.jspecify.annotations.Nullable;

/**
 * What tells at a glance that parts of two names have nothing in common, and whether an initial agrees, from one place in memory for each name: most
 * pairs of a register need no more, or the reading of one part, and the others, scattered over memory, are not read. It never says what reading them
 * would not say.
 */
final class Glance {
    /** What a glance says of a slot: the last two are that the parts are to be read, the former of two words that no class says anything of. */
    static final int APART = 0;

    static final int ABSENT = 1;
    static final int INITIAL = 2;
    static final int OTHER_INITIAL = 3;
    static final int TO_LOOK_UP = 4;
    static final int TO_READ = 5;
    /** The outcomes of the first four. */
    private static final long[] OUTCOMES = {
        TokenPairs.APART,
        TokenPairs.ABSENT,
        TokenPairs.pack(NameFeatures.INITIAL, NameComparer.LOOSE),
        TokenPairs.pack(NameFeatures.OTHER_INITIAL, NameComparer.APART)
    };

    private static final int NO_PART = 1;
    private static final int PATRONYMIC = 2;
    /** A double name, or a script without vowels: to be read in full. */
    private static final int READ = 4;
    /** A name of several classes or with relatives: to be read in full beside another that is known. */
    private static final int SEVERAL = 8;

    private static final int ONE_LETTER = 16;
    /** Its first sound is not known, or is a Latin letter that stands for several: an initial that does not agree is to be read in full. */
    private static final int OPEN = 32;

    private static final int CYRILLIC = 64;
    /** A known name, and a patronymic of one. */
    private static final int KNOWN = 128;

    private static final int KNOWN_PATRONYMIC = 256;

    private static final int FLAGS = 48;
    private static final int CLASS = 32;

    private Glance() {}

    /** The neighbourhoods of a part's consonants. */
    static long around(@Nullable Token token) {
        return token == null ? 0 : token.neighbours;
    }

    /** The sounds that a part's initial may be. */
    static int firsts(@Nullable Token token) {
        return token == null ? 0 : token.firsts;
    }

    /** A part's consonants, its class, and flags. */
    static long facts(@Nullable Token token) {
        if (token == null) {
            return (long) NO_PART << FLAGS;
        }
        boolean several = token.classes.length > 1 || token.hasClass && GivenNames.hasRelated(token.classes[0]);
        boolean read = !token.vowelled || token.pieces.length > 1;
        boolean open = token.firsts == 0 || token.initial && token.folded.length() == 1 && token.script == Script.LATIN;
        long flags = (token.patronymic ? PATRONYMIC : 0)
                | (read ? READ : 0)
                | (several ? SEVERAL : 0)
                | (token.initial ? ONE_LETTER : 0)
                | (open ? OPEN : 0)
                | (token.script == Script.CYRILLIC ? CYRILLIC : 0)
                | (token.hasClass ? token.patronymic ? KNOWN_PATRONYMIC : KNOWN : 0);
        long known = token.hasClass ? token.classes[0] + 1 : 0;
        return flags << FLAGS | known << CLASS | token.consonants & 0xFFFFFFFFL;
    }

    /**
     * Whether no part can be near one of another kind, so that the parts stand as they were read ({@link Order#AS_READ}). False where it would have to be
     * read in full.
     */
    static boolean standsAsRead(PreparedName a, PreparedName b) {
        return !anyAlike(a, b) || noneCrosses(a, b);
    }

    /**
     * Whether consonants or classes of any two parts of another kind are alike: for most pairs of names none are, so all are asked at once, without a
     * branch between.
     */
    private static boolean anyAlike(PreparedName a, PreparedName b) {
        long a0 = a.facts(0);
        long a1 = a.facts(1);
        long a2 = a.facts(2);
        long b0 = b.facts(0);
        long b1 = b.facts(1);
        long b2 = b.facts(2);
        long kinds = a0 & (b1 | b2) | a1 & (b0 | b2) | a2 & (b0 | b1);
        long any = a0 | a1 | a2 | b0 | b1 | b2;
        if (((kinds >>> FLAGS & (KNOWN | KNOWN_PATRONYMIC)) | (any >>> FLAGS & READ)) != 0) {
            return true;
        }
        int n0 = 2 * Integer.bitCount((int) a0);
        int n1 = 2 * Integer.bitCount((int) a1);
        int n2 = 2 * Integer.bitCount((int) a2);
        int m0 = 2 * Integer.bitCount((int) b0);
        int m1 = 2 * Integer.bitCount((int) b1);
        int m2 = 2 * Integer.bitCount((int) b2);
        int unlike = lack(a0 & b1, n0, m1)
                & lack(a0 & b2, n0, m2)
                & lack(a1 & b0, n1, m0)
                & lack(a1 & b2, n1, m2)
                & lack(a2 & b0, n2, m0)
                & lack(a2 & b1, n2, m1);
        return unlike >= 0;
    }

    /** Negative where fewer than two thirds of either's consonants, whose numbers are given twice, are common. */
    private static int lack(long common, int one, int other) {
        int three = 3 * Integer.bitCount((int) common);
        return three - one | three - other;
    }

    private static boolean noneCrosses(PreparedName a, PreparedName b) {
        return !mayCross(a, 0, b, 1)
                && !mayCross(a, 1, b, 0)
                && !mayCross(a, 0, b, 2)
                && !mayCross(a, 2, b, 0)
                && !mayCross(a, 1, b, 2)
                && !mayCross(a, 2, b, 1);
    }

    /** What comparing the parts of a slot gives, as far as it is told at a glance. */
    static int at(PreparedName a, PreparedName b, int slot) {
        long one = a.facts(slot);
        long other = b.facts(slot);
        int any = (int) ((one | other) >>> FLAGS);
        if ((any & NO_PART) != 0) {
            return ABSENT;
        }
        if ((any & ONE_LETTER) != 0) {
            if ((a.firsts(slot) & b.firsts(slot)) != 0) {
                return INITIAL;
            }
            boolean cyrillic = ((one & other) >>> FLAGS & CYRILLIC) != 0;
            boolean known = a.firsts(slot) != 0 && b.firsts(slot) != 0;
            return known && (cyrillic || (any & OPEN) == 0) ? OTHER_INITIAL : TO_READ;
        }
        if ((any & READ) != 0) {
            return TO_READ;
        }
        if (ofOneKind(one, other) && ((any & SEVERAL) != 0 || known(one) == known(other))) {
            return TO_READ;
        }
        boolean apart = slot == 2 && ((one & other) >>> FLAGS & PATRONYMIC) != 0
                ? apart(a.aroundFather(), a.consonantsOfFather(), b.aroundFather(), b.consonantsOfFather())
                : apart(a.around(slot), one, b.around(slot), other);
        return apart ? APART : TO_LOOK_UP;
    }

    /** The outcome that a glance stands for, where that is all. */
    static long outcome(int glance) {
        return OUTCOMES[glance];
    }

    /** The outcome of a slot of which a glance says so much, read or looked up where that is not all. */
    static long outcome(PreparedName a, PreparedName b, int slot, int glance) {
        return glance < TO_LOOK_UP
                ? OUTCOMES[glance]
                : glance == TO_LOOK_UP ? TokenPairs.lookUp(a, b, slot) : TokenPairs.compare(a.slot(slot), b.slot(slot));
    }

    /** Whether the words of a slot are apart, or known to be two names. */
    static boolean areTwo(PreparedName a, PreparedName b, int slot, int glance) {
        long one = a.facts(slot);
        long other = b.facts(slot);
        return glance == APART
                || ((one | other) >>> FLAGS & (NO_PART | ONE_LETTER | READ | SEVERAL)) == 0
                        && ofOneKind(one, other)
                        && known(one) != known(other);
    }

    /** Whether both have a word in a slot, and neither an initial. */
    static boolean areWords(PreparedName a, PreparedName b, int slot) {
        return ((a.facts(slot) | b.facts(slot)) >>> FLAGS & (NO_PART | ONE_LETTER)) == 0;
    }

    private static boolean mayCross(PreparedName a, int slot, PreparedName b, int otherSlot) {
        long one = a.facts(slot);
        long other = b.facts(otherSlot);
        int any = (int) ((one | other) >>> FLAGS);
        if ((any & (NO_PART | ONE_LETTER)) != 0) {
            return false;
        }
        if ((any & READ) != 0) {
            return true;
        }
        if (ofOneKind(one, other)) {
            return (any & SEVERAL) != 0 || known(one) == known(other);
        }
        int size = Math.max(Integer.bitCount((int) one), Integer.bitCount((int) other));
        long around = a.around(slot);
        long otherAround = b.around(otherSlot);
        return 3 * Integer.bitCount((int) one & (int) other) >= 2 * size
                && 2 * Long.bitCount(around & otherAround)
                        >= Math.max(Long.bitCount(around), Long.bitCount(otherAround))
                && !apart(around, one, otherAround, other);
    }

    /** Whether both are known names, or both known patronymics: then their classes tell, and not their letters. */
    private static boolean ofOneKind(long one, long other) {
        return known(one) > 0 && known(other) > 0 && ((one ^ other) >>> FLAGS & PATRONYMIC) == 0;
    }

    private static int known(long facts) {
        return (int) (facts >>> CLASS) & 0xFFFF;
    }

    private static boolean apart(long around, long facts, long otherAround, long otherFacts) {
        int size = Math.max(Integer.bitCount((int) facts), Integer.bitCount((int) otherFacts));
        return 2 * Integer.bitCount((int) facts & (int) otherFacts) < size
                || size > 2 && 4 * Long.bitCount(around & otherAround) < size;
    }
}
