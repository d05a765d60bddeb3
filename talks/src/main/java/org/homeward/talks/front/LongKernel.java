package org.homeward.talks.front;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fronts whose sums fit in a long: the usual case, and the fast one. */
final class LongKernel implements Kernel<LongKernel.Columns> {
    /** Points {@code 0..size-1}. */
    static final class Columns {
        final long[] a;
        final long[] b;
        final long[] ways;
        int size;

        Columns(int capacity) {
            a = new long[capacity];
            b = new long[capacity];
            ways = new long[capacity];
        }
    }

    private static final Columns NOTHING = new Columns(0);

    private final long[][] a;
    private final long[][] b;

    LongKernel(long[][] a, long[][] b) {
        this.a = a;
        this.b = b;
    }

    @Override
    public Columns start() {
        Columns one = new Columns(1);
        one.ways[0] = 1;
        one.size = 1;
        return one;
    }

    @Override
    public Columns merge(@Nullable Columns into, Columns base, int issue, int option) {
        Columns kept = into == null ? NOTHING : into;
        long plusA = a[issue][option];
        long plusB = b[issue][option];
        Columns out = new Columns(kept.size + base.size);
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < kept.size || j < base.size) {
            int order; // above 0: the base's point comes first; 0: the two are of equal worth
            if (i == kept.size) {
                order = 1;
            } else if (j == base.size) {
                order = -1;
            } else {
                order = Long.compare(base.a[j] + plusA, kept.a[i]);
                order = order == 0 ? Long.compare(base.b[j] + plusB, kept.b[i]) : order;
            }
            long pointA = order > 0 ? base.a[j] + plusA : kept.a[i];
            long pointB = order > 0 ? base.b[j] + plusB : kept.b[i];
            long ways = (order >= 0 ? base.ways[j] : 0);
            ways = order > 0 ? ways : Kernel.saturatedSum(ways, kept.ways[i]);
            j += order >= 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            // Sorted by a, then by b: what comes later is worth no more to a, so it must be worth more to b.
            if (n == 0 || pointB > out.b[n - 1]) {
                out.a[n] = pointA;
                out.b[n] = pointB;
                out.ways[n++] = ways;
            }
        }
        out.size = n;
        return out;
    }

    @Override
    public int size(Columns front) {
        return front.size;
    }

    @Override
    public BigInteger a(Columns front, int point) {
        return BigInteger.valueOf(front.a[point]);
    }

    @Override
    public BigInteger b(Columns front, int point) {
        return BigInteger.valueOf(front.b[point]);
    }

    @Override
    public long ways(Columns front, int point) {
        return front.ways[point];
    }

    @Override
    public int before(Columns of, int point, Columns base, int issue, int option) {
        int at = Arrays.binarySearch(base.b, 0, base.size, of.b[point] - b[issue][option]);
        return at >= 0 && base.a[at] == of.a[point] - a[issue][option] ? at : -1;
    }
}
