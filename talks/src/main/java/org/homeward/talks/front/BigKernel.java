package org.homeward.talks.front;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fronts of numbers of any size. Doubles decide where they are far enough apart; otherwise the exact sums do, so that the
 * result is exact and only near ties are dear.
 */
final class BigKernel implements Kernel<BigKernel.Columns> {
    /** Points {@code 0..size-1}; the exact numbers of a point are its base's plus its option's. */
    static final class Columns {
        final double[] a;
        final double[] b;
        final long[] ways;
        final @Nullable BigInteger[] exactA;
        final @Nullable BigInteger[] exactB;
        final Columns[] base;
        final int[] from;
        final int[] issue;
        final int[] option;
        int size;

        Columns(int capacity) {
            a = new double[capacity];
            b = new double[capacity];
            ways = new long[capacity];
            exactA = new BigInteger[capacity];
            exactB = new BigInteger[capacity];
            base = new Columns[capacity];
            from = new int[capacity];
            issue = new int[capacity];
            option = new int[capacity];
        }
    }

    private static final Columns NOTHING = new Columns(0);

    private final BigInteger[][] a;
    private final BigInteger[][] b;
    private final double[][] nearA;
    private final double[][] nearB;
    private final double decisiveA;
    private final double decisiveB;

    BigKernel(BigInteger[][] a, BigInteger[][] b) {
        this.a = a;
        this.b = b;
        nearA = near(a);
        nearB = near(b);
        decisiveA = decisive(nearA);
        decisiveB = decisive(nearB);
    }

    private static double[][] near(BigInteger[][] exact) {
        // Numbers beyond the range of a double would all look infinite: scale them all down alike.
        int bits = Arrays.stream(exact)
                .flatMap(Arrays::stream)
                .mapToInt(BigInteger::bitLength)
                .max()
                .orElse(0);
        int shift = Math.max(0, bits - 900);
        double[][] near = new double[exact.length][];
        for (int i = 0; i < exact.length; i++) {
            near[i] = Arrays.stream(exact[i])
                    .mapToDouble(n -> n.shiftRight(shift).doubleValue())
                    .toArray();
        }
        return near;
    }

    /**
     * A difference that rounding cannot make: sums of n doubles err by at most n units of 2^-53 of the sum of their sizes (Higham,
     * Accuracy and Stability, 4.2); 2^-30 covers eight million issues.
     */
    private static double decisive(double[][] near) {
        double size = 1;
        for (double[] options : near) {
            size += Arrays.stream(options).map(Math::abs).max().orElse(0);
        }
        return size * 0x1p-30;
    }

    @Override
    public Columns start() {
        Columns one = new Columns(1);
        one.exactA[0] = BigInteger.ZERO;
        one.exactB[0] = BigInteger.ZERO;
        one.ways[0] = 1;
        one.size = 1;
        return one;
    }

    @Override
    public Columns merge(@Nullable Columns into, Columns base, int issue, int option) {
        Columns kept = into == null ? NOTHING : into;
        Columns out = new Columns(kept.size + base.size);
        int i = 0;
        int j = 0;
        while (i < kept.size || j < base.size) {
            int order; // above 0: the base's point comes first; 0: the two are of equal worth
            if (i == kept.size) {
                order = 1;
            } else if (j == base.size) {
                order = -1;
            } else {
                order = compareA(base, j, issue, option, kept, i);
                order = order == 0 ? compareB(base, j, issue, option, kept, i) : order;
            }
            if (order > 0) {
                if (out.size == 0 || compareB(base, j, issue, option, out, out.size - 1) > 0) {
                    int n = out.size++;
                    out.a[n] = base.a[j] + nearA[issue][option];
                    out.b[n] = base.b[j] + nearB[issue][option];
                    out.ways[n] = base.ways[j];
                    out.base[n] = base;
                    out.from[n] = j;
                    out.issue[n] = issue;
                    out.option[n] = option;
                }
                j++;
            } else {
                if (out.size == 0 || compareB(kept, i, out, out.size - 1) > 0) {
                    int n = out.size++;
                    out.a[n] = kept.a[i];
                    out.b[n] = kept.b[i];
                    out.ways[n] = order == 0 ? Kernel.saturatedSum(kept.ways[i], base.ways[j]) : kept.ways[i];
                    out.exactA[n] = kept.exactA[i];
                    out.exactB[n] = kept.exactB[i];
                    out.base[n] = kept.base[i];
                    out.from[n] = kept.from[i];
                    out.issue[n] = kept.issue[i];
                    out.option[n] = kept.option[i];
                }
                i++;
                j += order == 0 ? 1 : 0;
            }
        }
        return out;
    }

    private int compareA(Columns base, int j, int issue, int option, Columns other, int i) {
        double difference = base.a[j] + nearA[issue][option] - other.a[i];
        if (Math.abs(difference) > decisiveA) {
            return difference > 0 ? 1 : -1;
        }
        return a(base, j).add(a[issue][option]).compareTo(a(other, i));
    }

    private int compareB(Columns base, int j, int issue, int option, Columns other, int i) {
        double difference = base.b[j] + nearB[issue][option] - other.b[i];
        if (Math.abs(difference) > decisiveB) {
            return difference > 0 ? 1 : -1;
        }
        return b(base, j).add(b[issue][option]).compareTo(b(other, i));
    }

    private int compareB(Columns one, int i, Columns other, int j) {
        double difference = one.b[i] - other.b[j];
        if (Math.abs(difference) > decisiveB) {
            return difference > 0 ? 1 : -1;
        }
        return b(one, i).compareTo(b(other, j));
    }

    @Override
    public int size(Columns front) {
        return front.size;
    }

    @Override
    public BigInteger a(Columns front, int point) {
        BigInteger known = front.exactA[point];
        if (known == null) {
            known = a(front.base[point], front.from[point]).add(a[front.issue[point]][front.option[point]]);
            front.exactA[point] = known;
        }
        return known;
    }

    @Override
    public BigInteger b(Columns front, int point) {
        BigInteger known = front.exactB[point];
        if (known == null) {
            known = b(front.base[point], front.from[point]).add(b[front.issue[point]][front.option[point]]);
            front.exactB[point] = known;
        }
        return known;
    }

    @Override
    public long ways(Columns front, int point) {
        return front.ways[point];
    }

    @Override
    public int before(Columns of, int point, Columns base, int issue, int option) {
        BigInteger wanted = b(of, point).subtract(b[issue][option]);
        int low = 0;
        int high = base.size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = b(base, middle).compareTo(wanted);
            if (order == 0) {
                return a(base, middle).equals(a(of, point).subtract(a[issue][option])) ? middle : -1;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
