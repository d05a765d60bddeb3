package org.homeward.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A man's surname in both languages, made of a stem and a suffix; {@link #of} gives a woman's.
 *
 * <p>The lists of a people are ordered by suffix within stem, so that a skewed draw from them makes some surnames common.
 */
record Surname(String ukrainian, String russian) {
    private static final String[][] UKRAINIAN_SUFFIXES = {
        {"енко", "енко"},
        {"ук", "ук"},
        {"івський", "овский"},
        {"ик", "ик"},
        {"ець", "ец"},
        {"ун", "ун"},
        {"ишин", "ишин"},
        {"овський", "овский"},
        {"ів", "ив"}
    };
    private static final String[] RUSSIAN_SUFFIXES = {
        "ов", "ин", "енков", "овский", "ушкин", "иков", "ичев", "унин", "ыгин"
    };
    static final List<Surname> UKRAINIANS = ukrainians();
    static final List<Surname> RUSSIANS = russians();

    /** The surname as a man or a woman bears it. */
    String of(Language language, boolean woman) {
        String man = language.pick(ukrainian, russian);
        return woman ? feminine(man) : man;
    }

    private static String feminine(String man) {
        if (man.endsWith("ський")) {
            return man.substring(0, man.length() - 2) + "а";
        }
        if (man.endsWith("ский")) {
            return man.substring(0, man.length() - 2) + "ая";
        }
        for (String ending : List.of("ов", "ев", "єв", "ин", "ін")) {
            if (man.endsWith(ending)) {
                return man + "а";
            }
        }
        return man;
    }

    private static List<Surname> ukrainians() {
        List<Surname> all = new ArrayList<>();
        for (String stem : stems("surname-stems-uk.txt")) {
            int bar = stem.indexOf('|');
            String own = hard(bar < 0 ? stem : stem.substring(0, bar));
            String other = hard(bar < 0 ? Respelling.toRussian(stem) : stem.substring(bar + 1));
            for (String[] suffix : UKRAINIAN_SUFFIXES) {
                all.add(new Surname(own + suffix[0], other + suffix[1]));
            }
        }
        return all.stream().distinct().toList();
    }

    private static List<Surname> russians() {
        List<Surname> all = new ArrayList<>();
        for (String stem : stems("surname-stems-ru.txt")) {
            for (String suffix : RUSSIAN_SUFFIXES) {
                String own =
                        hard(stem) + (softens(stem) && suffix.startsWith("о") ? "е" + suffix.substring(1) : suffix);
                all.add(new Surname(Respelling.toUkrainian(own), own));
            }
        }
        return all.stream().distinct().toList();
    }

    private static List<String> stems(String list) {
        return Lists.lines(list).stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList();
    }

    /** A soft sign or a short i gives way to the suffix's vowel. */
    private static String hard(String stem) {
        return stem.endsWith("ь") || stem.endsWith("й") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static boolean softens(String stem) {
        return "ьчшжцщ".indexOf(stem.charAt(stem.length() - 1)) >= 0;
    }
}
