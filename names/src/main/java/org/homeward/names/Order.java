package org.homeward.names;

import org.jspecify.annotations.Nullable;

/**
 * Which part of one name is to be held against which of the other. Registers swap surname and given name, and a word that somebody
 * wrote down by ear may be read as the wrong part: where the parts as they were read do not agree, another order is taken if it agrees
 * clearly better.
 */
final class Order {
    /** As read; then surname and given name exchanged; then the others. Two bits a slot, from the lowest. */
    private static final int[] ORDERS = {
        order(0, 1, 2), order(1, 0, 2), order(2, 1, 0), order(0, 2, 1), order(1, 2, 0), order(2, 0, 1)
    };

    static final int AS_READ = ORDERS[0];
    static final int SURNAME_AND_GIVEN = ORDERS[1];
    private static final float CLEARLY = 0.3f;

    private Order() {}

    private static int order(int surname, int given, int patronymic) {
        return surname | given << 2 | patronymic << 4;
    }

    /** The slot of the right that answers {@code slot} of the left. */
    static int of(int order, int slot) {
        return order >> 2 * slot & 3;
    }

    /** The same order as seen from the right. */
    static int reversed(int order) {
        int reversed = 0;
        for (int slot = 0; slot < 3; slot++) {
            reversed |= slot << 2 * of(order, slot);
        }
        return reversed;
    }

    /** The order for two names whose parts, as they were read, compare so. */
    static int best(PreparedName left, PreparedName right, long surname, long given, long patronymic) {
        if (agrees(surname) && (agrees(given) || given == TokenPairs.ABSENT)) {
            return AS_READ;
        }
        if (!mayCross(left, right)) {
            return AS_READ;
        }
        float s = worth(surname);
        float g = worth(given);
        float p = worth(patronymic);
        float sg = crossed(left.surname, right.given);
        float gs = crossed(left.given, right.surname);
        float sp = crossed(left.surname, right.patronymic);
        float ps = crossed(left.patronymic, right.surname);
        float gp = crossed(left.given, right.patronymic);
        float pg = crossed(left.patronymic, right.given);
        float best = s + g + p + CLEARLY;
        int found = AS_READ;
        for (int i = 1; i < ORDERS.length; i++) {
            float worth = switch (i) {
                case 1 -> sg + gs + p;
                case 2 -> sp + g + ps;
                case 3 -> s + gp + pg;
                case 4 -> sg + gp + ps;
                default -> sp + gs + pg;
            };
            if (worth > best) {
                best = worth;
                found = ORDERS[i];
            }
        }
        return found;
    }

    /** Whether any part may be very near one of another kind: for most pairs of names none is, and there is nothing to weigh. */
    private static boolean mayCross(PreparedName left, PreparedName right) {
        return veryNear(left.surname, right.given)
                || veryNear(left.given, right.surname)
                || veryNear(left.surname, right.patronymic)
                || veryNear(left.patronymic, right.surname)
                || veryNear(left.given, right.patronymic)
                || veryNear(left.patronymic, right.given);
    }

    private static boolean veryNear(@Nullable Token a, @Nullable Token b) {
        return a != null && b != null && !a.initial && !b.initial && NameComparer.mayBeVeryNear(a, b);
    }

    /**
     * An initial stands where it stands. A patronymic is no given name and no surname, so the two are held against each other only where
     * they are all but the same.
     */
    private static float crossed(@Nullable Token a, @Nullable Token b) {
        if (a == null || b == null) {
            return 0;
        }
        if (a.initial || b.initial || !NameComparer.mayBeNear(a, b)) {
            return -0.5f;
        }
        float worth = worth(TokenPairs.compare(a, b));
        return a.patronymic == b.patronymic || worth > 0.8f ? worth : -0.5f;
    }

    private static boolean agrees(long packed) {
        int outcome = TokenPairs.outcomeOf(packed);
        return outcome <= NameLevel.NEAR.ordinal() || outcome == NameFeatures.INITIAL;
    }

    private static float worth(long packed) {
        int outcome = TokenPairs.outcomeOf(packed);
        if (outcome == NameFeatures.MISSING) {
            return 0;
        }
        return outcome == NameFeatures.INITIAL
                ? 0.5f
                : outcome == NameFeatures.OTHER_INITIAL ? -0.5f : Math.max(NameComparer.shareOf(packed), -0.5f);
    }
}
