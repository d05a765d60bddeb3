package org.homeward.tracing;

/**
 * Likeness of two sounds ({@link org.homeward.names.Skeleton}) by a weighted edit distance with transposition, in fifths of an edit, on bytes and
 * with two buffers: a comparison allocates nothing.
 *
 * <p>Vowels and the consonants that romanisations confuse are cheap. Not thread-safe: one per thread.
 */
final class Spelling {
    private static final int EDIT = 5;
    private static final byte[][] SUBSTITUTION = new byte[37][37];
    private static final byte[] GAP = new byte[37];

    static {
        for (int a = 0; a < 37; a++) {
            GAP[a] = (byte) (isVowel(a) ? 3 : a == 7 ? 3 : EDIT);
            for (int b = 0; b < 37; b++) {
                SUBSTITUTION[a][b] = (byte) (a == b ? 0 : isVowel(a) && isVowel(b) ? 2 : EDIT);
            }
        }
        for (String pair : "gh hk hq xq qc xs xc cs cz sz jz ji uv fv dt bp gk gj".split(" ")) {
            int a = code(pair.charAt(0));
            int b = code(pair.charAt(1));
            SUBSTITUTION[a][b] = 2;
            SUBSTITUTION[b][a] = 2;
        }
    }

    private int[] before = new int[64];
    private int[] last = new int[64];
    private int[] now = new int[64];

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

    /** From 0 (nothing shared) to 1000 (equal); a value below {@code least} may be returned as 0 without the whole work. */
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
        last[0] = 0;
        for (int j = 1; j <= m; j++) {
            last[j] = last[j - 1] + GAP[right[j - 1]];
        }
        for (int i = 1; i <= n; i++) {
            byte a = left[i - 1];
            byte[] row = SUBSTITUTION[a];
            now[0] = last[0] + GAP[a];
            int least2 = now[0];
            for (int j = 1; j <= m; j++) {
                byte b = right[j - 1];
                int best = Math.min(last[j - 1] + row[b], Math.min(last[j] + GAP[a], now[j - 1] + GAP[b]));
                if (i > 1 && j > 1 && a != b && a == right[j - 2] && left[i - 2] == b) {
                    best = Math.min(best, before[j - 2] + EDIT - 1);
                }
                now[j] = best;
                least2 = Math.min(least2, best);
            }
            if (least2 > limit + EDIT) {
                return 0;
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return Math.max(0, 1000 - last[m] * 1000 / (longer * EDIT));
    }
}
