package org.homeward.names;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The sounds of a name in one small alphabet, whichever of the Ukrainian, Russian or Latin spellings it came in.
 *
 * <p>Each letter or digraph is one symbol of {@code a-z}: {@code x} is sh or shch, {@code q} ch, {@code c} ts, {@code j}
 * zh, {@code h} kh. Soft signs, apostrophes and glides vanish and doubled sounds are one, since romanisations disagree on them.
 * The tables cover the Ukrainian 2010 resolution, BGN/PCGN, ICAO 9303, GOST and the German, French and Polish digraphs.
 */
public final class Skeleton {
    private static final String CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуфхцчшщыэюяўъь";
    private static final String SOUNDS = "abvggdeeojziiiiklmnoprstufhcqxxieuau  ";
    private static final String[][] DIGRAPHS = {
        {"schtsch", "x"},
        {"chtch", "x"},
        {"shch", "x"},
        {"szcz", "x"},
        {"tsch", "q"},
        {"sch", "x"},
        {"tch", "q"},
        {"sh", "x"},
        {"sz", "x"},
        {"ch", "q"},
        {"cz", "q"},
        {"kh", "h"},
        {"zh", "j"},
        {"ts", "c"},
        {"tz", "c"},
        {"ph", "f"},
        {"gh", "g"},
        {"ii", "i"},
        {"iy", "i"},
        {"ij", "i"},
        {"yi", "i"},
        {"yy", "i"},
        {"ya", "a"},
        {"ia", "a"},
        {"ja", "a"},
        {"yu", "u"},
        {"iu", "u"},
        {"ju", "u"},
        {"ye", "e"},
        {"ie", "e"},
        {"je", "e"},
        {"yo", "o"},
        {"jo", "o"},
        {"ou", "u"},
        {"w", "v"},
        {"y", "i"},
        {"x", "ks"}
    };

    private Skeleton() {}

    /** Letters and digits only, lower case, accents gone; the script is kept, look-alike letters follow the majority. */
    public static String fold(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(lower.length());
        int cyrillic = 0;
        int latin = 0;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (CYRILLIC.indexOf(c) >= 0) {
                cyrillic++;
                kept.append(c);
                continue;
            }
            for (char d :
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toCharArray()) {
                if (Character.isLetterOrDigit(d)) {
                    latin += Character.isLetter(d) ? 1 : 0;
                    kept.append(d);
                }
            }
        }
        if (cyrillic > 0 && latin > 0) {
            String from = cyrillic >= latin ? "aeiopcyxkmt" : "аеіорсухкмт";
            String to = cyrillic >= latin ? "аеіорсухкмт" : "aeiopcyxkmt";
            for (int i = 0; i < kept.length(); i++) {
                int at = from.indexOf(kept.charAt(i));
                if (at >= 0) {
                    kept.setCharAt(i, to.charAt(at));
                }
            }
        }
        return kept.toString();
    }

    /** The sounds of {@code text}; empty where it has no letter or digit. */
    public static String of(String text) {
        String folded = fold(text);
        StringBuilder out = new StringBuilder(folded.length());
        int i = 0;
        while (i < folded.length()) {
            int cyrillic = CYRILLIC.indexOf(folded.charAt(i));
            if (cyrillic >= 0) {
                append(out, SOUNDS.charAt(cyrillic));
                i++;
                continue;
            }
            int used = 0;
            for (String[] pair : DIGRAPHS) {
                if (folded.startsWith(pair[0], i)) {
                    for (int k = 0; k < pair[1].length(); k++) {
                        append(out, pair[1].charAt(k));
                    }
                    used = pair[0].length();
                    break;
                }
            }
            if (used == 0) {
                append(out, folded.charAt(i));
                used = 1;
            }
            i += used;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char sound) {
        boolean repeated = out.length() > 0 && out.charAt(out.length() - 1) == sound && !Character.isDigit(sound);
        if (sound != ' ' && !repeated) {
            out.append(sound);
        }
    }

    /** The consonants of a skeleton, with the sounds that tables confuse made one: what blocking keys are made of. */
    public static String consonants(String skeleton) {
        StringBuilder out = new StringBuilder(skeleton.length());
        for (int i = 0; i < skeleton.length(); i++) {
            char c = skeleton.charAt(i);
            if (!isVowel(c)) {
                append(out, c == 'g' ? 'h' : c == 'j' ? 'z' : c == 'x' || c == 'q' || c == 'c' ? 's' : c);
            }
        }
        return out.toString();
    }

    static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }
}
