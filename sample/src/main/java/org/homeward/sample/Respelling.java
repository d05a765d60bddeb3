package org.homeward.sample;

/** How each language writes the other's surnames: by sound, with its own letters, never translated. */
final class Respelling {
    private static final String VOWELS = "аеёиоуыэюяєії";

    private Respelling() {}

    /** A Ukrainian surname or given name as Russian papers write it by sound. */
    static String toRussian(String ukrainian) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < ukrainian.length(); i++) {
            char c = ukrainian.charAt(i);
            out.append(
                    switch (c) {
                        case 'і', 'ї' -> 'и';
                        case 'І', 'Ї' -> 'И';
                        case 'є' -> 'е';
                        case 'Є' -> 'Е';
                        case 'ґ' -> 'г';
                        case 'Ґ' -> 'Г';
                        case '\'' -> 'ь';
                        default -> c;
                    });
        }
        return out.toString().replace("ьо", "ё").replace("ськ", "ск").replace("цьк", "цк");
    }

    /** A Russian surname or given name as Ukrainian papers write it. */
    static String toUkrainian(String russian) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < russian.length(); i++) {
            char c = russian.charAt(i);
            char before = i == 0 ? ' ' : Character.toLowerCase(russian.charAt(i - 1));
            boolean open = i == 0 || VOWELS.indexOf(before) >= 0 || before == 'ь';
            out.append(
                    switch (c) {
                        case 'и' -> "і";
                        case 'И' -> "І";
                        case 'ы' -> "и";
                        case 'э' -> "е";
                        case 'Э' -> "Е";
                        case 'Е' -> "Є";
                        case 'е' -> open || last(russian, i) ? "є" : "е";
                        case 'ё' -> open ? "йо" : "жшчщ".indexOf(before) >= 0 ? "о" : "ьо";
                        case 'ъ' -> "'";
                        default -> String.valueOf(c);
                    });
        }
        return out.toString().replaceAll("ск[іи]й$", "ський").replaceAll("ьйо", "йо");
    }

    /** The е of the suffixes -ев and -еев, which Ukrainian writes with є after most consonants. */
    private static boolean last(String word, int at) {
        boolean suffix = at >= 1
                && (word.substring(at).equals("ев") || word.substring(at).equals("еев"));
        return suffix && "рцжшчщ".indexOf(word.charAt(at - 1)) < 0;
    }
}
