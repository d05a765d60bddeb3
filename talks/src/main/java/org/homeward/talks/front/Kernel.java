package org.homeward.talks.front;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Fronts as sorted columns: {@code a} falls, {@code b} rises, both strictly. All numbers are whole: each side's worth times the
 * common denominator of that side.
 *
 * @param <F> a front
 */
interface Kernel<F> {
    /** The front of no issue: one point, nothing. */
    F start();

    /** The front of {@code into} and of {@code base} shifted by an option; linear in both sizes. */
    F merge(@Nullable F into, F base, int issue, int option);

    int size(F front);

    BigInteger a(F front, int point);

    BigInteger b(F front, int point);

    /** In how many ways the point is reached; {@link Long#MAX_VALUE} stands for that or more. */
    long ways(F front, int point);

    /** The point of {@code base} that an option carries to the point of {@code of}, or a negative number. */
    int before(F of, int point, F base, int issue, int option);

    /** The sum of two numbers not below zero, or {@link Long#MAX_VALUE} when that is too small to hold it. */
    static long saturatedSum(long x, long y) {
        long sum = x + y;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
