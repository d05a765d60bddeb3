package org.homeward.selection.solve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best points of two sides that a balance allows together. Each class of units (all of one number of points) is a {@link Curve};
 * their sum is a dynamic programme over points, which is all the work there is. Most of its table cannot hold the best choice, and
 * that can be proven beforehand: under prices for a point of each side (Lagrange), every class has a number of units it would choose
 * for itself, and moving away from it costs a known loss. A choice whose losses together exceed the distance between the bound and a
 * list already found is worse than that list. So the programme runs in the windows of a small loss first; what it finds gives the
 * loss that is needed for a proof; and where that is greater it runs once more, in those windows (reduced-cost fixing, Dembo and
 * Hammer 1980). Prices are whole numbers: any price gives a true bound, a rounded one only a slightly wider window.
 *
 * <p>Losses are counted in the first word alone. A choice that is best in all words is among the best in the first, so its loss is
 * within the windows too, ties included.
 */
final class Meeting {
    /** No windows: the whole table. */
    private static final long ALL = Long.MAX_VALUE;

    private static final long SAFE = 1L << 60;

    /** The units of one class: how many points each counts, and the best value for each number of them. */
    record Units(int points, Curve curve) {}

    /** One side: its classes and the most points it may have. */
    record Side(List<Units> classes, long limit) {
        /** The most points its classes can give within its limit. */
        long most() {
            long sum = 0;
            for (Units u : classes) {
                sum += (long) u.points * u.curve.to();
            }
            return Math.min(sum, limit);
        }
    }

    private final Row row;
    private final Side plus;
    private final Side minus;
    private final int words;

    Meeting(Row row, Side plus, Side minus, int words) {
        this.row = row;
        this.plus = plus;
        this.minus = minus;
        this.words = words;
    }

    /** Marks the best choice; false when there is none. */
    boolean choose(boolean[] chosen) {
        // The greatest points of both: whatever meets is no greater on either side.
        long p = Math.min(plus.most(), minus.most() + row.high);
        long m = Math.min(minus.most(), p - row.low);
        Prices a = p < 0 || m < 0 ? null : Prices.of(plus, p);
        Prices b = a == null ? null : Prices.of(minus, m);
        if (a == null || b == null) {
            return meet(null, null, ALL).choose(chosen);
        }
        long bound = a.bound + b.bound;
        long loss = a.price + b.price;
        for (int tries = 0; ; tries++) {
            Found found = meet(a, b, loss);
            long needed = found.reached() ? bound - found.value(0) : ALL;
            if (needed <= loss || loss == ALL) {
                return found.choose(chosen);
            }
            loss = found.reached() ? needed : tries < 2 && loss < SAFE / 16 ? 16 * loss + 1 : ALL;
        }
    }

    private Found meet(@Nullable Prices a, @Nullable Prices b, long loss) {
        Curve left = sum(plus, a, loss);
        Curve right = sum(minus, b, loss);
        int bestLeft = -1;
        int bestRight = -1;
        for (int p = left.from; p <= left.to(); p++) {
            int least = (int) Math.max(right.from, p - row.high);
            int most = (int) Math.min(right.to(), p - row.low);
            for (int m = left.reaches(p) ? least : most + 1; m <= most; m++) {
                if (right.reaches(m) && (bestLeft < 0 || beats(left, p, bestLeft, right, m, bestRight))) {
                    bestLeft = p;
                    bestRight = m;
                }
            }
        }
        return new Found(left, bestLeft, right, bestRight);
    }

    private Curve sum(Side side, @Nullable Prices prices, long loss) {
        Curve sum = Curve.zero(words);
        for (Units u : side.classes) {
            Curve of = loss == ALL || prices == null ? u.curve : prices.window(u, loss);
            sum = sum.plus(of, u.points, 0, side.limit);
        }
        return loss == ALL || prices == null ? sum : sum.clip(prices.least(loss), side.limit);
    }

    /** Whether the values at (p, m) together beat those at (oldP, oldM). Each word has room for both sides. */
    private static boolean beats(Curve a, int p, int oldP, Curve b, int m, int oldM) {
        for (int w = 0; w < a.best.length; w++) {
            long now = a.best[w][p - a.from] + b.best[w][m - b.from];
            long before = a.best[w][oldP - a.from] + b.best[w][oldM - b.from];
            if (now != before) {
                return now > before;
            }
        }
        return false;
    }

    private record Found(Curve left, int p, Curve right, int m) {
        boolean reached() {
            return p >= 0;
        }

        long value(int word) {
            return left.best[word][p - left.from] + right.best[word][m - right.from];
        }

        boolean choose(boolean[] chosen) {
            if (reached()) {
                left.choose(p, chosen);
                right.choose(m, chosen);
            }
            return reached();
        }
    }

    /** What a point of one side costs, in the first word, and what the side is worth at most at that price with {@code top} points. */
    private static final class Prices {
        final long price;
        final long bound;
        private final long top;

        private Prices(long price, long top, long bound) {
            this.price = price;
            this.top = top;
            this.bound = bound;
        }

        /** The least price at which the classes by themselves want no more than {@code top} points; null when numbers do not fit. */
        static @Nullable Prices of(Side side, long top) {
            long low = -1;
            long high = 0;
            boolean concave = true;
            for (Units u : side.classes) {
                concave &= u.curve.concave;
                for (int x = u.curve.from; x < u.curve.to(); x++) {
                    high = Math.max(
                            high,
                            (u.curve.best[0][x + 1 - u.curve.from] - u.curve.best[0][x - u.curve.from]) / u.points + 1);
                    if (u.curve.concave) {
                        break;
                    }
                }
            }
            long most = Math.max(1, Math.max(top, side.most()));
            if (!concave && high > SAFE / most) {
                return null;
            }
            while (high - low > 1) {
                long middle = (low + high) >> 1;
                if (wanted(side, middle) <= top) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            if (high > SAFE / most) {
                return null;
            }
            long bound = high * top;
            for (Units u : side.classes) {
                bound += worth(u, favourite(u, high), high);
            }
            return new Prices(high, top, bound);
        }

        private static long wanted(Side side, long price) {
            long points = 0;
            for (Units u : side.classes) {
                points += (long) u.points * favourite(u, price);
            }
            return points;
        }

        private static long worth(Units u, int x, long price) {
            return u.curve.best[0][x - u.curve.from] - price * u.points * x;
        }

        /** The number of units that is worth most at a price, the least of equals. */
        private static int favourite(Units u, long price) {
            Curve c = u.curve;
            if (c.concave) {
                int low = c.from;
                int high = c.to();
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    long gain = c.best[0][middle + 1 - c.from] - c.best[0][middle - c.from];
                    // Gain greater than price times points, without a product that could overflow.
                    if (Math.floorDiv(gain - 1, u.points) >= price) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                return low;
            }
            int best = c.from - 1;
            for (int x = c.from; x <= c.to(); x++) {
                if (c.reaches(x) && (best < c.from || worth(u, x, price) > worth(u, best, price))) {
                    best = x;
                }
            }
            return Math.max(best, c.from);
        }

        /** The fewest points of this side whose price alone does not exceed a loss. */
        long least(long loss) {
            return price == 0 ? 0 : Math.max(0, top - loss / price);
        }

        /** The numbers of units between the first and the last that lose no more than {@code loss}. */
        Curve window(Units u, long loss) {
            Curve c = u.curve;
            int favourite = favourite(u, price);
            long most = worth(u, favourite, price);
            int low = favourite;
            int high = favourite;
            if (c.concave) {
                int out = c.from - 1;
                while (low - out > 1) {
                    int middle = (low + out) >> 1;
                    if (most - worth(u, middle, price) <= loss) {
                        low = middle;
                    } else {
                        out = middle;
                    }
                }
                out = c.to() + 1;
                while (out - high > 1) {
                    int middle = (high + out) >> 1;
                    if (most - worth(u, middle, price) <= loss) {
                        high = middle;
                    } else {
                        out = middle;
                    }
                }
            } else {
                for (int x = c.from; x <= c.to(); x++) {
                    if (c.reaches(x) && most - worth(u, x, price) <= loss) {
                        low = Math.min(low, x);
                        high = Math.max(high, x);
                    }
                }
            }
            return c.clip(low, high);
        }
    }
}
