package org.homeward.names;

import org.jspecify.annotations.Nullable;

/**
 * What tells at a glance that two names have nothing in common, in one line of memory for each name: most pairs of a register need no
 * more, and the parts themselves, scattered over memory, are not read. It never says so where reading them would say otherwise.
 */
final class Glance {
    private static final int ABSENT = 1;
    private static final int PATRONYMIC = 2;
    /** An initial, a double name, a name of several classes or with relatives, a script without vowels: to be read in full. */
    private static final int READ = 4;

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
        boolean read = !token.far
                || token.initial
                || token.pieces.length > 1
                || token.classes.length > 1
                || token.hasClass && GivenNames.hasRelated(token.classes[0]);
        long flags = (token.patronymic ? PATRONYMIC : 0) | (read ? READ : 0);
        long known = token.hasClass ? token.classes[0] + 1 : 0;
        return flags << FLAGS | known << CLASS | token.consonants & 0xFFFFFFFFL;
    }

    /** Whether every part is apart from every part of the other, and both have a surname. */
    static boolean strangers(long[] a, long[] b) {
        long any = a[3] | a[4] | a[5] | b[3] | b[4] | b[5];
        if ((any >>> FLAGS & READ) != 0 || ((a[3] | b[3]) >>> FLAGS & ABSENT) != 0) {
            return false;
        }
        for (int i = 0; i < SLOTS; i++) {
            for (int j = 0; j < SLOTS; j++) {
                if (!apart(a[i], a[SLOTS + i], b[j], b[SLOTS + j], i == j)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean apart(long around, long facts, long otherAround, long otherFacts, boolean sameSlot) {
        int flags = (int) (facts >>> FLAGS);
        int otherFlags = (int) (otherFacts >>> FLAGS);
        if (((flags | otherFlags) & ABSENT) != 0) {
            return true;
        }
        int known = (int) (facts >>> CLASS) & 0xFFFF;
        int otherKnown = (int) (otherFacts >>> CLASS) & 0xFFFF;
        if (known > 0 && otherKnown > 0 && flags == otherFlags) {
            return known != otherKnown;
        }
        int size = Math.max(Integer.bitCount((int) facts), Integer.bitCount((int) otherFacts));
        int common = Integer.bitCount((int) facts & (int) otherFacts);
        return 2 * common < size
                || size > 2 && 4 * Long.bitCount(around & otherAround) < size
                || !sameSlot && 3 * common < 2 * size;
    }

    /** Which parts both names have, from 0 to 3: a surname alone, with a given name, with a patronymic, with both. */
    static int both(long[] a, long[] b) {
        int given = ((a[4] | b[4]) >>> FLAGS & ABSENT) == 0 ? 1 : 0;
        int patronymic = ((a[5] | b[5]) >>> FLAGS & ABSENT) == 0 ? 2 : 0;
        return given + patronymic;
    }
}
