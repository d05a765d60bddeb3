package org.homeward.names;

/** Compares two parts of names. Stateless; the words of a level are {@link NameLevel#words()}. */
public final class NameComparer {
    private static final double NEAR = 0.80;
    private static final double LOOSE = 0.62;
    private static final String CONFUSED = "gh hg kh hk xq qx cs sc jz zj vu uv xs sx cq qc vf fv dt td bp pb ij ji";

    private NameComparer() {}

    /** The level of two parts as they are written; each has at least one letter or digit. */
    public static NameLevel compare(String left, String right) {
        String leftSound = Skeleton.of(left);
        String rightSound = Skeleton.of(right);
        if (Skeleton.fold(left).equals(Skeleton.fold(right))) {
            return NameLevel.EXACT;
        }
        if (leftSound.equals(rightSound) || masculine(leftSound).equals(masculine(rightSound))) {
            return NameLevel.SOUND;
        }
        int leftClass = GivenNames.classOf(leftSound);
        if (leftClass >= 0
                && leftClass == GivenNames.classOf(rightSound)
                && GivenNames.isPatronymic(leftSound) == GivenNames.isPatronymic(rightSound)) {
            return NameLevel.EQUIVALENT;
        }
        if (!leftSound.isEmpty()
                && !rightSound.isEmpty()
                && Math.min(leftSound.length(), rightSound.length()) == 1
                && leftSound.charAt(0) == rightSound.charAt(0)) {
            return NameLevel.LOOSE;
        }
        double likeness = likeness(leftSound, rightSound);
        return likeness >= NEAR ? NameLevel.NEAR : likeness >= LOOSE ? NameLevel.LOOSE : NameLevel.DIFFERENT;
    }

    private static String masculine(String sound) {
        if (sound.length() > 4) {
            if (sound.endsWith("ova") || sound.endsWith("eva") || sound.endsWith("ina")) {
                return sound.substring(0, sound.length() - 1);
            }
            if (sound.endsWith("ska") || sound.endsWith("cka")) {
                return sound.substring(0, sound.length() - 1) + "i";
            }
        }
        return sound;
    }

    /** One minus the weighted edit distance (with transposition) over the longer length: 1 equal, 0 nothing shared. */
    public static double likeness(String left, String right) {
        int n = left.length();
        int m = right.length();
        if (n == 0 || m == 0) {
            return n == m ? 1 : 0;
        }
        double[][] cost = new double[n + 1][m + 1];
        for (int i = 1; i <= n; i++) {
            cost[i][0] = cost[i - 1][0] + gap(left.charAt(i - 1));
        }
        for (int j = 1; j <= m; j++) {
            cost[0][j] = cost[0][j - 1] + gap(right.charAt(j - 1));
        }
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= m; j++) {
                char a = left.charAt(i - 1);
                char b = right.charAt(j - 1);
                double best = Math.min(
                        cost[i - 1][j - 1] + substitution(a, b),
                        Math.min(cost[i - 1][j] + gap(a), cost[i][j - 1] + gap(b)));
                if (i > 1 && j > 1 && a == right.charAt(j - 2) && b == left.charAt(i - 2)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 0.8);
                }
                cost[i][j] = best;
            }
        }
        return Math.max(0, 1 - cost[n][m] / Math.max(n, m));
    }

    private static double gap(char c) {
        return Skeleton.isVowel(c) ? 0.5 : 1;
    }

    private static double substitution(char a, char b) {
        if (a == b) {
            return 0;
        }
        if (Skeleton.isVowel(a) && Skeleton.isVowel(b)) {
            return 0.4;
        }
        for (int i = 0; i < CONFUSED.length(); i += 3) {
            if (CONFUSED.charAt(i) == a && CONFUSED.charAt(i + 1) == b) {
                return 0.4;
            }
        }
        return 1;
    }
}
