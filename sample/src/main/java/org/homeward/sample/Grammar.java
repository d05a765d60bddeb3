package org.homeward.sample;

/** How surnames and patronymics are formed, and how each language writes the names of the other. */
final class Grammar {
    private static final String VOWELS = "аеєиіїоуюяыэёАЕЄИІЇОУЮЯЫЭЁ";

    private Grammar() {}

    /** The surname of a woman; surnames that do not change stay. */
    static String feminine(String masculine) {
        if (masculine.endsWith("ський") || masculine.endsWith("цький")) {
            return masculine.substring(0, masculine.length() - 2) + "а";
        }
        if (masculine.endsWith("ский") || masculine.endsWith("цкий")) {
            return masculine.substring(0, masculine.length() - 2) + "ая";
        }
        if (masculine.endsWith("ов")
                || masculine.endsWith("ев")
                || masculine.endsWith("єв")
                || masculine.endsWith("ин")
                || masculine.endsWith("ін")) {
            return masculine + "а";
        }
        return masculine.endsWith("ів") ? masculine.substring(0, masculine.length() - 2) + "ова" : masculine;
    }

    static String patronymic(Stock.Word father, boolean woman, Side language) {
        return language == Side.UA ? ukrainian(father.uk(), woman) : russian(father.ru(), woman);
    }

    private static String ukrainian(String father, boolean woman) {
        switch (father) {
            case "Ілля":
                return woman ? "Іллівна" : "Ілліч";
            case "Лев":
                return woman ? "Львівна" : "Львович";
            case "Яків":
                return woman ? "Яківна" : "Якович";
            case "Хома":
                return woman ? "Хомівна" : "Хомич";
            case "Лука":
                return woman ? "Луківна" : "Лукич";
            default:
                break;
        }
        String stem = stem(father);
        if (father.endsWith("й")) {
            return stem + (woman ? "ївна" : "йович");
        }
        return stem + (woman ? "івна" : "ович");
    }

    private static String russian(String father, boolean woman) {
        switch (father) {
            case "Илья":
                return woman ? "Ильинична" : "Ильич";
            case "Лев":
                return woman ? "Львовна" : "Львович";
            case "Пётр":
                return woman ? "Петровна" : "Петрович";
            case "Павел":
                return woman ? "Павловна" : "Павлович";
            case "Фома":
                return woman ? "Фоминична" : "Фомич";
            case "Никита":
                return woman ? "Никитична" : "Никитич";
            default:
                break;
        }
        if (father.endsWith("ий")) {
            String stem = father.substring(0, father.length() - 2) + "ь";
            return stem + (woman ? "евна" : "евич");
        }
        if (father.endsWith("й") || father.endsWith("ь")) {
            return father.substring(0, father.length() - 1) + (woman ? "евна" : "евич");
        }
        return stem(father) + (woman ? "овна" : "ович");
    }

    private static String stem(String father) {
        char last = father.charAt(father.length() - 1);
        return VOWELS.indexOf(last) >= 0 || last == 'ь' || last == 'й'
                ? father.substring(0, father.length() - 1)
                : father;
    }

    /** A Ukrainian name by ear in Russian letters: not translated. */
    static String ukrainianInRussian(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(
                    switch (c) {
                        case 'и' -> "ы";
                        case 'И' -> "Ы";
                        case 'і' -> "и";
                        case 'І' -> "И";
                        case 'ї' -> "и";
                        case 'Ї' -> "И";
                        case 'є' -> "е";
                        case 'Є' -> "Е";
                        case 'ґ' -> "г";
                        case 'Ґ' -> "Г";
                        case '\'' -> "ъ";
                        default -> String.valueOf(c);
                    });
        }
        return out.toString();
    }

    /** A Russian name by ear in Ukrainian letters: not translated. */
    static String russianInUkrainian(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hushed = i > 0 && "жчшщцЖЧШЩЦ".indexOf(name.charAt(i - 1)) >= 0;
            boolean afterVowel = i > 0 && VOWELS.indexOf(name.charAt(i - 1)) >= 0;
            out.append(
                    switch (c) {
                        case 'и' -> hushed ? "и" : "і";
                        case 'И' -> "І";
                        case 'ы' -> "и";
                        case 'ё' -> hushed ? "о" : afterVowel || i == 0 ? "йо" : "ьо";
                        case 'Ё' -> "Йо";
                        case 'э' -> "е";
                        case 'Э' -> "Е";
                        case 'е' -> afterVowel ? "є" : "е";
                        case 'ъ' -> "'";
                        default -> String.valueOf(c);
                    });
        }
        return out.toString();
    }
}
