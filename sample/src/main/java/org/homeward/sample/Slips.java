package org.homeward.sample;

import java.util.Random;

/** Slips of hands, scanners and keyboards. Each changes a text in one place at least, where it can. */
final class Slips {
    private static final String CYRILLIC = "аеіорсухкАВЕІКМНОРСТХ";
    private static final String LATIN = "aeiopcyxkABEIKMHOPCTX";
    private static final String[][] SCANS = {
        {"ш", "щ"},
        {"и", "н"},
        {"п", "л"},
        {"ь", "б"},
        {"о", "с"},
        {"г", "т"},
        {"й", "и"},
        {"rn", "m"},
        {"l", "i"},
        {"h", "b"},
        {"u", "v"},
        {"e", "c"}
    };
    private static final String UKRAINIAN_OR_RUSSIAN = "абвгдезиклмнопрстуфхчшя";
    private static final String ENGLISH = "abdeghiklmnoprstuvyz";

    private final Random random;

    Slips(Random random) {
        this.random = random;
    }

    /** A letter lost, doubled, changed, or exchanged with its neighbour; the first letter stays. */
    String typo(String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        String head = text.substring(0, at);
        char letter = text.charAt(at);
        String tail = text.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> head + tail;
            case 1 -> head + letter + letter + tail;
            case 2 -> head + other(letter) + tail;
            default -> letter == tail.charAt(0) ? head + tail : head + tail.charAt(0) + letter + tail.substring(1);
        };
    }

    private char other(char letter) {
        String letters = letter < 128 ? ENGLISH : UKRAINIAN_OR_RUSSIAN;
        char drawn;
        do {
            drawn = letters.charAt(random.nextInt(letters.length()));
        } while (drawn == letter);
        return drawn;
    }

    /** One pair of letters that a scanner confuses, the first that occurs from a random one on. */
    String scan(String text) {
        int first = random.nextInt(SCANS.length);
        for (int i = 0; i < SCANS.length; i++) {
            String[] pair = SCANS[(first + i) % SCANS.length];
            int at = text.indexOf(pair[0], 1);
            if (at > 0) {
                return text.substring(0, at) + pair[1] + text.substring(at + pair[0].length());
            }
        }
        return text;
    }

    /** Every second Cyrillic letter that has a Latin twin becomes the twin, from a random one on. */
    String lookalike(String text) {
        StringBuilder out = new StringBuilder();
        boolean change = random.nextBoolean();
        for (int i = 0; i < text.length(); i++) {
            int twin = CYRILLIC.indexOf(text.charAt(i));
            out.append(twin >= 0 && change ? LATIN.charAt(twin) : text.charAt(i));
            change = (twin >= 0) != change;
        }
        return out.toString();
    }

    /** One digit changed, or two neighbours exchanged. */
    String number(String number) {
        int at = 3 + random.nextInt(5);
        char digit = number.charAt(at);
        if (random.nextBoolean() && digit != number.charAt(at + 1)) {
            return number.substring(0, at) + number.charAt(at + 1) + digit + number.substring(at + 2);
        }
        char other = (char) ('0' + (digit - '0' + 1 + random.nextInt(9)) % 10);
        return number.substring(0, at) + other + number.substring(at + 1);
    }
}
