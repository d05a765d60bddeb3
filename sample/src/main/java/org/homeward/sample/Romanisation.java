package org.homeward.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ways in which Cyrillic names are written in Latin letters by states and by the press. */
enum Romanisation {
    /** Ukraine's national table of 2010. */
    UKRAINE_2010("h g ye zh z y i yi i k l m n o p r s t u f kh ts ch sh shch - - yu ia e", true),
    /** ICAO 9303, as machine-readable passports have it. */
    ICAO("g g ie zh z i i i i k l m n o p r s t u f kh ts ch sh shch ie - iu ia e", false),
    /** BGN/PCGN for Russian. */
    BGN("g g ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch - - yu ya e", false),
    /** GOST 7.79 system B. */
    GOST("g g e zh z i i yi j k l m n o p r s t u f x cz ch sh shh - - yu ya e", false),
    /** German press. */
    GERMAN("g g je sch s i i ji j k l m n o p r s t u f ch z tsch sch schtsch - - ju ja e", false),
    /** French press. */
    FRENCH("g g ie j z i i i i k l m n o p r s t ou f kh ts tch ch chtch - - iou ia e", false),
    /** Polish press. */
    POLISH("h g je ż z y i ji j k l m n o p r s t u f ch c cz sz szcz - - ju ja e", true);

    private static final String LETTERS = "гґєжзиіїйклмнопрстуфхцчшщъьюяэ";
    private final Map<Character, String> table = new HashMap<>();

    Romanisation(String latin, boolean ukrainian) {
        List<String> cells = List.of(latin.split(" "));
        for (int i = 0; i < LETTERS.length(); i++) {
            table.put(LETTERS.charAt(i), cells.get(i).equals("-") ? "" : cells.get(i));
        }
        table.put('а', "a");
        table.put('б', "b");
        table.put('в', latin.contains("sch s") ? "w" : "v");
        table.put('д', "d");
        table.put('е', "e");
        table.put('ё', ukrainian ? "io" : "yo");
        table.put('ы', "y");
        table.put('\'', "");
    }

    /** The name in capitals only at the beginning of each word. */
    String of(String name) {
        StringBuilder out = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            String latin = table.get(Character.toLowerCase(c));
            String written = latin == null ? String.valueOf(c).toLowerCase(Locale.ROOT) : latin;
            out.append(
                    begins && !written.isEmpty()
                            ? written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1)
                            : written);
            if (!written.isEmpty()) {
                begins = !Character.isLetter(c) && c != '\'';
            }
        }
        return out.toString();
    }
}
