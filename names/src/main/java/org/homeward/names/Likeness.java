package org.homeward.names;

import java.util.Arrays;

/** How like two sounds are ({@link Skeleton}) where no costs are learned for their scripts: an edit distance with a few cheaper changes. */
final class Likeness {
    private static final String CONFUSED = "gh hg kh hk xq qx cs sc jz zj vu uv xs sx cq qc vf fv dt td bp pb ij ji";
    private static final int ALPHABET = 128;
    private static final double[] SUBSTITUTION = substitutions();

    private Likeness() {}

    /** One minus the weighted edit distance (with transposition) over the longer length: 1 equal, 0 nothing shared. */
    static double of(String left, String right) {
        int n = left.length();
        int m = right.length();
        if (n == 0 || m == 0) {
            return n == m ? 1 : 0;
        }
        double[] before = new double[m + 1];
        double[] last = new double[m + 1];
        double[] row = new double[m + 1];
        for (int j = 1; j <= m; j++) {
            last[j] = last[j - 1] + gap(right.charAt(j - 1));
        }
        for (int i = 1; i <= n; i++) {
            char a = left.charAt(i - 1);
            row[0] = last[0] + gap(a);
            for (int j = 1; j <= m; j++) {
                char b = right.charAt(j - 1);
                double best =
                        Math.min(last[j - 1] + substitution(a, b), Math.min(last[j] + gap(a), row[j - 1] + gap(b)));
                if (i > 1 && j > 1 && a == right.charAt(j - 2) && b == left.charAt(i - 2)) {
                    best = Math.min(best, before[j - 2] + 0.8);
                }
                row[j] = best;
            }
            double[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.max(0, 1 - last[m] / Math.max(n, m));
    }

    private static final int LONGEST = 64;
    private static final int WIDTH = 32;
    /** Where in the rows the letters of the right stand and what each costs alone, after a row for each letter of the left. */
    private static final int NUMBERS = WIDTH * WIDTH;

    private static final int ALONE = NUMBERS + WIDTH;
    private static final ThreadLocal<int[]> ROWS = ThreadLocal.withInitial(() -> new int[ALONE + WIDTH]);
    /** What one letter costs for another, and alone, in tenths, by the letters' numbers: a small table stays near the processor. */
    private static final byte[] TENTHS = tenths();

    private static final byte[] GAPS = gaps();

    /** The same in whole tenths, rounded down; counted in whole numbers, so that it is the same whichever comes first. */
    static int tenths(String left, String right) {
        int n = Math.min(LONGEST, left.length());
        int m = Math.min(LONGEST, right.length());
        if (n == 0 || m == 0) {
            return n == m ? 10 : 0;
        }
        int[] at = ROWS.get();
        int before = 0;
        int last = LONGEST + 1;
        int row = 2 * (LONGEST + 1);
        at[last] = 0;
        for (int j = 1; j <= m; j++) {
            at[last + j] = at[last + j - 1] + GAPS[Letters.number(right.charAt(j - 1))];
        }
        char previous = 0;
        for (int i = 1; i <= n; i++) {
            char a = left.charAt(i - 1);
            int letter = Letters.number(a) << Letters.BITS;
            int gap = GAPS[Letters.number(a)];
            int diagonal = at[last];
            int here = diagonal + gap;
            at[row] = here;
            char beside = 0;
            for (int j = 1; j <= m; j++) {
                char b = right.charAt(j - 1);
                int over = at[last + j];
                int number = Letters.number(b);
                int through = diagonal + (a == b ? 0 : TENTHS[letter | number]);
                here = Math.min(through, Math.min(over + gap, here + GAPS[number]));
                if (a == beside && b == previous && i > 1) {
                    here = Math.min(here, at[before + j - 2] + 8);
                }
                at[row + j] = here;
                diagonal = over;
                beside = b;
            }
            previous = a;
            int spare = before;
            before = last;
            last = row;
            row = spare;
        }
        int longest = Math.max(n, m);
        return Math.max(0, 10 * longest - at[last + m]) / longest;
    }

    /** The same of two words, from their {@link Letters}. */
    static int tenths(Token left, Token right) {
        int n = left.lengthOfSound;
        int m = right.lengthOfSound;
        if (!left.fits || !right.fits || n == 0 || m == 0) {
            return tenths(left.sound, right.sound);
        }
        int[] at = ROWS.get();
        int here = 0;
        at[0] = 0;
        for (int j = 1; j <= m; j++) {
            int number = Letters.at(right.letters, right.moreLetters, j - 1);
            int gap = GAPS[number];
            at[NUMBERS + j] = number;
            at[ALONE + j] = gap;
            here += gap;
            at[j] = here;
        }
        int previous = 0;
        for (int i = 1; i <= n; i++) {
            int a = Letters.at(left.letters, left.moreLetters, i - 1);
            int costs = a << Letters.BITS;
            int gap = GAPS[a];
            int row = i * WIDTH;
            int diagonal = at[row - WIDTH];
            here = diagonal + gap;
            at[row] = here;
            int beside = 0;
            for (int j = 1; j <= m; j++) {
                int over = at[row - WIDTH + j];
                int b = at[NUMBERS + j];
                here = Math.min(Math.min(diagonal + TENTHS[costs | b], over + gap), here + at[ALONE + j]);
                if (a == beside && b == previous) {
                    here = Math.min(here, at[row - 2 * WIDTH + j - 2] + 8);
                }
                at[row + j] = here;
                diagonal = over;
                beside = b;
            }
            previous = a;
        }
        int longest = Math.max(n, m);
        return Math.max(0, 10 * longest - here) / longest;
    }

    private static byte[] tenths() {
        byte[] tenths = new byte[1 << 2 * Letters.BITS];
        Arrays.fill(tenths, (byte) 10);
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'z'; b++) {
                tenths[Letters.number(a) << Letters.BITS | Letters.number(b)] =
                        (byte) (a == b ? 0 : Math.round(10 * SUBSTITUTION[a * ALPHABET + b]));
            }
        }
        return tenths;
    }

    private static byte[] gaps() {
        byte[] gaps = new byte[1 << Letters.BITS];
        Arrays.fill(gaps, (byte) 10);
        for (char c = 'a'; c <= 'z'; c++) {
            gaps[Letters.number(c)] = (byte) (Skeleton.isVowel(c) ? 5 : 10);
        }
        return gaps;
    }

    private static double gap(char c) {
        return Skeleton.isVowel(c) ? 0.5 : 1;
    }

    private static double substitution(char a, char b) {
        if (a == b) {
            return 0;
        }
        return a < ALPHABET && b < ALPHABET ? SUBSTITUTION[a * ALPHABET + b] : 1;
    }

    private static double[] substitutions() {
        double[] costs = new double[ALPHABET * ALPHABET];
        Arrays.fill(costs, 1);
        String vowels = "aeiou";
        for (char a : vowels.toCharArray()) {
            for (char b : vowels.toCharArray()) {
                costs[a * ALPHABET + b] = 0.4;
            }
        }
        for (int i = 0; i < CONFUSED.length(); i += 3) {
            costs[CONFUSED.charAt(i) * ALPHABET + CONFUSED.charAt(i + 1)] = 0.4;
        }
        return costs;
    }
}
