package org.homeward.bench.tracing;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes a name as somebody writes it who neither knows the language nor sees a document: by ear, in one of four Latin habits, or by a machine that
 * reads a bad copy. Independent of the {@code sample} module on purpose: an engine must not be judged by one model of errors.
 */
public final class ForeignClerk {
    private static final String CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ'";
    private static final List<String> GERMAN =
            List.of(("a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch - ju ja y e jo - -")
                    .split(" "));
    private static final List<String> FRENCH = List.of(
            ("a b v h g d e ie j z y i i i k l m n o p r s t ou f kh ts tch ch chtch - iou ia y e io - -").split(" "));
    private static final List<String> POLISH = List.of(
            ("a b w h g d e je ż z y i ji j k ł m n o p r s t u f ch c cz sz szcz - ju ja y e jo - -").split(" "));
    private static final List<String> ENGLISH = List.of(
            ("a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch - yu ya y e yo - -").split(" "));
    /** What a scanner takes for another letter. */
    private static final String[] OCR = {
        "лп", "пл", "ин", "ни", "нп", "цш", "шц", "ес", "се", "ае", "оа", "гт", "тг", "бв", "вб", "шм", "щш", "ії",
        "юо", "мн"
    };
    /** What an ear takes for another sound: voicing, unstressed vowels, soft and hard. */
    private static final String[] EAR = {
        "б>п", "в>ф", "д>т", "з>с", "ж>ш", "о>а", "е>и", "и>е", "и>ы", "я>е", "х>г", "г>х", "щ>ш", "ц>с", "ь>", "й>",
        "ч>щ", "нн>н", "сс>с", "тс>ц", "ю>у", "є>е", "дз>з"
    };

    /** How it is written. */
    public enum Habit {
        PLAIN,
        EAR,
        GERMAN,
        FRENCH,
        POLISH,
        ENGLISH,
        OCR
    }

    private final Random random;

    /** @param random what each name meets; the same seed gives the same writings */
    public ForeignClerk(Random random) {
        this.random = random;
    }

    /** A habit, as often as it is met. */
    public Habit habit() {
        double x = random.nextDouble();
        return x < .40
                ? Habit.PLAIN
                : x < .60
                        ? Habit.EAR
                        : x < .66
                                ? Habit.GERMAN
                                : x < .71 ? Habit.FRENCH : x < .77 ? Habit.POLISH : x < .87 ? Habit.ENGLISH : Habit.OCR;
    }

    /** A Cyrillic word as that habit has it, with a slip now and then. */
    public String write(String name, Habit habit) {
        return switch (habit) {
            case PLAIN -> random.nextInt(25) == 0 ? slip(name) : name;
            case EAR -> ear(name);
            case GERMAN -> latin(name, GERMAN);
            case FRENCH -> latin(name, FRENCH);
            case POLISH -> latin(name, POLISH);
            case ENGLISH -> latin(name, ENGLISH);
            case OCR -> ocr(name);
        };
    }

    private String latin(String name, List<String> habit) {
        StringBuilder latin = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            int at = CYRILLIC.indexOf(c);
            String letters = at < 0 ? String.valueOf(c) : habit.get(at);
            latin.append(letters.equals("-") ? "" : letters);
        }
        String written = latin.toString();
        if (habit == POLISH && written.endsWith("kyj")) {
            written = written.substring(0, written.length() - 2) + "i";
        }
        return capital(random.nextInt(12) == 0 ? slip(written) : written);
    }

    private String ear(String name) {
        String heard = name.toLowerCase(Locale.ROOT);
        int changes = 1 + random.nextInt(2);
        for (int tries = 0; tries < 12 && changes > 0; tries++) {
            String[] rule = EAR[random.nextInt(EAR.length)].split(">", -1);
            int at = heard.indexOf(rule[0], 1);
            if (at > 0) {
                heard = heard.substring(0, at) + rule[1] + heard.substring(at + rule[0].length());
                changes--;
            }
        }
        return capital(heard);
    }

    private String ocr(String name) {
        StringBuilder read = new StringBuilder(name);
        int changes = 1 + random.nextInt(2);
        for (int tries = 0; tries < 20 && changes > 0; tries++) {
            String pair = OCR[random.nextInt(OCR.length)];
            int at = read.indexOf(pair.substring(0, 1), random.nextInt(2));
            if (at >= 0) {
                read.setCharAt(at, pair.charAt(1));
                changes--;
            }
        }
        if (random.nextInt(6) == 0 && read.length() > 5) {
            read.setLength(read.length() - 1);
        }
        return read.toString();
    }

    String slip(String name) {
        if (name.length() < 4) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            default -> name.substring(0, at) + name.charAt(at) + name.substring(at);
        };
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
