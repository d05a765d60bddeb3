package org.homeward.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tables by which papers write Ukrainian and Russian in Latin letters.
 *
 * <p>A rule is {@code letter=text}, with {@code /text} for the start of a word, and {@code +} behind it where it also holds after a vowel.
 * Sources: resolution 55 of the Cabinet of Ukraine of 2010; ICAO Doc 9303 part 3; GOST R 52535.1; BGN/PCGN 1947 and 1965; the habits of
 * the German, French and Polish press.
 */
enum Romanisation {
    UKRAINE_2010(Language.UKRAINIAN, "г=h є=ie/ye ж=zh и=y ї=i/yi й=i/y х=kh ю=iu/yu я=ia/ya"),
    ICAO_UKRAINIAN(Language.UKRAINIAN, "г=g є=ie и=y ї=i й=i ю=iu я=ia"),
    BGN_UKRAINIAN(Language.UKRAINIAN, "г=h є=ye и=y ї=yi й=y ю=yu я=ya ь='"),
    POLISH_UKRAINIAN(Language.UKRAINIAN, "г=h є=je и=y ї=ji й=j ю=ju я=ja в=w ж=ż х=ch ц=c ч=cz ш=sz щ=szcz"),
    GERMAN_UKRAINIAN(
            Language.UKRAINIAN, "г=h є=je и=y ї=ji й=j ю=ju я=ja в=w ж=sch з=s х=ch ц=z ч=tsch ш=sch щ=schtsch"),
    ICAO_RUSSIAN(Language.RUSSIAN, "ё=e й=i ъ=ie ю=iu я=ia"),
    GOST_RUSSIAN(Language.RUSSIAN, "ё=e й=i ц=tc ю=iu я=ia"),
    BGN_RUSSIAN(Language.RUSSIAN, "е=e/ye+ ё=yo й=y ю=yu я=ya"),
    INTERIOR_1997_RUSSIAN(Language.RUSSIAN, "ё=ye е=e/ye+ й=y ю=yu я=ya ъ='"),
    GERMAN_RUSSIAN(Language.RUSSIAN, "е=e/je+ ё=jo й=j ю=ju я=ja в=w ж=sch з=s х=ch ц=z ч=tsch ш=sch щ=schtsch"),
    FRENCH_RUSSIAN(Language.RUSSIAN, "ё=io й=i у=ou ю=iou я=ia ж=j ч=tch ш=ch щ=chtch"),
    POLISH_RUSSIAN(Language.RUSSIAN, "ё=jo й=j ю=ju я=ja в=w ж=ż х=ch ц=c ч=cz ш=sz щ=szcz");

    private static final String COMMON =
            "а=a б=b в=v г=g ґ=g д=d е=e ж=zh з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f"
                    + " х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e '= ’=";
    private static final String VOWELS = "аеёиоуыэюяєії";

    final Language language;
    private final Map<Character, Rule> rules = new HashMap<>();

    private record Rule(String inside, String start, boolean afterVowel) {}

    Romanisation(Language language, String own) {
        this.language = language;
        for (String rule : (COMMON + " " + own).split(" ")) {
            String text = rule.substring(2);
            boolean afterVowel = text.endsWith("+");
            String[] forms = (afterVowel ? text.substring(0, text.length() - 1) : text).split("/", -1);
            rules.put(rule.charAt(0), new Rule(forms[0], forms[forms.length - 1], afterVowel));
        }
    }

    static List<Romanisation> of(Language language) {
        return List.of(values()).stream().filter(r -> r.language == language).toList();
    }

    /** The text in Latin letters, capitals kept; what is no letter of the table stays. */
    String apply(String text) {
        StringBuilder out = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = Character.toLowerCase(c);
            Rule rule = rules.get(lower);
            if (rule == null) {
                out.append(c);
            } else {
                boolean start = !Character.isLetter(before) && before != '\'';
                String latin =
                        start || (rule.afterVowel() && VOWELS.indexOf(before) >= 0) ? rule.start() : rule.inside();
                if (c != lower && !latin.isEmpty()) {
                    latin = latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1);
                }
                out.append(lower == 'г' && this == UKRAINE_2010 && before == 'з' ? "gh" : latin);
            }
            before = lower;
        }
        return out.toString();
    }
}
