package org.homeward.names;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The sounds of a name in one small alphabet, whichever of the Ukrainian, Russian or Latin spellings it came in.
 *
 * <p>Each letter or digraph is one symbol of {@code a-z}: {@code x} is sh or shch, {@code q} ch, {@code c} ts, {@code j}
 * zh, {@code h} kh. Soft signs, apostrophes and glides vanish and doubled sounds are one, since romanisations disagree on them.
 * The tables cover the Ukrainian 2010 resolution, BGN/PCGN, ICAO 9303, GOST and the German, French and Polish digraphs. Arabic
 * and Hebrew, which leave vowels out, give their consonants; Armenian gives its sounds.
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

    private static final String[][] NONE = {};
    /** The digraphs by their first letter, in the order above. */
    private static final String[][][] BY_FIRST = byFirst();

    /** Endings in which a ch is one. */
    private static final String[] CH_IN_ENDINGS = {"chenk", "chuk", "chak", "chik", "chyk"};

    private static final Pattern FRENCH_J = Pattern.compile("j(?=[aeiouy])");

    private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچگژ";
    private static final String ARABIC_SOUNDS = "abttjhhddrzsxsdtz gfkklmnhuipqgj";
    private static final String HEBREW = "אבגדהוזחטיכלמנסעפצקרשת";
    private static final String HEBREW_SOUNDS = "abgdhuzhtiklmns pckrxt";

    private static final String ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ";
    private static final String ARMENIAN_SOUNDS = "abgdezeetjilhckhzgqm nxoqpjrsvtrcvpkof";

    private Skeleton() {}

    private static String[][][] byFirst() {
        String[][][] byFirst = new String[128][][];
        for (int letter = 0; letter < byFirst.length; letter++) {
            int first = letter;
            byFirst[letter] = Arrays.stream(DIGRAPHS)
                    .filter(pair -> pair[0].charAt(0) == first)
                    .toArray(String[][]::new);
        }
        return byFirst;
    }

    /** Letters and digits only, lower case, accents gone; the script is kept, look-alike letters follow the majority. */
    public static String fold(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int cyrillic = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = c < 128 || c >= 0x400 && c < 0x492 ? Character.toLowerCase(c) : c;
            if (lower >= 'a' && lower <= 'z') {
                latin++;
                kept.append(lower);
            } else if (lower >= '0' && lower <= '9') {
                kept.append(lower);
            } else if (c >= 128) {
                if (CYRILLIC.indexOf(lower) < 0) {
                    return foldAny(text);
                }
                cyrillic++;
                kept.append(lower);
            }
        }
        return oneScript(kept, cyrillic, latin);
    }

    /** The same for text with accents, or letters beyond those of the tables. */
    private static String foldAny(String text) {
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
                // A soft sign may be written as a prime, which counts as a letter elsewhere.
                if (Character.isLetterOrDigit(d) && Character.getType(d) != Character.MODIFIER_LETTER) {
                    latin += Character.isLetter(d) ? 1 : 0;
                    kept.append(d);
                }
            }
        }
        return oneScript(kept, cyrillic, latin);
    }

    private static String oneScript(StringBuilder kept, int cyrillic, int latin) {
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
        Script script = Script.of(text);
        if (script == Script.ARABIC) {
            String plain = script.plain(text);
            return consonantal(
                    plain.startsWith("ال") && plain.length() > 4 ? plain.substring(2) : plain, ARABIC, ARABIC_SOUNDS);
        }
        if (script == Script.HEBREW) {
            return consonantal(script.plain(text), HEBREW, HEBREW_SOUNDS);
        }
        if (script == Script.ARMENIAN) {
            return armenian(script.plain(text));
        }
        String folded = fold(script == Script.LATIN ? carons(breathed(text)) : text);
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
            if (folded.charAt(i) == 'j' && i > 0 && (i + 1 == folded.length() || !isVowel(folded.charAt(i + 1)))) {
                append(out, 'i');
                i++;
                continue;
            }
            for (String[] pair : folded.charAt(i) < 128 ? BY_FIRST[folded.charAt(i)] : NONE) {
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

    /**
     * Scripts that leave vowels out: the consonants as they sound, and the letters that may be a vowel as one (alef, waw, yod:
     * the matres lectionis), so that {@link #consonants} is what Arabic, Hebrew, Latin and Cyrillic spellings share.
     */
    private static String consonantal(String plain, String letters, String sounds) {
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            int at = letters.indexOf(plain.charAt(i));
            if (at >= 0) {
                append(out, i == 0 && plain.charAt(i) == 'و' ? 'v' : sounds.charAt(at));
            }
        }
        return out.toString();
    }

    /** As it sounds in the east of the country, which papers follow; the glide vanishes as in the other scripts. */
    private static String armenian(String plain) {
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == 'ո' && i + 1 < plain.length() && plain.charAt(i + 1) == 'ւ') {
                append(out, 'u');
                i++;
            } else if (c == 'և') {
                append(out, 'e');
                append(out, 'v');
            } else if (ARMENIAN.indexOf(c) >= 0) {
                append(out, c == 'ո' && i == 0 ? 'v' : ARMENIAN_SOUNDS.charAt(ARMENIAN.indexOf(c)));
            }
            if (c == 'ո' && i == 0) {
                append(out, 'o');
            }
        }
        return out.toString();
    }

    /** Letters with a caron or its like sound as the digraph they stand for; without it they would lose their accent. */
    private static String carons(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                String lower = text.toLowerCase(Locale.ROOT);
                return lower.replace("š", "sh")
                        .replace("č", "ch")
                        .replace("ž", "zh")
                        .replace("ŝ", "shch")
                        .replace("ż", "zh")
                        .replace("ş", "sh")
                        .replace("ł", "l");
            }
        }
        return text;
    }

    /**
     * Scientific transliteration and GOST 7.79 write x where others write kh: in a word with another of their letters, at a beginning where no ks stands, and
     * at the end after y.
     */
    private static String breathed(String text) {
        if (text.indexOf('x') < 0 && text.indexOf('X') < 0) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean breathed = lower.endsWith("yx")
                || lower.length() > 2 && lower.charAt(0) == 'x' && "aolmnrtuv".indexOf(lower.charAt(1)) >= 0
                || lower.contains("shh")
                || lower.contains("cz");
        for (int i = 0; i < lower.length() && !breathed; i++) {
            breathed = "šžčěʹʺ".indexOf(lower.charAt(i)) >= 0;
        }
        return breathed ? lower.replace("x", "kh") : text;
    }

    /**
     * Latin text as the presses of some countries mean it where {@link #of} takes it for the commoner habit: {@code ch} is kh to the German and the Polish
     * one, and where none stands, {@code j} before a vowel is zh to the French. The text itself where neither stands, and where a ch begins one of the
     * endings that make it a ch (-chenko, -chuk, -ovych); what it sounds like then is for {@link #of} to say.
     */
    public static String asThePressMeansIt(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder meant = new StringBuilder(lower.length() + 2);
        boolean breathed = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == 'c' && standsAlone(lower, i)) {
                meant.append("kh");
                breathed = true;
                i++;
            } else {
                meant.append(c);
            }
        }
        String said = breathed ? meant.toString() : FRENCH_J.matcher(lower).replaceAll("zh");
        return said.equals(lower) ? text : said;
    }

    /** Whether a ch begins at {@code i} that is part of no longer group and of no ending. */
    private static boolean standsAlone(String lower, int i) {
        if (!lower.startsWith("ch", i)
                || i > 0 && "tsc".indexOf(lower.charAt(i - 1)) >= 0
                || lower.startsWith("tch", i + 2)) {
            return false;
        }
        boolean son = i > 3
                && i + 2 == lower.length()
                && "oe".indexOf(lower.charAt(i - 3)) >= 0
                && lower.charAt(i - 2) == 'v';
        return !son && Arrays.stream(CH_IN_ENDINGS).noneMatch(ending -> lower.startsWith(ending, i));
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
