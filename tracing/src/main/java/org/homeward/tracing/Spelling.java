package org.homeward.tracing;

/**
 * Likeness of two sounds ({@link org.homeward.names.Skeleton}) by a weighted edit distance with transposition, in fifths of an edit, on bytes and
 * with two buffers: a comparison allocates nothing.
 *
 * <p>Vowels are cheap for one another, and consonants that romanisations, ears or eyes confuse. Not thread-safe: one per thread.
 */
final class Spelling {
    private static final int EDIT = 5;
    /** Sounds that romanisations and ears confuse. */
    private static final String EAR = "gh hk hq xq qc xs xc cs cz sz jz ji uv fv dt bp gk gj";

    /** Sounds whose printed Cyrillic letters look alike, to a scanner or on a bad copy: л п, н и, и п, т г, с е, с о, в б, м н, л н, к н, ц и. */
    private static final String EYE = "lp ni np ip tg se so vb mn ln kn ci";

    private static final byte[][] SUBSTITUTION = new byte[37][37];
    private static final byte[] GAP = new byte[37];

    static {
        for (int a = 0; a < 37; a++) {
            GAP[a] = (byte) (isVowel(a) ? 3 : a == 7 ? 3 : EDIT);
            for (int b = 0; b < 37; b++) {
                SUBSTITUTION[a][b] = (byte) (a == b ? 0 : isVowel(a) && isVowel(b) ? 2 : EDIT);
            }
        }
        for (String pair : (EAR + " " + EYE).split(" ")) {
            int a = code(pair.charAt(0));
            int b = code(pair.charAt(1));
            SUBSTITUTION[a][b] = 2;
            SUBSTITUTION[b][a] = 2;
        }
    }

    private final int[] before = new int[64];
    private final int[] last = new int[64];
    private final int[] now = new int[64];

    private static boolean isVowel(int code) {
        return code == 0 || code == 4 || code == 8 || code == 14 || code == 20;
    }

    private static int code(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + c - '0' : 36;
    }

    static byte[] codes(String sounds) {
        byte[] codes = new byte[Math.min(60, sounds.length())];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) code(sounds.charAt(i));
        }
        return codes;
    }

    /** From 0 (nothing shared) to 1000 (equal); 0 for less than {@code least}, which most often shows before the work is done. */
    int likeness(byte[] left, byte[] right, int least) {
        int n = left.length;
        int m = right.length;
        int longer = Math.max(n, m);
        if (Math.min(n, m) == 0) {
            return n == m ? 1000 : 0;
        }
        int limit = (1000 - least) * longer * EDIT / 1000;
        if (Math.abs(n - m) * 3 > limit) {
            return 0;
        }
        // What two words begin and end with alike costs nothing, and no cheaper way goes past it.
        int from = 0;
        while (from < n && from < m && left[from] == right[from]) {
            from++;
        }
        while (n > from && m > from && left[n - 1] == right[m - 1]) {
            n--;
            m--;
        }
        int distance = distance(left, right, from, n, m, limit);
        int likeness = distance < 0 ? 0 : 1000 - distance * 1000 / (longer * EDIT);
        return likeness < least ? 0 : likeness;
    }

    /** In fifths of an edit, of the words without their first {@code from} sounds and what comes after {@code n} and {@code m}; -1 where it is over the limit. */
    private int distance(byte[] left, byte[] right, int from, int n, int m, int limit) {
        int[] earlier = before;
        int[] above = last;
        int[] own = now;
        above[from] = 0;
        for (int j = from + 1; j <= m; j++) {
            above[j] = above[j - 1] + GAP[right[j - 1]];
        }
        int lowestAbove = 0;
        for (int i = from + 1; i <= n; i++) {
            byte a = left[i - 1];
            byte[] row = SUBSTITUTION[a];
            int gap = GAP[a];
            int diagonal = above[from];
            int cell = diagonal + gap;
            own[from] = cell;
            int lowest = cell;
            for (int j = from + 1; j <= m; j++) {
                byte b = right[j - 1];
                int up = above[j];
                cell = Math.min(diagonal + row[b], Math.min(up + gap, cell + GAP[b]));
                if (j > from + 1 && i > from + 1 && a != b && a == right[j - 2] && left[i - 2] == b) {
                    cell = Math.min(cell, earlier[j - 2] + EDIT - 1);
                }
                own[j] = cell;
                diagonal = up;
                lowest = Math.min(lowest, cell);
            }
            // Every way on goes through this row, or past it by a transposition.
            if (Math.min(lowest, lowestAbove + EDIT - 1) > limit) {
                return -1;
            }
            lowestAbove = lowest;
            int[] spare = earlier;
            earlier = above;
            above = own;
            own = spare;
        }
        return above[m];
    }
}
