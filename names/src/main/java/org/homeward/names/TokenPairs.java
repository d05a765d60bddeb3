package org.homeward.names;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What comparing two tokens gave, kept by their numbers while there is room: a table of single words of memory, each with both numbers
 * and the result, so that threads need no lock and a lost entry is only worked out again.
 */
final class TokenPairs {
    private static final int SIZE_BITS = 20;
    private static final int PLACE_BITS = SIZE_BITS - 1;
    private static final int ID_BITS = 24;
    private static final int PAIR_BITS = 2 * ID_BITS;
    private static final long ODD = 0x9E3779B97F4AL | 1;
    /** Steps of a share from 0 to 1. */
    private static final int STEPS = 2047;
    /** Of a result: the share's bits, then the outcome, then the agreement. */
    private static final int OUTCOME = 32;

    private static final int AGREEMENT = 36;

    /** Of an entry: the share in steps, the outcome, the agreement; then that it is one, and what of the pair its place does not say. */
    private static final int STEP_BITS = 12;

    private static final int PRESENT = STEP_BITS + 4 + Agreement.BITS;

    private static final long[] KNOWN = new long[1 << SIZE_BITS];
    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);
    /** Comparing with nothing. */
    static final long ABSENT = pack(NameFeatures.MISSING, 0);

    static final long APART = pack(NameLevel.DIFFERENT.ordinal(), NameComparer.APART);
    private static final long IDENTICAL = pack(NameLevel.EXACT.ordinal(), 1);

    private static final long UNKNOWN = -1;

    private TokenPairs() {}

    /** An outcome, a share from -1 to 1 and the step of both in one number. */
    static long pack(int outcome, float share) {
        int steps = Math.round(Math.clamp(share, -1f, 1f) * STEPS);
        return unpack(outcome, steps, Agreement.step(outcome, share(steps)));
    }

    private static float share(int steps) {
        return steps / (float) STEPS;
    }

    private static long unpack(int outcome, int steps, int agreement) {
        return (long) agreement << AGREEMENT
                | (long) outcome << OUTCOME
                | Float.floatToRawIntBits(share(steps)) & 0xFFFFFFFFL;
    }

    static int outcomeOf(long packed) {
        return (int) (packed >>> OUTCOME) & 15;
    }

    /** Whether a result says of two words that they are two names, whatever else is known of them. */
    static boolean isApart(long packed) {
        return (packed & (1L << AGREEMENT) - 1) == (APART & (1L << AGREEMENT) - 1);
    }

    /** The {@link Agreement} of a result. */
    static int agreement(long packed) {
        return (int) (packed >>> AGREEMENT);
    }

    /** The outcome (see {@link NameFeatures}), share and agreement of two tokens; either may be missing. */
    static long compare(@Nullable Token a, @Nullable Token b) {
        if (a == null || b == null) {
            return ABSENT;
        }
        if (a == b && !a.initial) {
            return IDENTICAL;
        }
        if (a.hasClass && b.hasClass) {
            if (a.patronymic == b.patronymic && GivenNames.share(a.classes, b.classes)) {
                // Two spellings of one name that is known are told sooner than looked up.
                return outcome(a, b);
            }
        } else if (NameComparer.apart(a, b)) {
            return APART;
        }
        long mixed = mixed(a.id, b.id);
        long known = known(mixed);
        return known == UNKNOWN ? keep(mixed, outcome(a, b)) : known;
    }

    /** The same of parts in one slot that are no initials and whose classes say nothing, without reading the parts where it is known. */
    static long lookUp(PreparedName left, PreparedName right, int slot) {
        int one = left.id(slot);
        int other = right.id(slot);
        if (one == other) {
            return IDENTICAL;
        }
        long mixed = mixed(one, other);
        long known = known(mixed);
        return known == UNKNOWN ? keep(mixed, outcome(left.slot(slot), right.slot(slot))) : known;
    }

    /** Both numbers in one, or {@link #UNKNOWN} where one is too high to be kept. */
    private static long mixed(int one, int other) {
        long low = Math.min(one, other);
        long high = Math.max(one, other);
        // Multiplied by an odd number no two pairs become one: the place says some of it, the entry the rest.
        return high >= 1L << ID_BITS ? UNKNOWN : (low << ID_BITS | high) * ODD & (1L << PAIR_BITS) - 1;
    }

    /** The first of the two places, side by side, where a pair may be kept. */
    private static int place(long mixed) {
        return (int) (mixed >>> PAIR_BITS - PLACE_BITS) << 1;
    }

    private static long rest(long mixed) {
        return (mixed & (1L << PAIR_BITS - PLACE_BITS) - 1) << 1 | 1;
    }

    private static long known(long mixed) {
        if (mixed == UNKNOWN) {
            return UNKNOWN;
        }
        int place = place(mixed);
        long rest = rest(mixed);
        long entry = (long) ENTRY.getOpaque(KNOWN, place);
        if (entry >>> PRESENT != rest) {
            entry = (long) ENTRY.getOpaque(KNOWN, place | 1);
        }
        return entry >>> PRESENT != rest
                ? UNKNOWN
                : unpack(
                        (int) (entry >>> STEP_BITS) & 15,
                        ((int) entry & (1 << STEP_BITS) - 1) - STEPS,
                        (int) (entry >>> STEP_BITS + 4) & (1 << Agreement.BITS) - 1);
    }

    private static long keep(long mixed, long result) {
        if (mixed == UNKNOWN) {
            return result;
        }
        long steps = Math.round(NameComparer.shareOf(result) * STEPS) + STEPS;
        int place = place(mixed);
        // What was kept here moves over, so that the pair asked for longest ago is let go.
        ENTRY.setOpaque(KNOWN, place | 1, (long) ENTRY.getOpaque(KNOWN, place));
        ENTRY.setOpaque(KNOWN, place, rest(mixed) << PRESENT | result >>> OUTCOME << STEP_BITS | steps);
        return result;
    }

    /** The same, worked out and not looked up. */
    static long outcome(@Nullable Token a, @Nullable Token b) {
        if (a == null || b == null) {
            return ABSENT;
        }
        long result = NameComparer.compare(a, b);
        NameLevel level = NameComparer.level(result);
        if (a.initial || b.initial) {
            boolean agree = level != NameLevel.DIFFERENT;
            return pack(agree ? NameFeatures.INITIAL : NameFeatures.OTHER_INITIAL, NameComparer.shareOf(result));
        }
        if (level.compareTo(NameLevel.NEAR) < 0
                || Agreement.likeness(agreement(result)) > 0
                || result == APART && NameComparer.apart(a, b)) {
            return result;
        }
        return with(result, Agreement.details(a, b, NameComparer.shareOf(result)));
    }

    /** A result and what else there is to know of the words. */
    static long with(long result, int details) {
        return result | (long) details << AGREEMENT;
    }
}
