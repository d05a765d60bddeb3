package org.homeward.names;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which Ukrainian and Russian names are written in Latin letters, in papers of several years and in the press.
 *
 * <p>A table is a list of {@code letter=latin}; {@code ^letter} holds at the start of a word, {@code +letter} at the start and
 * after a vowel or a sign. What a table does not name is written by {@link #COMMON}.
 */
public enum Romanisation {
    UKRAINIAN_2010(
            "the Ukrainian rules of 2010",
            Language.UKRAINIAN,
            "г=h ґ=g є=ie ^є=ye и=y і=i ї=i ^ї=yi й=i ^й=y ю=iu ^ю=yu я=ia ^я=ya ь= '= зг=zgh"),
    UKRAINIAN_BGN_PCGN("BGN/PCGN for Ukrainian", Language.UKRAINIAN, "г=h ґ=g є=ye и=y і=i ї=yi й=y ю=yu я=ya ь=’ '=”"),
    UKRAINIAN_ICAO("ICAO 9303 for Ukrainian", Language.UKRAINIAN, "г=h ґ=g є=ie и=y і=i ї=i й=i ю=iu я=ia ь= '="),
    UKRAINIAN_PASSPORT_2007(
            "the Ukrainian passport rules of 2007",
            Language.UKRAINIAN,
            "г=g ґ=g є=ie и=y і=i ї=i й=i ю=iu я=ia ь=' '="),
    UKRAINIAN_PASSPORT_1997(
            "the Ukrainian passport rules of the nineties",
            Language.UKRAINIAN,
            "г=h ґ=g є=e и=y і=i ї=i й=j ю=yu я=ya ь= '="),
    RUSSIAN_ICAO("ICAO 9303 for Russian, in passports since 2013", Language.RUSSIAN, "й=i ю=iu я=ia ъ=ie ь="),
    RUSSIAN_PASSPORT_2010(
            "the Russian passport rules of 2010 (GOST R 52535.1)", Language.RUSSIAN, "ц=tc й=i ю=iu я=ia ъ= ь="),
    RUSSIAN_PASSPORT_1997(
            "the Russian passport rules of 1997", Language.RUSSIAN, "+е=ye е=e ё=ye й=y ю=yu я=ya ъ= ь= кс=x ий=iy"),
    SOVIET_PASSPORT(
            "the Soviet passport rules, after the French",
            Language.RUSSIAN,
            "ж=j у=ou ч=tch ш=ch щ=chtch ю=iou я=ia й=i ъ= ь= х=kh кс=x"),
    RUSSIAN_BGN_PCGN("BGN/PCGN for Russian", Language.RUSSIAN, "+е=ye ё=ë +ё=yë й=y ю=yu я=ya ъ=” ь=’"),
    GOST_7_79("GOST 7.79 system B", Language.RUSSIAN, "ё=yo й=j х=x ц=cz щ=shh ъ=\" ы=y' ь=' э=e' ю=yu я=ya"),
    GOST_16876("GOST 16876-71", Language.RUSSIAN, "ё=jo й=jj х=kh ц=c щ=shh ъ=\" ы=y ь=' э=eh ю=ju я=ja"),
    ISO_9("ISO 9", Language.BOTH, "г=g ґ=g̀ є=ê ё=ë ж=ž и=i і=ì ї=ï й=j х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â"),
    SCIENTIFIC(
            "scientific transliteration",
            Language.BOTH,
            "є=je ё=ë ж=ž ї=ji й=j х=x ц=c ч=č ш=š щ=šč ъ=ʺ ы=y ь=ʹ э=è ю=ju я=ja"),
    GERMAN_UKRAINIAN(
            "the German press, from Ukrainian",
            Language.UKRAINIAN,
            "в=w г=h ґ=g є=je ж=sch з=s и=y і=i ї=ji й=j ій=ij х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja ь= '="),
    GERMAN_RUSSIAN(
            "the German press, from Russian",
            Language.RUSSIAN,
            "в=w +е=je ё=jo ж=sch з=s й=i ^й=j ий=i ый=y х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja ъ= ь="),
    FRENCH_UKRAINIAN(
            "the French press, from Ukrainian",
            Language.UKRAINIAN,
            "г=h ґ=g є=ie ж=j и=y і=i ї=ï й=ï ій=iy у=ou ч=tch ш=ch щ=chtch ю=iou я=ia ь= '="),
    FRENCH_RUSSIAN(
            "the French press, from Russian",
            Language.RUSSIAN,
            "е=e +е=ie ё=io ж=j й=ï ий=i у=ou ч=tch ш=ch щ=chtch ю=iou я=ia ъ= ь= ин$=ine"),
    POLISH_UKRAINIAN(
            "the Polish press, from Ukrainian",
            Language.UKRAINIAN,
            "в=w г=h ґ=g є=je ж=ż и=y і=i ї=ji й=j ій=ij х=ch ц=c ч=cz ш=sz щ=szcz ю=iu +ю=ju я=ia +я=ja ь= '="),
    POLISH_RUSSIAN(
            "the Polish press, from Russian",
            Language.RUSSIAN,
            "в=w +е=je е=ie ё=io +ё=jo ж=ż ще=szcze че=cze ше=sze же=że це=ce ле=le й=j ий=ij х=ch ц=c ч=cz ш=sz щ=szcz ы=y ю=iu +ю=ju я=ia +я=ja ъ= ь=");

    private enum Language {
        UKRAINIAN,
        RUSSIAN,
        BOTH
    }

    private static final String COMMON =
            "а=a б=b в=v г=g ґ=g д=d е=e є=ie ё=e ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f"
                    + " х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia ў=u";
    private static final char FIRST_LETTER = 'а';
    /** From а to ґ: the letters that a table writes. */
    private static final int LETTERS = 'ґ' - FIRST_LETTER + 1;
    /** The letters with which a rule of two letters begins. */
    private static final String PAIRS = "зкийіщчшжцлы";

    private static final String OPENS = "аеєёиіїоуыэюяйьъ'";

    private final String words;
    private final Language language;
    private final Map<String, String> table = new HashMap<>();
    private final @Nullable String[] initial = new String[LETTERS];
    private final @Nullable String[] opening = new String[LETTERS];
    private final @Nullable String[] plain = new String[LETTERS];

    Romanisation(String words, Language language, String rules) {
        this.words = words;
        this.language = language;
        for (String rule : (COMMON + " " + rules).split(" ")) {
            int equals = rule.indexOf('=');
            String letters = rule.substring(0, equals);
            String written = rule.substring(equals + 1);
            table.put(letters, written);
            char first = letters.charAt(0);
            @Nullable String[] place = first == '^' ? initial : first == '+' ? opening : plain;
            int at = letters.charAt(letters.length() - 1) - FIRST_LETTER;
            if (letters.length() == (place == plain ? 1 : 2) && at >= 0 && at < LETTERS) {
                place[at] = written;
            }
        }
    }

    /** The table's name in words, such as "the Ukrainian rules of 2010". */
    public String words() {
        return words;
    }

    /** Whether the table is for names as {@code cyrillic} is written: a letter of the other language says no. */
    public boolean reads(String cyrillic) {
        String foreign = language == Language.BOTH ? "" : language == Language.UKRAINIAN ? "ыэёъЫЭЁЪ" : "іїєґІЇЄҐ'’";
        for (int i = 0; i < cyrillic.length() && !foreign.isEmpty(); i++) {
            if (foreign.indexOf(cyrillic.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static final Romanisation[] ALL = values();

    static Romanisation at(int place) {
        return ALL[place];
    }

    /** Fingerprints of how each table writes {@code cyrillic}, in the order of the tables; 0 for a table that is not for it. */
    static long[] fingerprints(String cyrillic) {
        long[] prints = new long[ALL.length];
        for (int i = 0; i < prints.length; i++) {
            prints[i] = ALL[i].reads(cyrillic) ? fingerprint(Skeleton.fold(ALL[i].write(cyrillic))) : 0;
        }
        return prints;
    }

    static long fingerprint(String folded) {
        long hash = 7;
        for (int i = 0; i < folded.length(); i++) {
            hash = hash * 0x9E3779B97F4A7C15L + folded.charAt(i);
        }
        return hash;
    }

    /** {@code cyrillic} in Latin letters, lower case; what is no Cyrillic letter is kept. */
    public String write(String cyrillic) {
        String word = cyrillic.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(word.length() + 8);
        int i = 0;
        char before = ' ';
        while (i < word.length()) {
            char c = apostrophe(word.charAt(i));
            boolean starts = i == 0 || !Character.isLetter(before) && before != '\'';
            boolean opens = starts || OPENS.indexOf(before) >= 0;
            if (i + 1 < word.length() && PAIRS.indexOf(c) >= 0) {
                String two = word.substring(i, i + 2);
                String written = i + 2 == word.length() ? table.get(two + "$") : null;
                written = written == null ? table.get(two) : written;
                if (written != null) {
                    out.append(written);
                    before = word.charAt(i + 1);
                    i += 2;
                    continue;
                }
            }
            int at = c - FIRST_LETTER;
            String written = null;
            if (at >= 0 && at < LETTERS) {
                written = starts ? initial[at] : null;
                written = written == null && opens ? opening[at] : written;
                written = written == null ? plain[at] : written;
            } else if (c == '\'') {
                written = table.get("'");
            }
            if (written == null) {
                out.append(c);
            } else {
                out.append(written);
            }
            before = c;
            i++;
        }
        return out.toString();
    }

    private static char apostrophe(char c) {
        return "’ʼʹ`´‘′".indexOf(c) >= 0 ? '\'' : c;
    }
}
