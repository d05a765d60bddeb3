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

    private final int[] rights;
    private final int[] rightLengths;
    private final float[] costs;
    /** What it costs to write one letter for another by a slip, by both numbers. */
    private final float[] changes;

    private final ThreadLocal<Scratch> scratch;

    private static final class Scratch {
        final float[] at = new float[(EditModel.WORD_LIMIT + 1) * (EditModel.WORD_LIMIT + 1)];
        /** For each right segment a bit for each place of the word at which it ends. */
        final long[] ends;

        Scratch(int rightSegments) {
            ends = new long[rightSegments];
        }
    }

    /** The units by key, left segment in the upper bits, with their costs in nats. */
    UnitRows(TreeMap<Long, Float> costByUnit, Script leftScript, Script rightScript) {
        sameScript = leftScript == rightScript;
        changes = Slips.changes(leftScript, rightScript);
        int units = costByUnit.size();
        int[] firsts = new int[units + 1];
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
            if (firsts[number + 1] == 0) {
                firsts[number] = unit;
            }
            rights[unit] = right == 0 ? -1 : rightNumbers.place(right);
            rightLengths[unit] = EditModel.length(right);
            costs[unit] = entry.getValue();
            unit++;
            firsts[number + 1] = unit;
            longLeft = Math.max(longLeft, EditModel.length(left));
            longRight = Math.max(longRight, EditModel.length(right));
        }
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
        return run(x, y, limit, scratch.get());
    }

    /** The cheapest costs of all beginnings: a row for each of the left's, as wide as the right's letters and one. */
    float[] table(EditModel.Word x, EditModel.Word y) {
        Scratch own = scratch.get();
        run(x, y, EditModel.NEVER, own);
        return Arrays.copyOf(own.at, (x.letters.length + 1) * (y.letters.length + 1));
    }

    private float run(EditModel.Word x, EditModel.Word y, float limit, Scratch own) {
        long[] ends = own.ends;
        mark(y, ends, true);
        float result = fill(x, y, limit, own.at, ends);
        mark(y, ends, false);
        return result;
    }

    private void mark(EditModel.Word word, long[] ends, boolean set) {
        int[] segments = word.segments;
        int longest = longestRight;
        for (int j = 1, at = longest; at < segments.length; j++, at += longest) {
            for (int b = 0; b < longest; b++) {
                int segment = segments[at + b];
                if (segment >= 0) {
                    ends[segment] = set ? ends[segment] | 1L << j : 0;
                }
            }
        }
    }

    private float fill(EditModel.Word x, EditModel.Word y, float limit, float[] at, long[] ends) {
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
        float least1 = 0;
        float least2 = 0;
        float least3 = 0;
        for (int i = 1; i <= n; i++) {
            int row = i * width;
            int before = row - width;
            float gap = x.gaps[i - 1];
            int letter = a[i - 1] << Slips.SHIFT;
            at[row] = at[before] + gap;
            for (int j = 1; j <= m; j++) {
                at[row + j] = Math.min(at[before + j] + gap, at[before + j - 1] + changes[letter | b[j - 1]]);
            }
            units(x.segments, i, width, at, ends);
            if (sameScript && i > 1 && a[i - 1] != a[i - 2]) {
                for (int j = 2; j <= m; j++) {
                    if (a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                        at[row + j] = Math.min(at[row + j], at[before - width + j - 2] + EditModel.SWAP);
                    }
                }
            }
            // What is left of either word costs at least what it would alone.
            float rest = x.rest[i];
            float[] rests = y.rest;
            float last = at[row];
            float least = last + Math.max(rest, rests[0]);
            for (int j = 1; j <= m; j++) {
                last = Math.min(at[row + j], last + gaps[j - 1]);
                at[row + j] = last;
                least = Math.min(least, last + Math.max(rest, rests[j]));
            }
            // A chain touches one of as many rows as the longest unit has letters.
            if (least > limit
                    && least1 > limit
                    && (longestLeft < 3 || least2 > limit)
                    && (longestLeft < 4 || least3 > limit)) {
                return EditModel.NEVER;
            }
            least3 = least2;
            least2 = least1;
            least1 = least;
        }
        return at[n * width + m];
    }

    /** Takes every unit whose left segment ends at letter {@code i} into row {@code i}. */
    private void units(int[] segments, int i, int width, float[] at, long[] ends) {
        int row = i * width;
        for (int length = 1; length <= Math.min(longestLeft, i); length++) {
            int segment = segments[i * longestLeft + length - 1];
            if (segment < 0) {
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
