package org.homeward.names;

import org.jspecify.annotations.Nullable;

/**
 * What tells at a glance that parts of two names have nothing in common, and whether an initial agrees, from one place in memory for each name: most
 * pairs of a register need no more, or the reading of one part, and the others, scattered over memory, are not read. It never says what reading them
 * would not say.
 */
final class Glance {
    /** What a glance says of a slot: the last is that the parts are to be read. */
    static final int APART = 0;

    static final int ABSENT = 1;
    static final int INITIAL = 2;
    static final int OTHER_INITIAL = 3;
    static final int TO_READ = 4;
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
                | (token.script == Script.CYRILLIC ? CYRILLIC : 0);
        long known = token.hasClass ? token.classes[0] + 1 : 0;
        return flags << FLAGS | known << CLASS | token.consonants & 0xFFFFFFFFL;
    }

    /**
     * Whether no part can be near one of another kind, so that the parts stand as they were read ({@link Order#AS_READ}). False where it would have to be
     * read in full.
     */
    static boolean standsAsRead(PreparedName a, PreparedName b) {
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
        return apart ? APART : TO_READ;
    }

    /** The outcome that a glance stands for, but {@link #TO_READ}. */
    static long outcome(int glance) {
        return OUTCOMES[glance];
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
