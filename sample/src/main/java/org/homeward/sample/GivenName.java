package org.homeward.sample;

import java.util.List;

/**
 * A given name in both languages, and the patronymics that a father of that name gives.
 *
 * @param patronymics Ukrainian of a man and a woman, Russian of a man and a woman; empty for women's names
 */
record GivenName(boolean woman, String ukrainian, String russian, List<String> patronymics) {
    static final List<GivenName> ALL =
            Lists.lines("given-names.txt").stream().map(GivenName::parse).toList();
    static final List<GivenName> MEN = ALL.stream().filter(n -> !n.woman()).toList();
    static final List<GivenName> WOMEN = ALL.stream().filter(GivenName::woman).toList();

    private static GivenName parse(String line) {
        String[] parts = line.split("\\|", -1);
        boolean woman = parts[0].equals("F");
        List<String> patronymics = woman
                ? List.of()
                : parts.length == 7
                        ? List.of(parts[3], parts[4], parts[5], parts[6])
                        : List.of(
                                ukrainian(parts[1], false),
                                ukrainian(parts[1], true),
                                russian(parts[2], false),
                                russian(parts[2], true));
        return new GivenName(woman, parts[1], parts[2], patronymics);
    }

    String in(Language language) {
        return language.pick(ukrainian, russian);
    }

    String patronymic(Language language, boolean ofWoman) {
        return patronymics.get((language == Language.RUSSIAN ? 2 : 0) + (ofWoman ? 1 : 0));
    }

    private static String ukrainian(String name, boolean woman) {
        if (name.endsWith("й")) {
            return cut(name) + (woman ? "ївна" : "йович");
        }
        String stem = name.endsWith("о") || name.endsWith("ь") ? cut(name) : name;
        return stem + (woman ? "івна" : name.endsWith("ь") ? "ьович" : "ович");
    }

    private static String russian(String name, boolean woman) {
        if (name.endsWith("ий")) {
            return name.substring(0, name.length() - 2) + (woman ? "ьевна" : "ьевич");
        }
        if (name.endsWith("й")) {
            return cut(name) + (woman ? "евна" : "евич");
        }
        if (name.endsWith("ь")) {
            return cut(name) + (woman ? "евна" : "евич");
        }
        return name + (woman ? "овна" : "ович");
    }

    private static String cut(String name) {
        return name.substring(0, name.length() - 1);
    }
}
