package org.homeward.names;

/**
 * What stands between the sounds of two words where all before and after it is the same: a letter written twice or two that changed places are slips of
 * the pen, one other consonant is as often another surname. The numbers are kept and learned with; their order says nothing.
 */
final class SlipShape {
    static final int NOT_ASKED = 0;
    static final int SAME_SOUNDS = 1;
    static final int WRITTEN_TWICE = 2;
    static final int CHANGED_PLACES = 3;
    static final int VOWEL_MORE = 4;
    static final int CONSONANT_MORE = 5;
    static final int OTHER_VOWEL = 6;
    static final int VOWEL_MORE_AT_END = 7;
    static final int CONSONANT_MORE_AT_END = 8;
    static final int OTHER_CONSONANT = 9;
    static final int VOWEL_FOR_CONSONANT = 10;
    static final int OTHER_VOWEL_AT_END = 11;
    static final int OTHER_CONSONANT_AT_END = 12;
    static final int MORE_THAN_ONE = 13;

    private SlipShape() {}

    /** The shape for two words; the same whichever comes first. */
    static int of(Token a, Token b) {
        boolean inOne = a.fits && b.fits && Math.max(a.lengthOfSound, b.lengthOfSound) <= Letters.FIRST;
        return inOne && moreThanOne(a, b) ? MORE_THAN_ONE : of(a.sound, b.sound);
    }

    /** Whether it is surely that: most words are told so from their letters as two numbers. */
    private static boolean moreThanOne(Token a, Token b) {
        int more = Math.max(a.lengthOfSound, b.lengthOfSound);
        int less = Math.min(a.lengthOfSound, b.lengthOfSound);
        long one = a.letters;
        long other = b.letters;
        int before = Math.min(less, Long.numberOfTrailingZeros(one ^ other) / Letters.BITS);
        // Both moved up, so that they end where the number does.
        long ends =
                one << Long.SIZE - Letters.BITS * a.lengthOfSound ^ other << Long.SIZE - Letters.BITS * b.lengthOfSound;
        int after = Math.min(less - before, Long.numberOfLeadingZeros(ends) / Letters.BITS);
        int between = more - before - after;
        return between > 2 || between == 2 && less - before - after != 2;
    }

    /** The shape for two words' sounds; the same whichever comes first. */
    static int of(String one, String other) {
        String a = one.length() < other.length() ? other : one;
        String b = one.length() < other.length() ? one : other;
        int before = 0;
        while (before < b.length() && a.charAt(before) == b.charAt(before)) {
            before++;
        }
        int after = 0;
        while (after < b.length() - before && a.charAt(a.length() - 1 - after) == b.charAt(b.length() - 1 - after)) {
            after++;
        }
        int more = a.length() - before - after;
        int less = b.length() - before - after;
        if (more == 0) {
            return SAME_SOUNDS;
        }
        if (more == 1 && less == 0) {
            return oneMore(a, before, after == 0);
        }
        if (more == 1 && less == 1) {
            return oneOther(Skeleton.isVowel(a.charAt(before)), Skeleton.isVowel(b.charAt(before)), after == 0);
        }
        boolean crossed = more == 2
                && less == 2
                && a.charAt(before) == b.charAt(before + 1)
                && a.charAt(before + 1) == b.charAt(before);
        return crossed ? CHANGED_PLACES : MORE_THAN_ONE;
    }

    /** Tenths of likeness from which more than one slip is worth a word. */
    private static final int ALIKE = 7;

    /** With which slips two names may be one, in words a clerk reads; empty where there is none, or where too many would be needed. */
    static String words(String one, String other) {
        return switch (of(one, other)) {
            case WRITTEN_TWICE -> "a slip: a letter written twice";
            case CHANGED_PLACES -> "a slip: two letters that changed places";
            case VOWEL_MORE -> "a slip: a vowel more";
            case CONSONANT_MORE -> "a slip: a consonant more";
            case OTHER_VOWEL -> "a slip: another vowel";
            case OTHER_CONSONANT -> "a slip: another consonant";
            case VOWEL_FOR_CONSONANT -> "a slip: a vowel for a consonant";
            case VOWEL_MORE_AT_END -> "a slip: a vowel more at the end";
            case CONSONANT_MORE_AT_END -> "a slip: a consonant more at the end";
            case OTHER_VOWEL_AT_END -> "a slip: another vowel at the end";
            case OTHER_CONSONANT_AT_END -> "a slip: another consonant at the end";
            case MORE_THAN_ONE -> Likeness.tenths(one, other) >= ALIKE ? "several slips" : "";
            default -> "";
        };
    }

    private static int oneMore(String word, int at, boolean atEnd) {
        char c = word.charAt(at);
        if (at > 0 && word.charAt(at - 1) == c || at + 1 < word.length() && word.charAt(at + 1) == c) {
            return WRITTEN_TWICE;
        }
        if (Skeleton.isVowel(c)) {
            return atEnd ? VOWEL_MORE_AT_END : VOWEL_MORE;
        }
        return atEnd ? CONSONANT_MORE_AT_END : CONSONANT_MORE;
    }

    private static int oneOther(boolean vowel, boolean otherVowel, boolean atEnd) {
        if (vowel != otherVowel) {
            return VOWEL_FOR_CONSONANT;
        }
        if (vowel) {
            return atEnd ? OTHER_VOWEL_AT_END : OTHER_VOWEL;
        }
        return atEnd ? OTHER_CONSONANT_AT_END : OTHER_CONSONANT;
    }
}
