package org.homeward.selection.solve;

import java.util.Arrays;

/**
 * The best value for each number of units taken (persons, or points), and the choice behind it: the tables of an exact dynamic
 * programme in the (max, +) algebra. Values are {@link Words}, compared word by word.
 */
abstract class Curve {
    /** First word of a number that cannot be reached. Real values are never negative, and less than 2^62. */
    static final long NEVER = Long.MIN_VALUE / 2;

    final int from;
    /** [word][number - from]. */
    final long[][] best;

    /** Whether every next unit gains no more than the one before, and every number can be reached. */
    final boolean concave;

    private Curve(int from, long[][] best, boolean concave) {
        this.from = from;
        this.best = best;
        this.concave = concave;
    }

    int to() {
        return from + best[0].length - 1;
    }

    boolean reaches(int number) {
        return number >= from && number <= to() && best[0][number - from] >= 0;
    }

    /** Marks the choice behind a number that can be reached. */
    abstract void choose(int number, boolean[] chosen);

    /** Whether the value at one number of this curve beats that at another of {@code other}. */
    static boolean better(long[][] a, int i, long[][] b, int j) {
        for (int w = 0; w < a.length; w++) {
            if (a[w][i] != b[w][j]) {
                return a[w][i] > b[w][j];
            }
        }
        return false;
    }

    /** Nothing to take. */
    static Curve zero(int words) {
        return new Curve(0, new long[words][1], true) {
            @Override
            void choose(int number, boolean[] chosen) {}
        };
    }

    /**
     * Single variables, best first, up to all of them.
     *
     * @param values [word][variable's place]
     */
    static Curve take(int[] variables, long[][] values) {
        return new Curve(0, sums(values, variables.length), true) {
            @Override
            void choose(int number, boolean[] chosen) {
                for (int k = 0; k < number; k++) {
                    chosen[variables[k]] = true;
                }
            }
        };
    }

    private static long[][] sums(long[][] values, int n) {
        long[][] best = new long[values.length][n + 1];
        for (int w = 0; w < values.length; w++) {
            long sum = 0;
            for (int k = 0; k < n; k++) {
                sum += values[w][k];
                best[w][k + 1] = sum;
            }
        }
        return best;
    }

    /**
     * Units of one size, best first, up to {@code most} of them.
     *
     * @param values [word][unit]
     */
    static Curve take(int[][] units, long[][] values, int most) {
        return new Curve(0, sums(values, Math.min(units.length, most)), true) {
            @Override
            void choose(int number, boolean[] chosen) {
                for (int k = 0; k < number; k++) {
                    for (int v : units[k]) {
                        chosen[v] = true;
                    }
                }
            }
        };
    }

    /** Only the numbers of a window; empty windows give a curve that reaches nothing. */
    Curve clip(long low, long high) {
        int first = (int) Math.max(from, Math.min(low, to()));
        int last = (int) Math.max(first, Math.min(high, to()));
        boolean empty = low > to() || high < from || low > high;
        if (first == from && last == to() && !empty) {
            return this;
        }
        long[][] cut = new long[best.length][];
        for (int w = 0; w < best.length; w++) {
            cut[w] = Arrays.copyOfRange(best[w], first - from, last - from + 1);
        }
        if (empty) {
            Arrays.fill(cut[0], NEVER);
        }
        Curve whole = this;
        return new Curve(first, cut, concave && !empty) {
            @Override
            void choose(int number, boolean[] chosen) {
                whole.choose(number, chosen);
            }
        };
    }

    /**
     * The best of both together: each unit of {@code other} counts {@code step}. Concave curves are merged by their gains; a concave
     * {@code other} needs O(n log n) because the best split moves one way (Monge); else every split is tried.
     */
    Curve plus(Curve other, int step, long low, long high) {
        long least = from + (long) step * other.from;
        long most = to() + (long) step * other.to();
        int first = (int) Math.max(least, low);
        int last = (int) Math.min(most, high);
        if (first > last || best[0].length == 1 && best[0][0] < 0) {
            return clip(1, 0);
        }
        if (concave && other.concave && step == 1) {
            return merged(other).clip(low, high);
        }
        Splits splits = new Splits(this, other, step, first, last);
        if (other.concave) {
            splits.monge();
        } else {
            splits.all();
        }
        Curve left = this;
        return new Curve(first, splits.best, false) {
            @Override
            void choose(int number, boolean[] chosen) {
                int right = splits.right[number - first];
                other.choose(right, chosen);
                left.choose(number - step * right, chosen);
            }
        };
    }

    private Curve merged(Curve other) {
        int n = best[0].length + other.best[0].length - 1;
        long[][] sum = new long[best.length][n];
        int[] right = new int[n];
        int i = 0;
        int j = 0;
        for (int k = 0; k < n; k++) {
            for (int w = 0; w < sum.length; w++) {
                sum[w][k] = best[w][i] + other.best[w][j];
            }
            right[k] = other.from + j;
            if (i + 1 == best[0].length) {
                j++;
            } else if (j + 1 == other.best[0].length || gains(i, other, j)) {
                i++;
            } else {
                j++;
            }
        }
        Curve left = this;
        int start = from + other.from;
        return new Curve(start, sum, true) {
            @Override
            void choose(int number, boolean[] chosen) {
                other.choose(right[number - start], chosen);
                left.choose(number - right[number - start], chosen);
            }
        };
    }

    private boolean gains(int i, Curve other, int j) {
        for (int w = 0; w < best.length; w++) {
            long mine = best[w][i + 1] - best[w][i];
            long theirs = other.best[w][j + 1] - other.best[w][j];
            if (mine != theirs) {
                return mine > theirs;
            }
        }
        return true;
    }

    /** The number with the best value; less than {@code from} when none can be reached. */
    int argBest() {
        int at = from - 1;
        for (int k = from; k <= to(); k++) {
            if (reaches(k) && (at < from || better(best, k - from, best, at - from))) {
                at = k;
            }
        }
        return at;
    }

    /** Where the second curve's share is best, for each number of a sum. */
    private static final class Splits {
        final long[][] best;
        final int[] right;
        private final Curve a;
        private final Curve b;
        private final int step;
        private final int first;
        private final int last;
        private static final int NONE = Integer.MIN_VALUE;
        // One residue class: rows are residue + step * i, columns residue + step * j; the first words of the columns
        // from base on.
        private int residue;
        private int base;
        private long[] slice = new long[0];

        Splits(Curve a, Curve b, int step, int first, int last) {
            this.a = a;
            this.b = b;
            this.step = step;
            this.first = first;
            this.last = last;
            best = new long[a.best.length][last - first + 1];
            right = new int[last - first + 1];
            Arrays.fill(best[0], NEVER);
        }

        void all() {
            for (int t = first; t <= last; t++) {
                int least = Math.max(b.from, Math.ceilDiv(t - a.to(), step));
                int most = Math.min(b.to(), Math.floorDiv(t - a.from, step));
                int top = -1;
                long head = 0;
                for (int k = least; k <= most; k++) {
                    int i = t - step * k - a.from;
                    long sum = a.best[0][i] + b.best[0][k - b.from];
                    if (sum >= 0 && (top < 0 || sum > head || sum == head && wins(t, k, top))) {
                        top = k;
                        head = sum;
                    }
                }
                take(t, top);
            }
        }

        /** Whether a split beats another with the same first word. */
        private boolean wins(int t, int k, int old) {
            for (int w = 1; w < best.length; w++) {
                long mine = a.best[w][t - step * k - a.from] + b.best[w][k - b.from];
                long theirs = a.best[w][t - step * old - a.from] + b.best[w][old - b.from];
                if (mine != theirs) {
                    return mine > theirs;
                }
            }
            return false;
        }

        private void take(int t, int k) {
            for (int w = 0; k >= 0 && w < best.length; w++) {
                best[w][t - first] = a.best[w][t - step * k - a.from] + b.best[w][k - b.from];
            }
            right[t - first] = k;
        }

        void monge() {
            for (residue = 0; residue < step; residue++) {
                base = Math.ceilDiv(a.from - residue, step);
                int high = Math.floorDiv(a.to() - residue, step);
                if (high < base) {
                    continue;
                }
                slice = new long[high - base + 1];
                for (int j = base; j <= high; j++) {
                    slice[j - base] = a.best[0][residue + step * j - a.from];
                }
                rows(Math.ceilDiv(first - residue, step), Math.floorDiv(last - residue, step), base, high);
            }
        }

        /** The best column moves one way with the row, also over columns that cannot be reached. */
        private void rows(int low, int high, int left, int rightmost) {
            if (low > high || left > rightmost) {
                return;
            }
            int mid = (low + high) >>> 1;
            int t = residue + step * mid;
            int start = Math.max(left, mid - b.to());
            int end = Math.min(rightmost, mid - b.from);
            int split = NONE;
            long head = -1;
            // Locals, because a loop with a call in it reads fields again and again.
            long[] left0 = slice;
            long[] right0 = b.best[0];
            int shift = base;
            int turn = mid - b.from;
            for (int j = start; j <= end; j++) {
                long sum = left0[j - shift] + right0[turn - j];
                if (sum > head || sum == head && sum >= 0 && wins(t, mid - j, mid - split)) {
                    split = j;
                    head = sum;
                }
            }
            if (split != NONE) {
                take(t, mid - split);
                rows(low, mid - 1, left, split);
                rows(mid + 1, high, split, rightmost);
            } else {
                rows(low, mid - 1, left, start - 1);
                rows(mid + 1, high, start, rightmost);
            }
        }
    }
}
