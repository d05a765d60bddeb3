package org.homeward.names;

import org.jspecify.annotations.Nullable;

/**
 * What tells at a glance that parts of two names have nothing in common, in one line of memory for each name: most pairs of a register need no
 * more, or the reading of one part, and the others, scattered over memory, are not read. It never says so where reading them would say otherwise.
 */
final class Glance {
    private static final int ABSENT = 1;
    private static final int PATRONYMIC = 2;
    /** A double name, or a script without vowels: to be read in full. */
    private static final int READ = 4;
    /** A name of several classes or with relatives: to be read in full beside another that is known. */
    private static final int SEVERAL = 8;

    private static final int INITIAL = 16;

    private static final int FLAGS = 48;
    private static final int CLASS = 32;
    private static final int SLOTS = 3;

    private Glance() {}

    /** For each slot the neighbourhoods of its consonants; then for each its consonants, its class and what else there is to know. */
    static long[] of(@Nullable Token surname, @Nullable Token given, @Nullable Token patronymic) {
        long[] glance = new long[2 * SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            Token token = slot == 0 ? surname : slot == 1 ? given : patronymic;
            glance[slot] = token == null ? 0 : token.neighbours;
            glance[SLOTS + slot] = token == null ? (long) ABSENT << FLAGS : facts(token);
        }
        return glance;
    }

    private static long facts(Token token) {
        boolean several = token.classes.length > 1 || token.hasClass && GivenNames.hasRelated(token.classes[0]);
        boolean read = !token.vowelled || token.pieces.length > 1;
        long flags = (token.patronymic ? PATRONYMIC : 0)
                | (read ? READ : 0)
                | (several ? SEVERAL : 0)
                | (token.initial ? INITIAL : 0);
        long known = token.hasClass ? token.classes[0] + 1 : 0;
        return flags << FLAGS | known << CLASS | token.consonants & 0xFFFFFFFFL;
    }

    /**
     * Whether no part can be near one of another kind, so that the parts stand as they were read ({@link Order#AS_READ}). False where it would have to be
     * read in full.
     */
    static boolean standsAsRead(long[] a, long[] b) {
        return !mayCross(a, 0, b, 1)
                && !mayCross(a, 1, b, 0)
                && !mayCross(a, 0, b, 2)
                && !mayCross(a, 2, b, 0)
                && !mayCross(a, 1, b, 2)
                && !mayCross(a, 2, b, 1);
    }

    /** Whether one of the two names has no part in a slot. */
    static boolean absent(long[] a, long[] b, int slot) {
        return ((a[SLOTS + slot] | b[SLOTS + slot]) >>> FLAGS & ABSENT) != 0;
    }

    /** Whether the two parts of a slot, which both are there, are apart; where it is false they are to be read. */
    static boolean apart(long[] a, long[] b, int slot) {
        long one = a[SLOTS + slot];
        long other = b[SLOTS + slot];
        if (((one | other) >>> FLAGS & (READ | INITIAL)) != 0) {
            return false;
        }
        if (ofOneKind(one, other)) {
            return ((one | other) >>> FLAGS & SEVERAL) == 0 && known(one) != known(other);
        }
        return apart(a[slot], one, b[slot], other);
    }

    private static boolean mayCross(long[] a, int slot, long[] b, int otherSlot) {
        long one = a[SLOTS + slot];
        long other = b[SLOTS + otherSlot];
        long any = (one | other) >>> FLAGS;
        if ((any & (ABSENT | INITIAL)) != 0) {
            return false;
        }
        if ((any & READ) != 0) {
            return true;
        }
        if (ofOneKind(one, other)) {
            return (any & SEVERAL) != 0 || known(one) == known(other);
        }
        int size = Math.max(Integer.bitCount((int) one), Integer.bitCount((int) other));
        return !apart(a[slot], one, b[otherSlot], other) && 3 * Integer.bitCount((int) one & (int) other) >= 2 * size;
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

    /** Which parts both names have, from 0 to 3: a surname alone, with a given name, with a patronymic, with both. */
    static int both(long[] a, long[] b) {
        int given = ((a[4] | b[4]) >>> FLAGS & ABSENT) == 0 ? 1 : 0;
        int patronymic = ((a[5] | b[5]) >>> FLAGS & ABSENT) == 0 ? 2 : 0;
        return given + patronymic;
    }
}
