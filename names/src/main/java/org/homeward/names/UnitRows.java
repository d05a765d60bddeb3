package org.homeward.names;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The units of an {@link EditModel} laid out for the cheapest chain: for each segment of the left the segments of the right that it
 * answers, so that a pair of words costs a step for each unit that is in both and not a look-up for each that might be. Immutable.
 */
final class UnitRows {
    private final UnitTable leftNumbers = new UnitTable();
    private final UnitTable rightNumbers = new UnitTable();
    private final int longestLeft;
    private final int longestRight;
    private final boolean sameScript;
    /** The units of left segment {@code s} are {@code from[s]} until {@code from[s + 1]}. */
    private final int[] from;

    /** For each left segment a bit for each letter that its units begin with on the right; all where one stands for nothing. */
    private final long[] beginnings;

    private final int[] rights;
    private final int[] rightLengths;
    private final float[] costs;
    /** What it costs to write one letter for another by a slip, by both numbers. */
    private final float[] changes;
    /** What one letter costs that stands for one other, by unit or by slip: most of what is looked up, so it is not among the units. */
    private final float[] single;
    /** The costs of units and of single letters in {@link #STEPS}, rounded down. */
    private final int[] costFloors;

    private final int[] singleFloors;

    private final ThreadLocal<Scratch> scratch;

    private static final class Scratch {
        final float[] at = new float[(EditModel.WORD_LIMIT + 1) * (EditModel.WORD_LIMIT + 1)];
        /** For each right segment a bit for each place of the word at which it ends. */
        final long[] ends;

        /** The same table as {@link #at} in {@link #STEPS}, rounded down. */
        final int[] floors = new int[(EditModel.WORD_LIMIT + 1) * (EditModel.WORD_LIMIT + 1)];

        Scratch(int rightSegments) {
            ends = new long[rightSegments];
        }
    }

    /** The units by key, left segment in the upper bits, with their costs in nats. */
    UnitRows(TreeMap<Long, Float> costByUnit, Script leftScript, Script rightScript) {
        sameScript = leftScript == rightScript;
        changes = Slips.changes(leftScript, rightScript);
        single = changes.clone();
        int units = costByUnit.size();
        int[] firsts = new int[units + 1];
        beginnings = new long[units];
        rights = new int[units];
        rightLengths = new int[units];
        costs = new float[units];
        int longLeft = 1;
        int longRight = 1;
        int unit = 0;
        for (Map.Entry<Long, Float> entry : costByUnit.entrySet()) {
            long left = entry.getKey() >>> 24;
            long right = entry.getKey() & 0xFFFFFF;
            if (left == 0) {
                rightNumbers.place(right);
                // A letter of the right that stands for nothing is a gap of its word; longer ones are never read so.
                continue;
            }
            int number = leftNumbers.place(left);
            int answer = right == 0 ? -1 : rightNumbers.place(right);
            boolean oneLetter = EditModel.length(left) == 1;
            if (oneLetter && EditModel.length(right) == 1) {
                int letters = (int) (left << Slips.SHIFT | right);
                single[letters] = Math.min(single[letters], entry.getValue());
            } else if (!oneLetter || right != 0) {
                // One letter that stands for nothing is a gap of its word.
                rights[unit] = answer;
                rightLengths[unit] = EditModel.length(right);
                costs[unit] = entry.getValue();
                beginnings[number] |= right == 0 ? -1 : 1L << EditModel.first(right);
                unit++;
            }
            firsts[number + 1] = unit;
            longLeft = Math.max(longLeft, EditModel.length(left));
            longRight = Math.max(longRight, EditModel.length(right));
        }
        costFloors = floors(costs);
        singleFloors = floors(single);
        from = Arrays.copyOf(firsts, leftNumbers.size() + 1);
        longestLeft = longLeft;
        longestRight = longRight;
        int segments = rightNumbers.size();
        scratch = ThreadLocal.withInitial(() -> new Scratch(segments));
    }

    int segments(boolean onLeft) {
        return (onLeft ? leftNumbers : rightNumbers).size();
    }

    long segment(int number, boolean onLeft) {
        return (onLeft ? leftNumbers : rightNumbers).unit(number);
    }

    int longest(boolean onLeft) {
        return onLeft ? longestLeft : longestRight;
    }

    /** A segment's number on its side, or -1 where no unit has it. */
    int number(long segment, boolean onLeft) {
        return (onLeft ? leftNumbers : rightNumbers).find(segment);
    }

    /** What a slip of the pen costs that takes {@code la} letters for {@code lb}: one changed, or two that change places. */
    float slip(byte[] x, int i, int la, byte[] y, int j, int lb) {
        if (la == 1 && lb == 1) {
            return changes[x[i - 1] << Slips.SHIFT | y[j - 1]];
        }
        boolean swap = sameScript
                && la == 2
                && lb == 2
                && x[i - 1] == y[j - 2]
                && x[i - 2] == y[j - 1]
                && x[i - 1] != x[i - 2];
        return swap ? EditModel.SWAP : EditModel.NEVER;
    }

    /** The cost of the cheapest chain of units that makes both words, nats; once it is sure to be above {@code limit}, that it is. */
    float cost(EditModel.Word x, EditModel.Word y, float limit) {
        Scratch own = scratch.get();
        mark(y, own.ends, true);
        float result = limit < EditModel.NEVER && above(x, y, floor(limit) + SPARE, own.floors, own.ends)
                ? EditModel.NEVER
                : fill(x, y, own.at, own.ends);
        mark(y, own.ends, false);
        return result;
    }

    /** The cheapest costs of all beginnings: a row for each of the left's, as wide as the right's letters and one. */
    float[] table(EditModel.Word x, EditModel.Word y) {
        Scratch own = scratch.get();
        mark(y, own.ends, true);
        fill(x, y, own.at, own.ends);
        mark(y, own.ends, false);
        return Arrays.copyOf(own.at, (x.letters.length + 1) * (y.letters.length + 1));
    }

    /** Steps of a nat, in which a floor is counted: whole numbers are far quicker to compare than fractions. */
    private static final int STEPS = 64;
    /** What sums of fractions may be off by, and more. */
    private static final int SPARE = 1;

    static int[] floors(float[] nats) {
        int[] floors = new int[nats.length];
        for (int i = 0; i < floors.length; i++) {
            floors[i] = floor(nats[i]);
        }
        return floors;
    }

    /** A cost in steps, rounded down. */
    static int floor(float nats) {
        return (int) Math.floor(nats * (double) STEPS);
    }

    private void mark(EditModel.Word word, long[] ends, boolean set) {
        short[] facts = word.facts;
        int longest = longestRight;
        for (int j = 1, at = word.segments() + longest; at < facts.length; j++, at += longest) {
            for (int b = 0; b < longest; b++) {
                int segment = facts[at + b];
                if (segment >= 0) {
                    ends[segment] = set ? ends[segment] | 1L << j : 0;
                }
            }
        }
    }

    /**
     * Whether the cheapest chain is sure to cost more than {@code limit} steps. Most words that are compared are two names, and this is enough to know of
     * them. Each cost is rounded down, so that it never says so of a chain that costs less.
     */
    private boolean above(EditModel.Word x, EditModel.Word y, int limit, int[] at, long[] ends) {
        short[] a = x.facts;
        short[] b = y.facts;
        int n = x.letters.length;
        int m = y.letters.length;
        int rests = y.rests();
        int width = m + 1;
        at[0] = 0;
        for (int j = 1; j <= m; j++) {
            at[j] = at[j - 1] + b[m + j - 1];
        }
        int least1 = 0;
        int least2 = 0;
        int least3 = 0;
        for (int i = 1; i <= n; i++) {
            int row = i * width;
            int before = row - width;
            int gap = a[n + i - 1];
            int letter = a[i - 1] << Slips.SHIFT;
            // What is left of either word costs at least what it would alone.
            int rest = a[x.rests() + i];
            Arrays.fill(at, row, row + width, FAR);
            unitFloors(x, i, width, at, ends, y.letterSet);
            if (sameScript && i > 1 && a[i - 1] != a[i - 2]) {
                for (int j = 2; j <= m; j++) {
                    if (a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                        at[row + j] = Math.min(at[row + j], at[before - width + j - 2] + SWAP_FLOOR);
                    }
                }
            }
            int diagonal = at[before];
            int last = Math.min(at[row], diagonal + gap);
            at[row] = last;
            int least = last + Math.max(rest, b[rests]);
            for (int j = 1; j <= m; j++) {
                int over = at[before + j];
                int one = Math.min(over + gap, diagonal + singleFloors[letter | b[j - 1]]);
                last = Math.min(Math.min(one, at[row + j]), last + b[m + j - 1]);
                diagonal = over;
                at[row + j] = last;
                least = Math.min(least, last + Math.max(rest, b[rests + j]));
            }
            // A chain touches one of as many rows as the longest unit has letters.
            if (least > limit
                    && least1 > limit
                    && (longestLeft < 3 || least2 > limit)
                    && (longestLeft < 4 || least3 > limit)) {
                return true;
            }
            least3 = least2;
            least2 = least1;
            least1 = least;
        }
        return at[n * width + m] > limit;
    }

    private static final int FAR = 1 << 28;
    private static final int SWAP_FLOOR = floor(EditModel.SWAP);

    private void unitFloors(EditModel.Word x, int i, int width, int[] at, long[] ends, long letters) {
        int row = i * width;
        int segments = x.segments();
        for (int length = 1; length <= Math.min(longestLeft, i); length++) {
            int segment = x.facts[segments + i * longestLeft + length - 1];
            if (segment < 0 || (beginnings[segment] & letters) == 0) {
                continue;
            }
            int start = row - length * width;
            for (int unit = from[segment]; unit < from[segment + 1]; unit++) {
                int right = rights[unit];
                int cost = costFloors[unit];
                if (right < 0) {
                    for (int j = 0; j < width; j++) {
                        at[row + j] = Math.min(at[row + j], at[start + j] + cost);
                    }
                    continue;
                }
                for (long places = ends[right]; places != 0; places &= places - 1) {
                    int j = Long.numberOfTrailingZeros(places);
                    at[row + j] = Math.min(at[row + j], at[start + j - rightLengths[unit]] + cost);
                }
            }
        }
    }

    private float fill(EditModel.Word x, EditModel.Word y, float[] at, long[] ends) {
        byte[] a = x.letters;
        byte[] b = y.letters;
        float[] gaps = y.gaps;
        int n = a.length;
        int m = b.length;
        int width = m + 1;
        at[0] = 0;
        for (int j = 1; j <= m; j++) {
            at[j] = at[j - 1] + gaps[j - 1];
        }
        for (int i = 1; i <= n; i++) {
            int row = i * width;
            int before = row - width;
            float gap = x.gaps[i - 1];
            int letter = a[i - 1] << Slips.SHIFT;
            at[row] = at[before] + gap;
            for (int j = 1; j <= m; j++) {
                at[row + j] = Math.min(at[before + j] + gap, at[before + j - 1] + single[letter | b[j - 1]]);
            }
            units(x, i, width, at, ends, y.letterSet);
            if (sameScript && i > 1 && a[i - 1] != a[i - 2]) {
                for (int j = 2; j <= m; j++) {
                    if (a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                        at[row + j] = Math.min(at[row + j], at[before - width + j - 2] + EditModel.SWAP);
                    }
                }
            }
            for (int j = 1; j <= m; j++) {
                at[row + j] = Math.min(at[row + j], at[row + j - 1] + gaps[j - 1]);
            }
        }
        return at[n * width + m];
    }

    /** Takes every unit whose left segment ends at letter {@code i} into row {@code i}. */
    private void units(EditModel.Word x, int i, int width, float[] at, long[] ends, long letters) {
        int row = i * width;
        int segments = x.segments();
        for (int length = 1; length <= Math.min(longestLeft, i); length++) {
            int segment = x.facts[segments + i * longestLeft + length - 1];
            if (segment < 0 || (beginnings[segment] & letters) == 0) {
                continue;
            }
            int start = row - length * width;
            for (int unit = from[segment]; unit < from[segment + 1]; unit++) {
                int right = rights[unit];
                float cost = costs[unit];
                if (right < 0) {
                    for (int j = 0; j < width; j++) {
                        at[row + j] = Math.min(at[row + j], at[start + j] + cost);
                    }
                    continue;
                }
                long places = ends[right];
                while (places != 0) {
                    int j = Long.numberOfTrailingZeros(places);
                    places &= places - 1;
                    float through = at[start + j - rightLengths[unit]] + cost;
                    if (through < at[row + j]) {
                        at[row + j] = through;
                    }
                }
            }
        }
    }
}
