package org.homeward.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.names.Skeleton;

/** Places, ranks, units, numbers and the rest: words without the ones that every clerk adds or leaves out. */
final class TextLexicon extends Lexicon {
    private static final Set<String> NOISE = Set.of(
            "м",
            "г",
            "с",
            "смт",
            "пгт",
            "місто",
            "город",
            "село",
            "селище",
            "посёлок",
            "поселок",
            "обл",
            "область",
            "області",
            "области",
            "р",
            "н",
            "район",
            "raion",
            "oblast",
            "region",
            "district",
            "вч",
            "в",
            "ч",
            "military",
            "unit",
            "city",
            "of",
            "town",
            "village");

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’]+");

    private final Kind kind;
    private final List<byte[]> codes = new ArrayList<>();
    private final List<String[]> words = new ArrayList<>();
    private final List<String> digits = new ArrayList<>();
    private Spelling spelling = new Spelling();

    TextLexicon(Kind kind) {
        this.kind = kind;
    }

    @Override
    int add(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (kind == Kind.SEX) {
            String sex = sex(lower);
            return sex.isEmpty() ? -1 : keep(value, sex, new String[] {sex});
        }
        if (kind == Kind.NUMBER) {
            String number = Skeleton.of(OTHER.matcher(lower).replaceAll(""));
            return number.isEmpty() ? -1 : keep(value, number, new String[] {number});
        }
        List<String> kept = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(lower)) {
            String sound = NOISE.contains(word) ? "" : Skeleton.of(word);
            if (!sound.isEmpty()) {
                kept.add(sound);
            }
        }
        if (kept.isEmpty()) {
            return -1;
        }
        String sound = String.join(" ", kept);
        String town = kind == Kind.PLACE ? Towns.of(sound) : sound;
        int id = put(value, sound, town);
        return keep(id, sound, kept.toArray(String[]::new));
    }

    private int keep(String value, String sound, String[] wordsOfValue) {
        return keep(put(value, sound, sound), sound, wordsOfValue);
    }

    private int keep(int id, String sound, String[] wordsOfValue) {
        codes.add(Spelling.codes(sound));
        Arrays.sort(wordsOfValue);
        words.add(wordsOfValue);
        digits.add(digits(sound));
        return id;
    }

    private static String digits(String sound) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < sound.length(); i++) {
            if (sound.charAt(i) >= '0' && sound.charAt(i) <= '9') {
                digits.append(sound.charAt(i));
            }
        }
        return digits.toString();
    }

    private static String sex(String lower) {
        return switch (lower.isEmpty() ? ' ' : lower.charAt(0)) {
            case 'ч', 'м', 'm' -> "m";
            case 'ж', 'f', 'w' -> "f";
            default -> "";
        };
    }

    @Override
    Lexicon fork() {
        TextLexicon fork = (TextLexicon) super.fork();
        fork.spelling = new Spelling();
        return fork;
    }

    @Override
    int compare(int left, int right) {
        if (group(left) == group(right)) {
            return (sounds.get(left).equals(sounds.get(right)) ? Level.EXACT : Level.EQUIVALENT).ordinal();
        }
        if (kind == Kind.SEX) {
            return Level.DIFFERENT.ordinal();
        }
        byte[] a = codes.get(left);
        byte[] b = codes.get(right);
        int longer = Math.max(a.length, b.length);
        if (kind == Kind.NUMBER) {
            // Confused letters count as one edit here: likeness in edits, not in sounds.
            int likeness = spelling.likeness(a, b, 1000 - 2000 / longer);
            return likeness >= 1000 - 1000 / longer
                    ? Level.NEAR.ordinal()
                    : (likeness >= 1000 - 2000 / longer && longer > 5 ? Level.LOOSE : Level.DIFFERENT).ordinal();
        }
        if (within(words.get(left), words.get(right)) || within(words.get(right), words.get(left))) {
            return Level.ALIKE.ordinal();
        }
        String d = digits.get(left);
        String e = digits.get(right);
        if (d.length() > 1 && e.length() > 1) {
            return (d.equals(e) ? Level.ALIKE : Level.DIFFERENT).ordinal();
        }
        int likeness = spelling.likeness(a, b, 640);
        return likeness >= 910
                ? Level.CLOSE.ordinal()
                : likeness >= 860
                        ? Step.NEARER
                        : likeness >= 820
                                ? Level.NEAR.ordinal()
                                : likeness >= 730
                                        ? Step.LESS_LOOSE
                                        : (likeness >= 650 ? Level.LOOSE : Level.DIFFERENT).ordinal();
    }

    private static boolean within(String[] few, String[] many) {
        for (String word : few) {
            if (Arrays.binarySearch(many, word) < 0) {
                return false;
            }
        }
        return true;
    }
}
