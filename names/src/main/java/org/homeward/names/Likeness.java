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
    private static final ThreadLocal<int[]> ROWS = ThreadLocal.withInitial(() -> new int[3 * (LONGEST + 1)]);
    private static final int[] TENTHS = tenths();

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
            at[last + j] = at[last + j - 1] + gapTenths(right.charAt(j - 1));
        }
        for (int i = 1; i <= n; i++) {
            char a = left.charAt(i - 1);
            int gap = gapTenths(a);
            at[row] = at[last] + gap;
            for (int j = 1; j <= m; j++) {
                char b = right.charAt(j - 1);
                int other = a == b ? 0 : a < ALPHABET && b < ALPHABET ? TENTHS[a * ALPHABET + b] : 10;
                int best = Math.min(
                        at[last + j - 1] + other, Math.min(at[last + j] + gap, at[row + j - 1] + gapTenths(b)));
                if (i > 1 && j > 1 && a == right.charAt(j - 2) && b == left.charAt(i - 2)) {
                    best = Math.min(best, at[before + j - 2] + 8);
                }
                at[row + j] = best;
            }
            int spare = before;
            before = last;
            last = row;
            row = spare;
        }
        int longest = Math.max(n, m);
        return Math.max(0, 10 * longest - at[last + m]) / longest;
    }

    private static int gapTenths(char c) {
        return Skeleton.isVowel(c) ? 5 : 10;
    }

    private static int[] tenths() {
        int[] tenths = new int[SUBSTITUTION.length];
        Arrays.setAll(tenths, i -> (int) Math.round(10 * SUBSTITUTION[i]));
        return tenths;
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
