package org.homeward.names;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A writing system, and its letters as the numbers 1 to 63 that {@link EditModel} counts with.
 *
 * <p>Forms of one letter are one number: hamza seats, final letters, accents, the letters of other languages written in the
 * script. Latin carons and their like are read as the digraph they stand for in scientific transliteration.
 */
public enum Script {
    LATIN("abcdefghijklmnopqrstuvwxyz"),
    CYRILLIC("абвгґдеєёжзиіїйклмнопрстуфхцчшщыэюяўъь"),
    ARABIC("ابتثجحخدذرزسشصضطظعغفقكلمنهويپچگژ"),
    HEBREW("אבגדהוזחטיכלמנסעפצקרשת'"),
    /** No costs are learned for it: its words are compared by their sounds. */
    ARMENIAN("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև");

    private static final Map<Character, String> FORMS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('ł', "l"),
            Map.entry('ø', "o"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ı', "i"),
            Map.entry('š', "sh"),
            Map.entry('ş', "sh"),
            Map.entry('ș', "sh"),
            Map.entry('ŝ', "shch"),
            Map.entry('č', "ch"),
            Map.entry('ç', "ch"),
            Map.entry('ž', "zh"),
            Map.entry('ż', "zh"),
            Map.entry('ә', "а"),
            Map.entry('ғ', "г"),
            Map.entry('қ', "к"),
            Map.entry('ң', "н"),
            Map.entry('ө', "о"),
            Map.entry('ұ', "у"),
            Map.entry('ү', "у"),
            Map.entry('һ', "х"),
            Map.entry('ј', "й"),
            Map.entry('љ', "ль"),
            Map.entry('њ', "нь"),
            Map.entry('џ', "дж"),
            Map.entry('ى', "ي"),
            Map.entry('ی', "ي"),
            Map.entry('ک', "ك"),
            Map.entry('ة', "ه"),
            Map.entry('ٱ', "ا"),
            Map.entry('ך', "כ"),
            Map.entry('ם', "מ"),
            Map.entry('ן', "נ"),
            Map.entry('ף', "פ"),
            Map.entry('ץ', "צ"),
            Map.entry('׳', "'"));

    private static final int TABLE = 0x700;

    private final String letters;
    /** The number of a letter, small or capital, by its code; 0 for what is none. */
    private final byte[] numberOf = new byte[TABLE];

    Script(String letters) {
        this.letters = letters;
        for (int i = 0; i < letters.length(); i++) {
            numberOf[letters.charAt(i)] = (byte) (i + 1);
            numberOf[Character.toUpperCase(letters.charAt(i))] = (byte) (i + 1);
        }
    }

    /** The letters of the script; the number of a letter is its place here, from 1. */
    public String letters() {
        return letters;
    }

    /** The script most of the letters of {@code text} are in, or null where none is known. */
    public static @Nullable Script of(String text) {
        int[] seen = new int[values().length];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x250) {
                seen[0] += Character.isLetter(c) ? 1 : 0;
            } else if (c >= 0x400 && c < 0x530) {
                seen[1]++;
            } else if (c >= 0x620 && c < 0x700) {
                seen[2]++;
            } else if (c >= 0x5D0 && c < 0x5F5) {
                seen[3]++;
            } else if (c >= 0x531 && c < 0x590) {
                seen[4]++;
            } else if (c >= 0x1E00 && c < 0x1F00) {
                seen[0]++;
            }
        }
        int best = 0;
        for (int s = 1; s < seen.length; s++) {
            best = seen[s] > seen[best] ? s : best;
        }
        return seen[best] == 0 ? null : values()[best];
    }

    /** The letters of {@code text} that this script has, in their plain forms; all else is left out. */
    public String plain(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            String form = FORMS.get(c);
            if (letters.indexOf(c) >= 0) {
                out.append(c);
            } else if (form != null) {
                keep(form, out);
            } else if (c > 127) {
                keep(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD), out);
            }
        }
        return out.toString();
    }

    private void keep(String form, StringBuilder out) {
        for (int k = 0; k < form.length(); k++) {
            if (letters.indexOf(form.charAt(k)) >= 0) {
                out.append(form.charAt(k));
            }
        }
    }

    /** {@link #plain} as numbers from 1. */
    byte[] numbers(String text) {
        byte[] simple = new byte[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte number = c < TABLE ? numberOf[c] : 0;
            if (number > 0) {
                simple[size++] = number;
            } else if (c > 127) {
                return numbersOfAny(text);
            }
        }
        return Arrays.copyOf(simple, size);
    }

    private byte[] numbersOfAny(String text) {
        String plain = plain(text);
        byte[] numbers = new byte[plain.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (byte) (letters.indexOf(plain.charAt(i)) + 1);
        }
        return numbers;
    }
}
