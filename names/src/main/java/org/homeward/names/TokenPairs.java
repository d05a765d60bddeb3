package org.homeward.names;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What comparing two tokens gave, kept by their numbers while there is room: a table of single words of memory, each with both numbers
 * and the result, so that threads need no lock and a lost entry is only worked out again.
 */
final class TokenPairs {
    /** Comparing with nothing. */
    static final long ABSENT = (long) NameFeatures.MISSING << 32;

    private static final int SIZE = 1 << 20;
    private static final int ID_BITS = 24;
    /** Steps of a share from 0 to 1. */
    private static final int STEPS = 2047;

    private static final long[] KNOWN = new long[SIZE];
    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);
    static final long APART = pack(NameLevel.DIFFERENT.ordinal(), NameComparer.APART);
    private static final long IDENTICAL = pack(NameLevel.EXACT.ordinal(), 1);

    private TokenPairs() {}

    /** An outcome and a share from -1 to 1 in one number. */
    static long pack(int outcome, float share) {
        int steps = Math.round(Math.clamp(share, -1f, 1f) * STEPS);
        return unpack(outcome, steps);
    }

    private static long unpack(int outcome, int steps) {
        return (long) outcome << 32 | Float.floatToRawIntBits(steps / (float) STEPS) & 0xFFFFFFFFL;
    }

    /** The outcome (see {@link NameFeatures}) and share of two tokens; either may be missing. */
    static long compare(@Nullable Token a, @Nullable Token b) {
        if (a == null || b == null) {
            return ABSENT;
        }
        if (a == b && !a.initial) {
            return IDENTICAL;
        }
        if (a.hasClass && b.hasClass) {
            if (a.patronymic == b.patronymic) {
                // Two names that are known are compared by what is known of them, sooner than looked up.
                return outcome(a, b);
            }
        } else if (NameComparer.apart(a, b)) {
            return APART;
        }
        long low = Math.min(a.id, b.id);
        long high = Math.max(a.id, b.id);
        if (high >= 1L << ID_BITS) {
            return outcome(a, b);
        }
        long pair = low << ID_BITS | high;
        int at = (int) (pair * 0x9E3779B97F4A7C15L >>> 44);
        long entry = (long) ENTRY.getOpaque(KNOWN, at);
        if (entry >>> 16 == pair) {
            return unpack((int) entry >>> 12 & 15, ((int) entry & 0xFFF) - STEPS);
        }
        long result = outcome(a, b);
        int steps = Math.round(NameComparer.shareOf(result) * STEPS) + STEPS;
        ENTRY.setOpaque(KNOWN, at, pair << 16 | result >>> 32 << 12 | steps);
        return result;
    }

    /** The same, worked out and not looked up. */
    static long outcome(Token a, Token b) {
        long result = NameComparer.compare(a, b);
        if (a.initial || b.initial) {
            boolean agree = NameComparer.level(result) != NameLevel.DIFFERENT;
            return (long) (agree ? NameFeatures.INITIAL : NameFeatures.OTHER_INITIAL) << 32 | result & 0xFFFFFFFFL;
        }
        return result;
    }
}
