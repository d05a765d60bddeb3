package org.homeward.names;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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
    private static final String OPENS = "аеєёиіїоуыэюяйьъ'";

    private final String words;
    private final Language language;
    private final Map<String, String> table = new HashMap<>();

    Romanisation(String words, Language language, String rules) {
        this.words = words;
        this.language = language;
        for (String rule : (COMMON + " " + rules).split(" ")) {
            int equals = rule.indexOf('=');
            table.put(rule.substring(0, equals), rule.substring(equals + 1));
        }
    }

    /** The table's name in words, such as "the Ukrainian rules of 2010". */
    public String words() {
        return words;
    }

    /** Whether the table is for names as {@code cyrillic} is written: a letter of the other language says no. */
    public boolean reads(String cyrillic) {
        String lower = cyrillic.toLowerCase(Locale.ROOT);
        return switch (language) {
            case BOTH -> true;
            case UKRAINIAN -> lower.chars().noneMatch(c -> "ыэёъ".indexOf(c) >= 0);
            case RUSSIAN -> lower.chars().noneMatch(c -> "іїєґ'’".indexOf(c) >= 0);
        };
    }

    /** Fingerprints of every way the tables write {@code cyrillic}, sorted: whether a Latin word is one of them is a look-up. */
    static long[] fingerprints(String cyrillic) {
        return Arrays.stream(values())
                .filter(table -> table.reads(cyrillic))
                .mapToLong(table -> fingerprint(Skeleton.fold(table.write(cyrillic))))
                .sorted()
                .toArray();
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
        String word = cyrillic.toLowerCase(Locale.ROOT).replaceAll("[’ʼ`´‘]", "'");
        StringBuilder out = new StringBuilder(word.length() + 8);
        int i = 0;
        while (i < word.length()) {
            boolean starts = i == 0 || !Character.isLetter(word.charAt(i - 1)) && word.charAt(i - 1) != '\'';
            boolean opens = starts || OPENS.indexOf(word.charAt(i - 1)) >= 0;
            String two = i + 2 <= word.length() ? word.substring(i, i + 2) : "";
            String one = word.substring(i, i + 1);
            boolean last = i + 2 == word.length();
            String written = last && table.containsKey(two + "$") ? table.get(two + "$") : table.get(two);
            if (written != null && !two.isEmpty()) {
                out.append(written);
                i += 2;
                continue;
            }
            written = starts ? table.get("^" + one) : null;
            written = written == null && opens ? table.get("+" + one) : written;
            written = written == null ? table.getOrDefault(one, one) : written;
            out.append(written);
            i++;
        }
        return out.toString();
    }
}
