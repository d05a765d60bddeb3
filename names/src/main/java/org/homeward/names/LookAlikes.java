package org.homeward.names;

/**
 * Letters of one script that were typed or read for those of another, and digits for letters: {@code Пeтpeнкo} with Latin vowels,
 * {@code HECTEPEHKO} wholly Latin beside Cyrillic words, {@code Zapor0zhets} from a scanner.
 */
final class LookAlikes {
    private static final String LATIN = "aceiopxyABCEHIKMOPTXYkmtnurbg";
    private static final String CYRILLIC = "асеіорхуАВСЕНІКМОРТХУкмтпигьд";
    /** How many of them look the same in every type; the rest only in some. */
    private static final int SURE = 21;

    private static final String DIGITS = "01346589";
    private static final String AS_LATIN = "olzasbbg";
    private static final String AS_CYRILLIC = "оізчб5вд";

    private LookAlikes() {}

    static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** The word in one script where it mixes two; unchanged, and not copied, where it does not. */
    static String repair(String word) {
        int cyrillic = 0;
        int latin = 0;
        int sureLatin = 0;
        int sureCyrillic = 0;
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (isCyrillic(c)) {
                cyrillic++;
                int at = CYRILLIC.indexOf(c);
                sureCyrillic += at >= 0 && at < SURE ? 1 : 0;
            } else if (isLatin(c)) {
                latin++;
                int at = LATIN.indexOf(c);
                sureLatin += at >= 0 && at < SURE ? 1 : 0;
            } else {
                digits += DIGITS.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        boolean mixed = cyrillic > 0 && latin > 0;
        boolean scanned = digits > 0 && cyrillic + latin > 2 * digits;
        if (!mixed && !scanned) {
            return word;
        }
        boolean toCyrillic =
                cyrillic > 0 && (latin == 0 || sureLatin == latin || sureCyrillic != cyrillic && cyrillic >= latin);
        return as(word, toCyrillic);
    }

    /** Whether every letter of a Latin word in capitals has a Cyrillic likeness. */
    static boolean mayBeCyrillic(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                int at = LATIN.indexOf(c);
                if (at < 0 || at >= SURE || !Character.isUpperCase(c)) {
                    return false;
                }
            }
        }
        return letters > 2;
    }

    static String as(String word, boolean cyrillic) {
        String from = cyrillic ? LATIN : CYRILLIC;
        String to = cyrillic ? CYRILLIC : LATIN;
        StringBuilder out = new StringBuilder(word);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            int at = from.indexOf(c);
            int digit = DIGITS.indexOf(c);
            if (at >= 0) {
                out.setCharAt(i, to.charAt(at));
            } else if (digit >= 0) {
                out.setCharAt(i, (cyrillic ? AS_CYRILLIC : AS_LATIN).charAt(digit));
            }
        }
        return out.toString();
    }
}
