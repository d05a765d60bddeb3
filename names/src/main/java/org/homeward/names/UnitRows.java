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
    /** The units of left segment {@code s} are {@code from[s + 1]} until {@code from[s + 2]}: a place where no segment ends has none, without being asked. */
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
    /**
     * Each unit in one number, so that most are passed over with a look at one place: its cost in {@link #STEPS} rounded down, the right segment's letters,
     * and the right segment and one, 0 where there is none.
     */
    private final int[] unitFacts;
    /** What single letters cost in such steps. */
    private final short[] singleFloors;

    /**
     * What one letter costs that stands for two, by the row of the right segment and the letter: there are so many of them that looking each up is dearer
     * than a table. Row 0 has none.
     */
    private final float[] forTwo;

    private final short[] forTwoFloors;
    /** The row of a right segment, after none at all. */
    private final short[] rowOfTwo;
    /** A bit for each letter of the left that stands for two. */
    private long beginsTwo;

    private final ThreadLocal<Scratch> scratch;

    private static final class Scratch {
        final float[] at = new float[(EditModel.WORD_LIMIT + 1) * (EditModel.WORD_LIMIT + 1)];
        /** For each right segment, after none at all, a bit for each place of the word at which it ends. */
        final long[] ends;

        /** The same table as {@link #at} in {@link #STEPS}, rounded down. */
        final int[] floors = new int[(EditModel.WORD_LIMIT + 1) * (EditModel.WORD_LIMIT + 1)];

        /** The cheapest of the units that end in the row that is filled, before they are taken into it. */
        final int[] more = new int[EditModel.WORD_LIMIT + 1];

        /** For each place of the right word where the row begins of the two letters that end there. */
        final int[] twos = new int[EditModel.WORD_LIMIT + 1];

        Scratch(int rightSegments) {
            ends = new long[rightSegments + 1];
            Arrays.fill(more, FAR);
        }
    }

    /**
     * The units by key, left segment in the upper bits, with their costs in nats.
     *
     * @throws IllegalArgumentException where they have more different segments than a word has numbers for
     */
    UnitRows(TreeMap<Long, Float> costByUnit, Script leftScript, Script rightScript) {
        sameScript = leftScript == rightScript;
        changes = Slips.changes(leftScript, rightScript);
        single = changes.clone();
        int units = costByUnit.size();
        int[] firsts = new int[units + 2];
        beginnings = new long[units + 1];
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
            } else if (!oneLetter || right != 0 && EditModel.length(right) != 2) {
                // One letter that stands for nothing is a gap of its word; one that stands for two is in a table of its
                // own.
                rights[unit] = answer;
                rightLengths[unit] = EditModel.length(right);
                costs[unit] = entry.getValue();
                beginnings[number + 1] |= right == 0 ? -1 : 1L << EditModel.first(right);
                unit++;
            }
            firsts[number + 2] = unit;
            longLeft = Math.max(longLeft, EditModel.length(left));
            longRight = Math.max(longRight, EditModel.length(right));
        }
        if (Math.max(leftNumbers.size(), rightNumbers.size()) >= Short.MAX_VALUE) {
            throw new IllegalArgumentException("the model has " + leftNumbers.size() + " and " + rightNumbers.size()
                    + " different segments; it may have " + (Short.MAX_VALUE - 1)
                    + ": leave out the units that were seen least");
        }
        unitFacts = new int[unit];
        for (int u = 0; u < unit; u++) {
            unitFacts[u] = rights[u] + 1 << RIGHT | rightLengths[u] << LENGTH | floor(costs[u]);
        }
        singleFloors = floors(single);
        from = Arrays.copyOf(firsts, leftNumbers.size() + 2);
        longestLeft = longLeft;
        longestRight = longRight;
        int segments = rightNumbers.size();
        rowOfTwo = new short[segments + 1];
        forTwo = oneForTwo(costByUnit);
        forTwoFloors = floors(forTwo);
        scratch = ThreadLocal.withInitial(() -> new Scratch(segments));
    }

    private float[] oneForTwo(TreeMap<Long, Float> costByUnit) {
        float[] costs = new float[(rightNumbers.size() + 1) << Slips.SHIFT];
        Arrays.fill(costs, EditModel.NEVER);
        int rows = 1;
        for (Map.Entry<Long, Float> entry : costByUnit.entrySet()) {
            long left = entry.getKey() >>> 24;
            long right = entry.getKey() & 0xFFFFFF;
            if (EditModel.length(left) == 1 && EditModel.length(right) == 2) {
                int segment = rightNumbers.find(right) + 1;
                if (rowOfTwo[segment] == 0) {
                    rowOfTwo[segment] = (short) rows++;
                }
                costs[rowOfTwo[segment] << Slips.SHIFT | (int) left] = entry.getValue();
                beginsTwo |= 1L << left;
            }
        }
        return Arrays.copyOf(costs, rows << Slips.SHIFT);
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
        twos(y, own.twos);
        float result =
                limit < EditModel.NEVER && above(x, y, floor(limit) + SPARE, own) ? EditModel.NEVER : fill(x, y, own);
        mark(y, own.ends, false);
        return result;
    }

    /** The cheapest costs of all beginnings: a row for each of the left's, as wide as the right's letters and one. */
    float[] table(EditModel.Word x, EditModel.Word y) {
        Scratch own = scratch.get();
        mark(y, own.ends, true);
        twos(y, own.twos);
        fill(x, y, own);
        mark(y, own.ends, false);
        return Arrays.copyOf(own.at, (x.letters.length + 1) * (y.letters.length + 1));
    }

    /** Steps of a nat, in which a floor is counted: whole numbers are far quicker to compare than fractions. */
    private static final int STEPS = 64;
    /** What sums of fractions may be off by, and more. */
    private static final int SPARE = 1;

    private static short[] floors(float[] nats) {
        short[] floors = new short[nats.length];
        for (int i = 0; i < floors.length; i++) {
            floors[i] = (short) Math.min(Short.MAX_VALUE, floor(nats[i]));
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
                ends[segment] = set ? ends[segment] | 1L << j : 0;
            }
        }
    }

    /** Notes the rows of {@link #forTwo} by place. */
    private void twos(EditModel.Word word, int[] twos) {
        int longest = longestRight;
        for (int j = 2, at = word.segments() + 2 * longest + 1; longest > 1 && j <= word.size; j++, at += longest) {
            twos[j] = rowOfTwo[word.facts[at]] << Slips.SHIFT;
        }
    }

    /**
     * Whether the cheapest chain is sure to cost more than {@code limit} steps. Most words that are compared are two names, and this is enough to know of
     * them. Each cost is rounded down, so that it never says so of a chain that costs less.
     */
    private boolean above(EditModel.Word x, EditModel.Word y, int limit, Scratch own) {
        int[] at = own.floors;
        int[] more = own.more;
        int[] twos = own.twos;
        short[] a = x.facts;
        short[] b = y.facts;
        int n = x.size;
        int m = y.size;
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
            if ((beginsTwo >>> a[i - 1] & 1) != 0) {
                for (int j = 2; j <= m; j++) {
                    more[j] = Math.min(more[j], at[before + j - 2] + forTwoFloors[twos[j] | a[i - 1]]);
                }
            }
            unitFloors(x, i, width, own, y.letterSet);
            if (sameScript
                    && i > 1
                    && a[i - 1] != a[i - 2]
                    && (y.letterSet >>> a[i - 1] & y.letterSet >>> a[i - 2] & 1) != 0) {
                for (int j = 2; j <= m; j++) {
                    if (a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                        more[j] = Math.min(more[j], at[before - width + j - 2] + SWAP_FLOOR);
                    }
                }
            }
            int diagonal = at[before];
            int last = Math.min(more[0], diagonal + gap);
            at[row] = last;
            more[0] = FAR;
            int least = last + Math.max(rest, b[rests]);
            for (int j = 1; j <= m; j++) {
                int over = at[before + j];
                int one = Math.min(over + gap, diagonal + singleFloors[letter | b[j - 1]]);
                last = Math.min(Math.min(one, more[j]), last + b[m + j - 1]);
                more[j] = FAR;
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

    private static final int LENGTH = 12;
    private static final int RIGHT = LENGTH + 3;
    private static final int FAR = 1 << 28;
    private static final int SWAP_FLOOR = floor(EditModel.SWAP);

    private void unitFloors(EditModel.Word x, int i, int width, Scratch own, long letters) {
        int[] at = own.floors;
        int[] more = own.more;
        long[] ends = own.ends;
        int row = i * width;
        int segments = x.segments();
        for (int length = 1; length <= Math.min(longestLeft, i); length++) {
            int segment = x.facts[segments + i * longestLeft + length - 1];
            if ((beginnings[segment] & letters) == 0) {
                continue;
            }
            int start = row - length * width;
            for (int unit = from[segment]; unit < from[segment + 1]; unit++) {
                int fact = unitFacts[unit];
                int cost = fact & (1 << LENGTH) - 1;
                if (fact < 1 << RIGHT) {
                    for (int j = 0; j < width; j++) {
                        more[j] = Math.min(more[j], at[start + j] + cost);
                    }
                    continue;
                }
                for (long places = ends[fact >>> RIGHT]; places != 0; places &= places - 1) {
                    int j = Long.numberOfTrailingZeros(places);
                    more[j] = Math.min(more[j], at[start + j - length(fact)] + cost);
                }
            }
        }
    }

    private static int length(int fact) {
        return fact >>> LENGTH & 7;
    }

    private float fill(EditModel.Word x, EditModel.Word y, Scratch own) {
        float[] at = own.at;
        long[] ends = own.ends;
        int[] twos = own.twos;
        short[] a = x.facts;
        short[] b = y.facts;
        float[] gaps = y.gaps;
        int n = x.size;
        int m = y.size;
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
            if ((beginsTwo >>> a[i - 1] & 1) != 0) {
                for (int j = 2; j <= m; j++) {
                    at[row + j] = Math.min(at[row + j], at[before + j - 2] + forTwo[twos[j] | a[i - 1]]);
                }
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
            if ((beginnings[segment] & letters) == 0) {
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
                long places = ends[right + 1];
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
