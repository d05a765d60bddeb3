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
